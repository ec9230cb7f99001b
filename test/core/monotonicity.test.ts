import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../src/core/evaluate.js';
import type { BatchTime } from '../../src/core/batch/batch-cost.js';
import type { Evaluation } from '../../src/core/evaluation.js';
import type { Design, EngineInputs, MemoryInput, SystemInput } from '../../src/core/inputs/design.js';
import { validDesign } from './design-arbitrary.js';

/** Ways to make a machine better by a factor. */
const UPGRADES = {
  matrix: (system, factor) => ({ ...system, matrix: fasterEngines(system.matrix, factor) }),
  vector: (system, factor) => ({ ...system, vector: fasterEngines(system.vector, factor) }),
  'HBM bandwidth': (system, factor) => ({ ...system, mem1: fasterMemory(system.mem1, factor) }),
  'offload bandwidth': (system, factor) => ({ ...system, mem2: fasterMemory(system.mem2, factor) }),
  'network bandwidth': (system, factor) => ({
    ...system,
    networks: system.networks.map((network) => ({ ...network, bandwidth: network.bandwidth * factor })),
  }),
  'network latency': (system, factor) => ({
    ...system,
    networks: system.networks.map((network) => ({ ...network, latency: network.latency / factor })),
  }),
} satisfies Record<string, (system: SystemInput, factor: number) => SystemInput>;
type Upgrade = keyof typeof UPGRADES;

function fasterEngines(engines: EngineInputs, factor: number): EngineInputs {
  return Object.fromEntries(
    Object.entries(engines).map(([datatype, engine]) => [datatype, { ...engine, tflops: engine.tflops * factor }]),
  );
}
const fasterMemory = (memory: MemoryInput, factor: number): MemoryInput => ({ ...memory, GBps: memory.GBps * factor });

/**
 * Where the reference itself is slower on a better machine. Each is a property of its formulas, kept for agreement and
 * told in docs/model.md. Only the named parts of the batch time may grow; all the rest together may not.
 */
const EXCEPTIONS: readonly {
  readonly name: string;
  readonly concerns: (upgrade: Upgrade, design: Design) => boolean;
  readonly grows: readonly (keyof BatchTime)[];
}[] = [
  {
    name: 'one stage pays no message, yet its latency widens the window that hides offloading',
    concerns: (upgrade, { strategy }) =>
      upgrade === 'network latency' &&
      strategy.pipeline_par === 1 &&
      (strategy.weight_offload || strategy.activations_offload || strategy.optimizer_offload),
    grows: ['forwardOffloadExposedSeconds', 'backwardOffloadExposedSeconds'],
  },
  {
    name: 'under roofline a memory-bound product gets no shorter, but its FLOP hide less of the exchange',
    concerns: (upgrade, { system, strategy }) =>
      upgrade === 'matrix' && system.processing_mode === 'roofline' && strategy.tensor_par_overlap !== 'none',
    grows: ['tensorExposedSeconds', 'recommunicationExposedSeconds', 'bubbleSeconds'],
  },
  {
    name: 'a shorter backward pass hides less of the gradients’ reduction, by p microbatches for each one saved',
    concerns: (_upgrade, { strategy }) => strategy.data_par_overlap,
    grows: ['dataExposedSeconds'],
  },
];

function evaluationOf(design: Design): Evaluation {
  const outcome = evaluateDesign(design);
  if (outcome.kind === 'invalid') throw new Error(outcome.reasons.map((reason) => reason.message).join(' '));
  return outcome.evaluation;
}

const better = (upgrade: Upgrade, design: Design, factor: number): Design => ({
  ...design,
  system: UPGRADES[upgrade](design.system, factor),
});

/** By how much of the batch the time grows, the parts that may grow left out. */
function slowdown(
  upgrade: Upgrade,
  design: Design,
  factor: number,
  mayGrow: readonly (keyof BatchTime)[] = [],
): number {
  const before = evaluationOf(design).time;
  const after = evaluationOf(better(upgrade, design, factor)).time;
  const rest = (time: BatchTime): number => mayGrow.reduce((sum, part) => sum - time[part], time.totalSeconds);
  return (rest(after) - rest(before)) / before.totalSeconds;
}

const factors = fc.constantFrom(1.01, 1.3, 3);

describe('a better machine is never slower', () => {
  it.each(Object.keys(UPGRADES) as Upgrade[])('%s', (upgrade) => {
    fc.assert(
      fc.property(validDesign, factors, (design, factor) => {
        const mayGrow = EXCEPTIONS.filter(({ concerns }) => concerns(upgrade, design)).flatMap(({ grows }) => grows);
        expect(slowdown(upgrade, design, factor, mayGrow)).toBeLessThan(1e-9);
      }),
      { numRuns: 1500 },
    );
  });

  it.each(EXCEPTIONS)('but for the reference’s own exception: $name', ({ concerns }) => {
    const designs = fc.sample(validDesign, { numRuns: 12000, seed: 1 });
    const seen = designs.some((design) =>
      (Object.keys(UPGRADES) as Upgrade[]).some(
        (upgrade) =>
          EXCEPTIONS.filter((each) => each.concerns(upgrade, design)).length === 1 &&
          concerns(upgrade, design) &&
          slowdown(upgrade, design, 3) > 1e-6,
      ),
    );
    expect(seen).toBe(true);
  });
});
