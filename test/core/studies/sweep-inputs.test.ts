import { describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../../src/core/evaluate.js';
import { FIELDS } from '../../../src/core/inputs/fields.js';
import { setByteUnits } from '../../../src/core/quantities/byte-units.js';
import { QUANTITIES } from '../../../src/core/quantities/registry.js';
import type { StudyInputs } from '../../../src/core/studies/study.js';
import { studyInputs } from '../../../src/core/studies/study.js';
import { SWEEP_INPUTS } from '../../../src/core/studies/sweep-choices.js';
import { studyFromPairs } from '../../../src/share/study-pairs.js';
import { studyOf } from './ask.js';
import { tinyDesign, tinyWorld as world, worldOf } from './small-world.js';

const study = studyOf('sweep');
if (study === null) throw new Error('no study');
const problem = (changes: StudyInputs, of = world) =>
  study.problems(studyInputs(study, changes), of).map(({ field, message }) => `${field}: ${message}`);
const askedValues = (changes: StudyInputs, of = world): readonly number[] =>
  study
    .points(studyInputs(study, { reoptimise: false, ...changes }), of)
    .map(({ key }) => Number(key.split(' ')[1]))
    .sort((a, b) => a - b);

describe('inputs of a sweep', () => {
  it('are every number of the registry of inputs, each once, in groups', () => {
    const values = SWEEP_INPUTS.map(({ value }) => value);
    expect(new Set(values).size).toBe(values.length);
    for (const field of Object.values(FIELDS).flat()) {
      const isThere = values.some(
        (value) => value === field.path || value === field.path.replace('networks.*', 'networks.1'),
      );
      expect([field.path, isThere]).toEqual([field.path, ['number', 'curve', 'collective-law'].includes(field.kind)]);
    }
    expect(new Set(SWEEP_INPUTS.map(({ group }) => group)).size).toBe(8);
  });

  it('are all swept on a machine that has them, or say why not', () => {
    for (const { value, label } of SWEEP_INPUTS) {
      const problems = problem({ knob: value });
      const isThere = !/networks\.[23]|float8|bfloat16|float32/.test(value);
      if (!isThere && problems.length > 0) expect(problems[0]).toContain(`has no ${label}`);
      else if (problems.length > 0) expect(problems[0]).toMatch(/fewer than two allowed values|is 0 now/);
      else expect(askedValues({ knob: value }).length).toBeGreaterThanOrEqual(2);
    }
  });

  it('change nothing else, and are what the axis says', () => {
    const at = (knob: string, value: number) => {
      const points = study.points(studyInputs(study, { knob, reoptimise: false }), world);
      return points.find(({ key }) => key === `fixed ${value}`)?.question.design;
    };
    expect(at('hidden', 12_288)).toEqual({ ...tinyDesign, model: { ...tinyDesign.model, hidden: 12_288 } });
    expect(at('batch_size', 16)).toEqual({ ...tinyDesign, strategy: { ...tinyDesign.strategy, batch_size: 16 } });
    expect(at('tensor_par', 4)?.strategy).toMatchObject({ num_procs: 8, tensor_par: 4, data_par: 1 });
    expect(at('num_procs', 32)?.strategy).toMatchObject({ num_procs: 32, tensor_par: 2, pipeline_par: 2, data_par: 8 });
    const [own] = tinyDesign.system.networks;
    expect(at('networks.0.ops.all_reduce', own?.ops.all_reduce[0] ?? 0)).toEqual(tinyDesign);
    const { matrix } = tinyDesign.system;
    const curveOf = matrix.float16?.gflops_efficiency ?? [];
    const highest = Math.max(...curveOf.map(([, efficiency]) => efficiency));
    const half = askedValues({ knob: 'matrix.*.gflops_efficiency' })[0] ?? 0;
    const scaled = at('matrix.*.gflops_efficiency', half)?.system.matrix.float16?.gflops_efficiency ?? [];
    scaled.forEach(([threshold, efficiency], i) => {
      expect(threshold).toBe(curveOf[i]?.[0]);
      expect(efficiency).toBeCloseTo(((curveOf[i]?.[1] ?? 0) * half) / highest, 12);
    });
  });

  it('take allowed whole numbers only, and say what was left out', () => {
    expect(askedValues({ knob: 'tensor_par' })).toEqual([1, 2, 4, 8]);
    expect(askedValues({ knob: 'num_procs' }).every((value) => value % 4 === 0)).toBe(true);
    expect(askedValues({ knob: 'microbatch_size', to: 64 })).toEqual([1, 2, 4]);
    const hidden = askedValues({ knob: 'hidden' });
    expect(hidden).toHaveLength(17);
    expect(hidden.every((value) => value % 2 === 0)).toBe(true);
    for (const value of hidden) {
      const design = { ...tinyDesign, model: { ...tinyDesign.model, hidden: value } };
      expect(evaluateDesign(design).kind).not.toBe('invalid');
    }
    const { figures } = study.report(studyInputs(study, { knob: 'attn_heads' }), world, new Map());
    const [figure] = figures;
    expect(figure?.kind === 'curves' && figure.notes?.join(' ')).toMatch(
      /^Allowed values only.*Left out: .*does not divide over 2/,
    );
    expect(problem({ knob: 'pipeline_interleaving', to: 1.5, from: 1 })).toEqual([
      expect.stringMatching(/^knob: .*fewer than two/),
    ]);
  });

  it('keep the values of earlier links', () => {
    // the inputs and quantities that the first version had, each with what it meant
    const before: Readonly<Record<string, (value: number) => unknown>> = {
      'matrix.*.tflops': (value) => ({ matrix: { float16: { tflops: value } } }),
      'vector.*.tflops': (value) => ({ vector: { float16: { tflops: value } } }),
      'mem1.GiB': (value) => ({ mem1: { GiB: value } }),
      'mem1.GBps': (value) => ({ mem1: { GBps: value } }),
      'mem2.GiB': (value) => ({ mem2: { GiB: value } }),
      'mem2.GBps': (value) => ({ mem2: { GBps: value } }),
      'networks.1.bandwidth': (value) => ({ networks: [{}, { bandwidth: value }] }),
      'networks.0.efficiency': (value) => ({ networks: [{ efficiency: value }, {}] }),
      'networks.1.size': (value) => ({ networks: [{}, { size: value }] }),
      'networks.0.latency': (value) => ({ networks: [{ latency: value }, {}] }),
      'networks.0.processor_usage': (value) => ({ networks: [{ processor_usage: value }, {}] }),
    };
    for (const [knob, system] of Object.entries(before)) {
      expect(study.fields['knob']?.accepts(knob)).toBe(true);
      for (const point of study.points(studyInputs(study, { knob, steps: 3, reoptimise: false }), world))
        expect(point.question.design.system).toMatchObject(system(Number(point.key.split(' ')[1])) as object);
    }
    for (const tier of [0, 1, 2, 3]) expect(study.fields['knob']?.accepts(`networks.${tier}.latency`)).toBe(true);
    const shown = ['sample-rate', 'mfu', 'total-time', 'tier1-memory', 'bubble-time', 'tensor-exposed'];
    for (const id of [...shown, 'pipeline-exposed', 'data-exposed', 'offload-bandwidth'])
      expect(study.fields['shown']?.accepts(id)).toBe(true);
    for (const { id } of QUANTITIES) expect(study.fields['shown']?.accepts(id)).toBe(true);
  });

  it('are read from links of the first version as they were written', () => {
    const link = [
      ['study', 'sweep'],
      ['study.sweep.knob', 'networks.1.bandwidth'],
      ['study.sweep.from', '12.5'],
      ['study.sweep.to', '400'],
      ['study.sweep.steps', '5'],
      ['study.sweep.shown', 'mfu'],
      ['study.sweep.reoptimise', 'false'],
    ] as const;
    const notes: string[] = [];
    const { changes } = studyFromPairs(new Map(link), notes, [study]);
    expect(notes).toEqual([]);
    // in equal ratios, as then; and what the input is now
    expect(askedValues(changes['sweep'] ?? {})).toEqual([12.5, 25, 29.73, 70.71, 168.2, 400]);
  });

  it('are understood once for all that is asked of a sweep, and again when memory is written otherwise', () => {
    let looks = 0;
    const watched = {
      ...world,
      get current() {
        looks++;
        return world.current;
      },
    };
    const inputs = studyInputs(study, { knob: 'mem1.GiB', reoptimise: false });
    expect(study.problems(inputs, watched)).toEqual([]);
    const once = looks;
    expect(once).toBeGreaterThan(0);
    study.points(inputs, watched);
    study.more(inputs, watched, new Map());
    study.report(inputs, watched, new Map());
    expect(looks).toBe(once);
    setByteUnits('decimal');
    const [point] = study.points(inputs, watched);
    setByteUnits('binary');
    expect(point?.label).toContain(' GB,');
    expect(looks).toBeGreaterThan(once);
    expect(study.points(inputs, watched)[0]?.label).toContain(' GiB,');
    // other inputs, and another world, are others
    expect(study.points({ ...inputs, knob: 'hidden' }, watched)[0]?.label).toContain('Hidden');
    const wider = worldOf({ ...tinyDesign, model: { ...tinyDesign.model, hidden: 12_288 } });
    expect(study.points(inputs, wider)[0]?.question.design.model.hidden).toBe(12_288);
  });

  it('say what cannot be swept', () => {
    const fields = (changes: StudyInputs) => problem(changes).map((each) => each.split(':')[0]);
    expect(fields({})).toEqual([]);
    expect(fields({ knob: 'networks.3.latency' })).toEqual(['knob']);
    expect(fields({ from: 100, to: 50 })).toEqual(['to']);
    expect(fields({ knob: 'networks.0.efficiency', to: 2 })).toEqual(['to']);
    expect(fields({ model: 'nothing' })).toEqual(['model']);
  });
});
