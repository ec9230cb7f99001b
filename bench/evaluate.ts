/** How fast the model answers, on one core: one design, every design of the reference's cases, and a whole report. */
import { readFileSync } from 'node:fs';
import { evaluate, evaluateDesign } from '../src/core/evaluate.js';
import type { Design, ModelInput, StrategyInput, SystemInput } from '../src/core/inputs/design.js';
import { readTransformer } from '../src/core/model/transformer.js';
import { reportDesign } from '../src/core/report.js';
import { readStrategy } from '../src/core/strategy/strategy.js';
import { readSystem } from '../src/core/system/system.js';
import { medianSeconds, microseconds, print } from './timing.js';

interface Oracle {
  readonly systems: Readonly<Record<string, SystemInput>>;
  readonly cases: readonly { readonly model: ModelInput; readonly system: string; readonly execution: StrategyInput }[];
}
interface Presets<T> {
  readonly presets: readonly { readonly id: string; readonly value: T }[];
}

function readJson<T>(root: string, path: string): T {
  return JSON.parse(readFileSync(`${root}/${path}`, 'utf8')) as T;
}

function preset<T>(root: string, kind: string, id: string): T {
  const found = readJson<Presets<T>>(root, `public/presets/${kind}.json`).presets.find((each) => each.id === id);
  if (!found) throw new Error(`There is no preset ${id}.`);
  return found.value;
}

/** @param root folder of the repository */
export function run(root: string): void {
  const design: Design = {
    model: preset(root, 'models', 'gpt3-175b'),
    system: preset(root, 'systems', 'a100-80g'),
    strategy: preset(root, 'strategies', 'fig3'),
  };
  const oracle = readJson<Oracle>(root, 'test/oracle/evaluate.json');
  const designs = oracle.cases.flatMap(({ model, system, execution }): Design[] => {
    const found = oracle.systems[system];
    return found ? [{ model, system: found, strategy: execution }] : [];
  });

  const start = performance.now();
  evaluateDesign(design);
  const cold = (performance.now() - start) / 1000;
  console.log('\nThe model, one core, warm, median of 40 batches');
  const one = medianSeconds(() => evaluateDesign(design));
  print(
    'evaluate Fig. 3 from inputs',
    microseconds(one),
    `${Math.round(1 / one).toLocaleString('en-GB')} a second; first call ${microseconds(cold)}`,
  );

  const [model, system, strategy] = [
    readTransformer(design.model),
    readSystem(design.system),
    readStrategy(design.strategy),
  ];
  const inner = medianSeconds(() => evaluate(model, system, strategy));
  print('evaluate Fig. 3 from SI records', microseconds(inner), `${(inner / one).toFixed(2)} of the above`);

  const all = medianSeconds(() => designs.forEach(evaluateDesign)) / designs.length;
  print(
    `mean over ${designs.length} designs of the reference`,
    microseconds(all),
    `${(all / one).toFixed(2)} of Fig. 3`,
  );

  const report = medianSeconds(() => reportDesign(design));
  const options = reportDesign(design).options.filter((option) => !option.current).length;
  print(
    'report: layers and every option',
    microseconds(report),
    `${options} options; ${(report / one).toFixed(1)} evaluations`,
  );
}
