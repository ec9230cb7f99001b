import { blocksPerStage } from './strategy.js';

/** What a pipeline lacks that does not divide the blocks. */
export interface PipelineShortfall {
  /** Stages that hold a block less than the fullest, where the blocks are spread as evenly as they can be. */
  readonly stages: number;
  /** What each of those holds: ⌈L/p⌉ − 1 blocks, none where there are more stages than blocks. */
  readonly blocksEach: number;
  /** q·p: the blocks that the model counts, as if every stage were the fullest. */
  readonly countedBlocks: number;
}

/**
 * The stages that wait for the fullest; null where p divides L. q·p − L is always less than p, as q − 1 < L/p: no stage
 * ever lacks more than one block.
 */
export function pipelineShortfall(blocks: number, stages: number): PipelineShortfall | null {
  const fullest = blocksPerStage(blocks, stages);
  const countedBlocks = fullest * stages;
  if (countedBlocks === blocks) return null;
  return { stages: countedBlocks - blocks, blocksEach: fullest - 1, countedBlocks };
}
