import type { BlockCost } from '../block/block-cost.js';
import type { Flop, FlopPerSecond, Seconds } from '../quantities/units.js';
import type { Strategy } from '../strategy/strategy.js';
import type { BatchTime, Efficiency } from './batch-cost.js';
import type { Schedule } from './schedule.js';

/** U: model FLOP of one block and microbatch, recomputation left out. */
export const usefulFlop = (block: BlockCost, training: boolean): Flop =>
  block.forwardFlop + (training ? block.agradFlop + block.wgradFlop + block.optimizerFlop : 0);

/** Time the matrix engine would need at its peak for the useful work of `blockPasses` blocks and microbatches. */
export const perfectSeconds = (useful: Flop, blockPasses: number, matrixPeak: FlopPerSecond): Seconds =>
  (blockPasses * useful) / matrixPeak;

/** How well the machine is used: useful work over what the matrix engines could do, in three steps. */
export function efficiency(
  block: BlockCost,
  schedule: Schedule,
  time: BatchTime,
  matrixPeak: FlopPerSecond,
  strategy: Strategy,
): Efficiency {
  const useful = usefulFlop(block, strategy.training);
  const perfect = perfectSeconds(useful, schedule.blocksPerStage * schedule.microbatches, matrixPeak);
  const computeSeconds = time.forwardSeconds + time.backwardSeconds + time.optimizerSeconds;
  return {
    usefulFlop: useful,
    computeEfficiency: perfect / computeSeconds,
    systemEfficiency: computeSeconds / time.totalSeconds,
    totalEfficiency: perfect / time.totalSeconds,
    sampleRate: strategy.batch / time.totalSeconds,
  };
}
