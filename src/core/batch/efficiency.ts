import type { BlockCost } from '../block/block-cost.js';
import type { FlopPerSecond } from '../quantities/units.js';
import type { Strategy } from '../strategy/strategy.js';
import type { BatchTime, Efficiency } from './batch-cost.js';
import type { Schedule } from './schedule.js';

/** How well the machine is used: useful work over what the matrix engines could do, in three steps. */
export function efficiency(
  block: BlockCost,
  schedule: Schedule,
  time: BatchTime,
  matrixPeak: FlopPerSecond,
  strategy: Strategy,
): Efficiency {
  const usefulFlop =
    block.forwardFlop + (strategy.training ? block.agradFlop + block.wgradFlop + block.optimizerFlop : 0);
  const perfectSeconds = (schedule.blocksPerStage * schedule.microbatches * usefulFlop) / matrixPeak;
  const computeSeconds = time.forwardSeconds + time.backwardSeconds + time.optimizerSeconds;
  return {
    usefulFlop,
    computeEfficiency: perfectSeconds / computeSeconds,
    systemEfficiency: computeSeconds / time.totalSeconds,
    totalEfficiency: perfectSeconds / time.totalSeconds,
    sampleRate: strategy.batch / time.totalSeconds,
  };
}
