import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../src/core/evaluate.js';
import type { Evaluation } from '../../src/core/evaluation.js';
import type { ModelInput, StrategyInput, SystemInput } from '../../src/core/inputs/design.js';
import { parameterCount, readTransformer } from '../../src/core/model/transformer.js';
import { GIBIBYTE } from '../../src/core/quantities/constants.js';
import { oracle } from './oracle.js';

interface PresetFile<T> {
  readonly presets: readonly {
    readonly id: string;
    readonly value: T;
    readonly for?: { readonly model: string; readonly system: string };
  }[];
}
function presets<T>(kind: string): PresetFile<T>['presets'] {
  const file = new URL(`../../public/presets/${kind}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as PresetFile<T>).presets;
}
const models = presets<ModelInput>('models');
const systems = presets<SystemInput>('systems');
const strategies = presets<StrategyInput>('strategies');

function found<T>(list: PresetFile<T>['presets'], id: string): T {
  const preset = list.find((each) => each.id === id);
  if (preset === undefined) throw new Error(`no preset ${id}`);
  return preset.value;
}

/** The evaluation of a published strategy on the model and system it was published for. */
function published(id: string): Evaluation {
  const strategy = strategies.find((each) => each.id === id);
  if (strategy?.for === undefined) throw new Error(`no strategy ${id}`);
  const outcome = evaluateDesign({
    model: found(models, strategy.for.model),
    system: found(systems, strategy.for.system),
    strategy: strategy.value,
  });
  if (outcome.kind !== 'feasible') throw new Error(outcome.reasons.map((reason) => reason.message).join(' '));
  return outcome.evaluation;
}

describe('Fig. 3 of the paper', () => {
  const { time, memory } = published('fig3');
  it.each([
    ['total', time.totalSeconds, 16.715],
    ['forward', time.forwardSeconds, 2.755],
    ['backward', time.backwardSeconds, 5.216],
    ['recompute', time.recomputeSeconds, 2.755],
    // Printed as 1.587; the reference computes 1.58646, and so do we.
    ['bubble', time.bubbleSeconds, 1.58646],
    ['TP and recommunication', time.tensorExposedSeconds + time.recommunicationExposedSeconds, 1.74],
    ['PP', time.pipelineExposedSeconds, 2.618],
    ['DP', time.dataExposedSeconds, 0.04],
    ['optimizer', time.optimizerSeconds, 0.004],
  ])('%s, s', (_, ours, paper) => expect(ours).toBeCloseTo(paper, 3));

  it.each([
    ['all', memory.tier1Bytes, 17.44, 2],
    ['weights', memory.weightBytes, 0.844, 3],
    ['activations', memory.activationBytes, 0.609, 3],
    ['checkpoints', memory.checkpointBytes, 8.953, 3],
    ['weight gradients', memory.weightGradientBytes, 1.266, 3],
    ['activation gradients', memory.activationGradientBytes, 0.703, 3],
    ['optimizer', memory.optimizerBytes, 5.064, 3],
  ])('%s, GiB', (_, ours, paper, digits) => expect(ours / GIBIBYTE).toBeCloseTo(paper, digits));
});

describe('Table 2 of the paper', () => {
  const rows = [
    ['22b', 1.42, 1.4, 1.1, 1.14],
    ['175b', 18.13, 18.03, 13.75, 13.64],
    ['530b', 49.05, 49.89, 37.83, 34.47],
    ['1t', 94.42, 90.08, 71.49, 66.04],
  ] as const;

  it.each(rows)(
    '%s: both predictions to the digits printed',
    (size, _measuredFull, full, _measuredSelective, selective) => {
      expect(published(`table2-${size}-full`).time.totalSeconds).toBeCloseTo(full, 2);
      expect(published(`table2-${size}-seqsel`).time.totalSeconds).toBeCloseTo(selective, 2);
    },
  );

  it('errs by 3.65% on average and 8.87% at worst', () => {
    const errors = rows.flatMap(([size, measuredFull, , measuredSelective]) =>
      [
        published(`table2-${size}-full`).time.totalSeconds / measuredFull,
        published(`table2-${size}-seqsel`).time.totalSeconds / measuredSelective,
      ].map((ratio) => Math.abs(ratio - 1)),
    );
    // 8.867% is printed as 8.87: the paper rounds.
    expect(100 * Math.max(...errors)).toBeCloseTo(8.87, 1);
    expect((100 * errors.reduce((sum, error) => sum + error, 0)) / errors.length).toBeCloseTo(3.65, 1);
  });
});

describe('Table 4 of the paper', () => {
  it.each([
    ['table4-baseline', 36.67],
    ['table4-seqpar', 49.61],
    ['table4-software', 70.96],
    ['table4-offload', 76.71],
  ])('%s: MFU %d %%', (id, mfu) => expect(100 * published(id).efficiency.totalEfficiency).toBeCloseTo(mfu, 2));
});

describe('parameters', () => {
  const known: Readonly<Record<string, string>> = {
    'anthropic-52b': 'anthropic-52B',
    'chinchilla-70b': 'chinchilla',
    'gpt3-13b': 'gpt3-13B',
    'gpt3-175b': 'gpt3-175B',
    'megatron-126m': 'megatron-126M',
    'megatron-1t': 'megatron-1T',
    'megatron-22b': 'megatron-22B',
    'megatron-40b': 'megatron-40B',
    'megatron-5b': 'megatron-5B',
    'turing-530b': 'turing-530B',
  };
  it.each(Object.entries(known))('%s has the reference’s count', (preset, reference) => {
    expect(parameterCount(readTransformer(found(models, preset)))).toBe(oracle.parameters[reference]);
  });

  it('llama-like-70B, which is no preset, has the reference’s count', () => {
    const model = oracle.cases.find((each) => each.id.startsWith('llama-like-70B/'))?.model;
    expect(model).toMatchObject({ hidden: 8192, feedforward: 28672 });
    if (model) expect(parameterCount(readTransformer(model))).toBe(oracle.parameters['llama-like-70B']);
  });

  it('leave out no count of the reference', () => {
    expect(Object.keys(oracle.parameters).toSorted()).toEqual([...Object.values(known), 'llama-like-70B'].toSorted());
  });
});
