import { perBatch, scheduleOf } from '../batch/schedule.js';
import type { Evaluation } from '../evaluation.js';
import type { Seconds } from './units.js';

/**
 * What an overlap leaves exposed in a batch: beyond the window it hides in, which more bandwidth would hide, and by
 * construction, which nothing hides.
 */
export interface OverlapExposed {
  readonly overhangSeconds: Seconds;
  readonly constructionSeconds: Seconds;
}

/** Less than this share of the link time is the rounding of sums. */
const ROUNDING = 1e-9;

/**
 * Exposed time of overlapped tensor-parallel exchanges, the repeated ones too. The pipe scheme leaves one tile of each;
 * beyond it reaches what the product it hides behind is too short for. The edge block overlaps like the base block, and
 * a repeated exchange is exposed like the first time (docs/model.md).
 */
export function tensorOverlapExposed({ model, strategy, block, time }: Evaluation): OverlapExposed {
  const schedule = scheduleOf(model, strategy);
  const tileOf = (link: Seconds): Seconds => {
    const tile = strategy.tensorOverlap === 'pipe' ? link / strategy.tensorParallel : 0;
    return perBatch(schedule, tile, tile);
  };
  const first = tileOf(block.baseForwardTensorSeconds + block.baseBackwardTensorSeconds);
  const beyond = time.tensorExposedSeconds - first;
  const again = time.recommunicationExposedSeconds;
  if (beyond <= time.tensorExposedSeconds * ROUNDING) return { overhangSeconds: 0, constructionSeconds: first + again };
  const tileAgain = Math.min(again, tileOf(block.baseRecommunicationSeconds));
  return { overhangSeconds: beyond + again - tileAgain, constructionSeconds: first + tileAgain };
}

/** Exposed time of the overlapped reduction of gradients, by what it is the reduction of. */
export interface DataOverlapExposed {
  /** Whether there is a chunk to hide behind a later one, and a block of the last chunk to hide behind the next. */
  readonly hasChunks: boolean;
  readonly hasTail: boolean;
  readonly chunkOverhangSeconds: Seconds;
  readonly tailOverhangSeconds: Seconds;
  /** The last block reduces when nothing is left to compute. */
  readonly lastBlockSeconds: Seconds;
  /** What reducing takes from the processors' computing. */
  readonly contentionSeconds: Seconds;
}

/** Exposed time of the reduction, where the strategy overlaps it. */
export function dataOverlapExposed({ model, strategy, time }: Evaluation): DataOverlapExposed {
  const { blocksPerStage, blocksPerChunk, chunks } = scheduleOf(model, strategy);
  const { dataChunkOverhangSeconds, dataTailOverhangSeconds } = time;
  const lastBlockSeconds = time.dataLinkSeconds / blocksPerStage;
  const rest = time.dataExposedSeconds - dataChunkOverhangSeconds - dataTailOverhangSeconds - lastBlockSeconds;
  return {
    hasChunks: chunks > 1 && time.dataLinkSeconds > 0,
    hasTail: blocksPerChunk > 1 && time.dataLinkSeconds > 0,
    chunkOverhangSeconds: dataChunkOverhangSeconds,
    tailOverhangSeconds: dataTailOverhangSeconds,
    lastBlockSeconds,
    contentionSeconds: rest > time.dataExposedSeconds * ROUNDING ? rest : 0,
  };
}
