import type { BlockCost } from '../block/block-cost.js';
import type { Strategy } from '../strategy/strategy.js';
import type { BatchMemory } from './batch-cost.js';
import type { Schedule } from './schedule.js';

type OffloadChoice = Pick<
  Strategy,
  'training' | 'recompute' | 'weightOffload' | 'activationOffload' | 'optimizerOffload'
>;

/**
 * Microbatches whose activations a stage holds at once, in units of all its blocks: as many as there are
 * stages, and a little more when chunks interleave.
 */
export function microbatchesInFlight(schedule: Schedule): number {
  const { stages, chunks, microbatches } = schedule;
  const inFlight = Math.min(microbatches, stages);
  return chunks === 1 ? inFlight : inFlight * (1 + (stages - 1) / (chunks * stages));
}

/** Memory of one processor by class, and what lives on which tier. */
export function batchMemory(block: BlockCost, schedule: Schedule, strategy: OffloadChoice): BatchMemory {
  return placeOnTiers(
    strategy.training ? trainingClasses(block, schedule, strategy) : inferenceClasses(block, schedule),
    block,
    schedule,
    strategy,
  );
}

type MemoryClasses = Omit<BatchMemory, 'tier1Bytes' | 'tier2Bytes'>;

/** What stays on tier 1 of an offloaded class is two blocks' worth: the one at work and the next. */
function trainingClasses(block: BlockCost, schedule: Schedule, strategy: OffloadChoice): MemoryClasses {
  const q = schedule.blocksPerStage;
  const inFlight = microbatchesInFlight(schedule);
  const full = strategy.recompute === 'full';
  const { activationWorkingBytes, activationStoredBytes, checkpointBytes } = block;
  const firstGradient = block.weightGradientUnreducedBytes;
  return {
    weightBytes: q * block.weightBytes,
    activationBytes: full
      ? activationWorkingBytes
      : activationWorkingBytes + activationStoredBytes * (q * inFlight - 1),
    checkpointBytes: full ? q * checkpointBytes * inFlight : 0,
    weightGradientBytes: q === 1 ? firstGradient : firstGradient + block.weightGradientBytes * (q - 1),
    activationGradientBytes: block.activationGradientBytes,
    optimizerBytes: q * block.optimizerStateBytes,
    weightKeptBytes: 2 * block.weightBytes,
    activationKeptBytes: full ? activationWorkingBytes : activationWorkingBytes + activationStoredBytes,
    checkpointKeptBytes: full ? 2 * checkpointBytes : 0,
    weightGradientKeptBytes: firstGradient + block.weightGradientBytes,
    activationGradientKeptBytes: block.activationGradientBytes,
    optimizerKeptBytes: 2 * block.optimizerStateBytes,
  };
}

/**
 * A forward pass keeps weights and one block's working set. Offloading activations would *raise* what stays
 * on tier 1: the reference adds the stored activations there without taking anything away.
 */
function inferenceClasses(block: BlockCost, schedule: Schedule): MemoryClasses {
  return {
    weightBytes: schedule.blocksPerStage * block.weightBytes,
    activationBytes: block.activationWorkingBytes,
    checkpointBytes: 0,
    weightGradientBytes: 0,
    activationGradientBytes: 0,
    optimizerBytes: 0,
    weightKeptBytes: 2 * block.weightBytes,
    activationKeptBytes: block.activationWorkingBytes + block.activationStoredBytes,
    checkpointKeptBytes: 0,
    weightGradientKeptBytes: 0,
    activationGradientKeptBytes: 0,
    optimizerKeptBytes: 0,
  };
}

function placeOnTiers(
  classes: MemoryClasses,
  block: BlockCost,
  schedule: Schedule,
  strategy: OffloadChoice,
): BatchMemory {
  const q = schedule.blocksPerStage;
  let tier1Bytes = classes.activationGradientBytes;
  let tier2Bytes = 0;

  tier1Bytes += strategy.weightOffload ? classes.weightKeptBytes : classes.weightBytes;
  if (strategy.weightOffload) tier2Bytes += classes.weightBytes;

  const { activationOffload } = strategy;
  tier1Bytes += activationOffload ? classes.activationKeptBytes : classes.activationBytes;
  tier1Bytes += activationOffload ? classes.checkpointKeptBytes : classes.checkpointBytes;
  if (activationOffload) {
    tier2Bytes += strategy.recompute === 'full' ? classes.checkpointBytes : classes.activationBytes;
  }

  // Weight gradients move with the optimizer state, which consumes them.
  tier1Bytes += strategy.optimizerOffload ? classes.weightGradientKeptBytes : classes.weightGradientBytes;
  tier1Bytes += strategy.optimizerOffload ? classes.optimizerKeptBytes : classes.optimizerBytes;
  if (strategy.optimizerOffload) tier2Bytes += q * block.weightGradientBytes + q * block.optimizerStateBytes;

  return { ...classes, tier1Bytes, tier2Bytes };
}
