import type { BlockCost } from '../block/block-cost.js';
import type { Bytes } from '../quantities/units.js';
import type { BatchMemory } from './batch-cost.js';
import type { OffloadChoice } from './offload.js';
import type { Schedule } from './schedule.js';

export const newBatchMemory = (): BatchMemory => ({
  weightBytes: 0,
  activationBytes: 0,
  checkpointBytes: 0,
  weightGradientBytes: 0,
  activationGradientBytes: 0,
  optimizerBytes: 0,
  weightKeptBytes: 0,
  activationKeptBytes: 0,
  checkpointKeptBytes: 0,
  weightGradientKeptBytes: 0,
  activationGradientKeptBytes: 0,
  optimizerKeptBytes: 0,
  movedWeightGradientBytes: 0,
  tier1Bytes: 0,
  tier2Bytes: 0,
});

/**
 * φ: microbatches whose activations a stage holds at once, in units of all its blocks: as many as there are stages,
 * and a little more when chunks interleave.
 */
function microbatchesInFlight(schedule: Schedule): number {
  const { stages, chunks, microbatches } = schedule;
  const inFlight = Math.min(microbatches, stages);
  return chunks === 1 ? inFlight : inFlight * (1 + (stages - 1) / (chunks * stages));
}

/** Memory of one processor by class, all of it and what stays on tier 1 of a class that is offloaded. */
export function memoryClasses(
  out: BatchMemory,
  block: BlockCost,
  schedule: Schedule,
  choice: Pick<OffloadChoice, 'recompute' | 'training'>,
): BatchMemory {
  return choice.training
    ? trainingClasses(out, block, schedule, choice.recompute === 'full')
    : inferenceClasses(out, block, schedule);
}

/** What stays on tier 1 of an offloaded class is two blocks' worth: the one at work and the next. */
function trainingClasses(out: BatchMemory, block: BlockCost, schedule: Schedule, full: boolean): BatchMemory {
  const q = schedule.blocksPerStage;
  const inFlight = microbatchesInFlight(schedule);
  const { activationWorkingBytes, activationStoredBytes, checkpointBytes } = block;
  const unreduced = block.weightGradientUnreducedBytes;
  out.weightBytes = q * block.weightBytes;
  out.activationBytes = full
    ? activationWorkingBytes
    : activationWorkingBytes + activationStoredBytes * (q * inFlight - 1);
  out.checkpointBytes = full ? q * checkpointBytes * inFlight : 0;
  out.weightGradientBytes = q === 1 ? unreduced : unreduced + block.weightGradientBytes * (q - 1);
  out.activationGradientBytes = block.activationGradientBytes;
  out.optimizerBytes = q * block.optimizerStateBytes;
  out.weightKeptBytes = 2 * block.weightBytes;
  out.activationKeptBytes = full ? activationWorkingBytes : activationWorkingBytes + activationStoredBytes;
  out.checkpointKeptBytes = full ? 2 * checkpointBytes : 0;
  out.weightGradientKeptBytes = unreduced + block.weightGradientBytes;
  out.activationGradientKeptBytes = block.activationGradientBytes;
  out.optimizerKeptBytes = 2 * block.optimizerStateBytes;
  out.movedWeightGradientBytes = q * block.weightGradientBytes;
  return out;
}

/**
 * A forward pass keeps weights and one block's working set. Offloading activations would *raise* what stays on tier 1:
 * the reference adds the stored activations there without taking anything away.
 */
function inferenceClasses(out: BatchMemory, block: BlockCost, schedule: Schedule): BatchMemory {
  Object.assign(out, newBatchMemory());
  out.weightBytes = schedule.blocksPerStage * block.weightBytes;
  out.activationBytes = block.activationWorkingBytes;
  out.weightKeptBytes = 2 * block.weightBytes;
  out.activationKeptBytes = block.activationWorkingBytes + block.activationStoredBytes;
  return out;
}

type Offloaded = Pick<OffloadChoice, 'weightOffload' | 'activationOffload' | 'optimizerOffload'>;

/** What tier 1 holds: each class whole, or what it keeps there when offloaded. Weight gradients move with the optimizer. */
export function tier1Bytes(memory: BatchMemory, offloaded: Offloaded): Bytes {
  const { weightOffload, activationOffload, optimizerOffload } = offloaded;
  return (
    memory.activationGradientBytes +
    (weightOffload ? memory.weightKeptBytes : memory.weightBytes) +
    (activationOffload ? memory.activationKeptBytes : memory.activationBytes) +
    (activationOffload ? memory.checkpointKeptBytes : memory.checkpointBytes) +
    (optimizerOffload ? memory.weightGradientKeptBytes : memory.weightGradientBytes) +
    (optimizerOffload ? memory.optimizerKeptBytes : memory.optimizerBytes)
  );
}

/** What tier 2 holds. Under full recompute the working activations never leave tier 1: only checkpoints move. */
export function tier2Bytes(memory: BatchMemory, offloaded: Offloaded, full: boolean): Bytes {
  const { weightOffload, activationOffload, optimizerOffload } = offloaded;
  return (
    (weightOffload ? memory.weightBytes : 0) +
    (activationOffload ? (full ? memory.checkpointBytes : memory.activationBytes) : 0) +
    (optimizerOffload ? memory.movedWeightGradientBytes + memory.optimizerBytes : 0)
  );
}

/** Memory of one processor by class and by tier. */
export function batchMemory(
  out: BatchMemory,
  block: BlockCost,
  schedule: Schedule,
  choice: OffloadChoice,
): BatchMemory {
  memoryClasses(out, block, schedule, choice);
  out.tier1Bytes = tier1Bytes(out, choice);
  out.tier2Bytes = tier2Bytes(out, choice, choice.recompute === 'full');
  return out;
}
