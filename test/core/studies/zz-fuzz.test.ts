import { it } from 'vitest';
import { readFileSync } from 'node:fs';
import { studyInputs } from '../../../src/core/studies/study.js';
import { SWEEP_INPUTS } from '../../../src/core/studies/sweep-choices.js';
import { designOf, oracle } from '../oracle.js';
import { ask, studyOf } from './ask.js';
import { presetWorld } from './run-study.js';
import { worldOf } from './small-world.js';
it('fuzz', () => {
  const study = studyOf('sweep')!;
  let n = 0, p = 0, worst = 0, worstName = '';
  const msgs = new Map<string, number>();
  const designs = [presetWorld.current, ...oracle.cases.filter((_, i) => i % 40 === 0).map(designOf)];
  designs.push({ ...presetWorld.current, strategy: { ...presetWorld.current.strategy, tensor_par: 7 } });
  for (const design of designs) for (const { value } of SWEEP_INPUTS) for (const [from, to, steps] of [[0,0,17],[1,1e6,5],[0.5,3,48],[1e-6,1e9,3]] as const) {
    const world = worldOf(design);
    const inputs = studyInputs(study, { knob: value, from, to, steps, reoptimise: false });
    const t = performance.now();
    const problems = study.problems(inputs, world);
    const report0 = study.report(inputs, world, new Map());
    if (problems.length === 0) {
      n++;
      const findings = new Map();
      let points = study.points(inputs, world);
      for (let r = 0; points.length > 0 && r < 50; r++) {
        for (const q of points) { findings.set(q.key, ask(q.question)); }
        points = study.more(inputs, world, findings).filter(({ key }) => !findings.has(key));
      }
      const report = study.report(inputs, world, findings);
      const text = JSON.stringify(report, (k, v) => (k === 'y' && v === null ? undefined : v));
      if (/NaN|undefined/.test(report.answer) || (text.match(/NaN|undefined/) !== null)) console.log('NaN', value, from, to, report.answer);
      if (findings.size > 17 + 256 + 48) console.log('many', value, findings.size);
    } else { p++; const k = problems[0]!.message.replace(/[\d.,]+/g, '#').slice(0, 60); msgs.set(k, (msgs.get(k) ?? 0) + 1); }
    void report0;
    const d = performance.now() - t; if (d > worst) { worst = d; worstName = `${value} ${from} ${to} ${steps}`; }
  }
  console.log(n, p, worst, worstName, [...msgs].sort((a, b) => b[1] - a[1]).slice(0, 25));
}, 200000);
