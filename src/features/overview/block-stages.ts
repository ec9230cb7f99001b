import type { Evaluation } from '../../core/evaluation.js';

/** One stage of one block for one microbatch, the optimizer's step once a batch. Seconds; null where there are no numbers. */
export interface BlockStage {
  /** As in the quantity ids: `block-agrad-flop-time`. */
  readonly id: 'forward' | 'agrad' | 'wgrad' | 'optimizer';
  readonly label: string;
  readonly flopSeconds: number | null;
  readonly memorySeconds: number | null;
  readonly seconds: number | null;
}

/** The four stages, the backward ones at nothing without training. */
export function blockStages(evaluation: Evaluation | null): BlockStage[] {
  const block = evaluation?.block;
  return [
    {
      id: 'forward',
      label: 'Forward',
      flopSeconds: block?.forwardFlopSeconds ?? null,
      memorySeconds: block?.forwardMemorySeconds ?? null,
      seconds: block?.forwardSeconds ?? null,
    },
    {
      id: 'agrad',
      label: 'Activation grad.',
      flopSeconds: block?.agradFlopSeconds ?? null,
      memorySeconds: block?.agradMemorySeconds ?? null,
      seconds: block?.agradSeconds ?? null,
    },
    {
      id: 'wgrad',
      label: 'Weight grad.',
      flopSeconds: block?.wgradFlopSeconds ?? null,
      memorySeconds: block?.wgradMemorySeconds ?? null,
      seconds: block?.wgradSeconds ?? null,
    },
    {
      id: 'optimizer',
      label: 'Optimizer',
      flopSeconds: block?.optimizerFlopSeconds ?? null,
      memorySeconds: block?.optimizerMemorySeconds ?? null,
      seconds: block?.optimizerSeconds ?? null,
    },
  ];
}

/**
 * Whether one block is bound by computing or by moving data, and how the machine combines the two. Of a microbatch: the
 * optimizer's step, which comes once after hundreds of them, is not in it.
 */
export function blockFinding(evaluation: Evaluation | null, stages: readonly BlockStage[]): string {
  if (evaluation === null) return 'Where the time of one block goes';
  const passes = stages.filter(({ id }) => id !== 'optimizer');
  const flop = passes.reduce((sum, stage) => sum + (stage.flopSeconds ?? 0), 0);
  const memory = passes.reduce((sum, stage) => sum + (stage.memorySeconds ?? 0), 0);
  if (!(flop + memory > 0)) return 'One block takes no time';
  const share = `${Math.round((memory / (flop + memory)) * 100)} %`;
  return evaluation.system.processingMode === 'roofline'
    ? `A block’s passes compute for ${ratio(flop, memory)} as long as they move data; the longer of both counts`
    : `A block’s passes spend ${share} of their time moving data to and from HBM`;
}

function ratio(flop: number, memory: number): string {
  return memory > 0 ? `${(flop / memory).toPrecision(2)}×` : '∞×';
}
