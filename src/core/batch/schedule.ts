import type { Transformer } from '../model/transformer.js';
import type { Strategy } from '../strategy/strategy.js';
import { blocksPerStage, microbatches } from '../strategy/strategy.js';

/** How blocks and microbatches are laid out in time on one processor. */
export interface Schedule {
  /** q = ⌈L/p⌉: blocks a stage holds. */
  blocksPerStage: number;
  /** r: stages that hold one block fewer where p does not divide L. */
  missingBlocks: number;
  /** v: chunks of a stage. */
  chunks: number;
  /** k = q/v: blocks of a chunk, the last of them its edge block. */
  blocksPerChunk: number;
  /** m. */
  microbatches: number;
  /** p. */
  stages: number;
}

/** The schedule of an interleaved one-forward-one-backward pipeline (Narayanan et al. 2021). */
export function scheduleOf(model: Transformer, strategy: Strategy): Schedule {
  const stages = strategy.pipelineParallel;
  const perStage = blocksPerStage(model.blocks, stages);
  const rest = model.blocks % stages;
  return {
    blocksPerStage: perStage,
    missingBlocks: rest === 0 ? 0 : stages - rest,
    chunks: strategy.interleaving,
    blocksPerChunk: perStage / strategy.interleaving,
    microbatches: microbatches(strategy),
    stages,
  };
}

/** A quantity of a chunk: k − 1 base blocks and one edge block. */
export const perChunk = (schedule: Schedule, base: number, edge: number): number =>
  (schedule.blocksPerChunk - 1) * base + edge;

/** The same over all chunks and microbatches of a batch. */
export const perBatch = (schedule: Schedule, base: number, edge: number): number =>
  schedule.microbatches * schedule.chunks * perChunk(schedule, base, edge);
