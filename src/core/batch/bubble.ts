import type { Seconds } from '../quantities/units.js';
import type { PassTime } from './pass-time.js';
import type { Schedule } from './schedule.js';
import { perChunk } from './schedule.js';

/**
 * Time a processor waits for the pipeline to fill and drain: p − 1 chunks each way, more where the microbatches do
 * not fill the last round of an interleaved schedule, less where some stages hold one block fewer.
 */
export function bubbleSeconds(schedule: Schedule, pass: PassTime): Seconds {
  const { stages, chunks, microbatches, missingBlocks, blocksPerChunk } = schedule;
  const chunk =
    perChunk(schedule, pass.baseForwardSeconds, pass.edgeForwardSeconds) +
    perChunk(schedule, pass.baseBackwardSeconds, pass.edgeBackwardSeconds);
  const rest = microbatches % stages;
  const extraSlots = rest === 0 ? 0 : (chunks - 1) * (stages - rest);
  const edgeBlock = pass.edgeForwardSeconds + pass.edgeBackwardSeconds;
  const baseBlock = pass.baseForwardSeconds + pass.baseBackwardSeconds;
  const missingBlock = blocksPerChunk > 1 ? (baseBlock + edgeBlock) / 2 : edgeBlock;
  return (stages - 1) * chunk + extraSlots * chunk - missingBlocks * missingBlock;
}
