import type { BatchMemory } from '../batch/batch-cost.js';
import type { Quantity, QuantityGroup } from './quantity.js';
import { CALCULON } from './quantity.js';

const ofMemory = (
  id: string,
  calculon: string,
  field: keyof BatchMemory,
  label: string,
  meaning: string,
  group: QuantityGroup = 'memory',
): Quantity => ({
  id,
  calculon,
  label,
  unit: 'bytes',
  group,
  meaning,
  source: CALCULON,
  value: ({ memory }) => memory[field],
});

const kept = (id: string, calculon: string, field: keyof BatchMemory, label: string): Quantity =>
  ofMemory(
    id,
    calculon,
    field,
    label,
    `What stays on HBM of ${label.toLowerCase().replace(' kept', '')} when they are offloaded.`,
    'memory kept in HBM',
  );

/** What stays on tier 1 of each class when it is offloaded. */
export const KEPT_SPACES: readonly Quantity[] = [
  kept('weight-memory-kept', 'weight_space_with_offload', 'weightKeptBytes', 'Weights kept'),
  kept('activation-memory-kept', 'act_space_with_offload', 'activationKeptBytes', 'Activations kept'),
  {
    ...kept('checkpoint-memory-kept', 'act_checkpoint_size_with_offload', 'checkpointKeptBytes', 'Checkpoints kept'),
    value: ({ memory, strategy }) => (strategy.training ? memory.checkpointKeptBytes : null),
  },
  kept(
    'activation-gradient-memory-kept',
    'act_grad_space_with_offload',
    'activationGradientKeptBytes',
    'Activation gradients kept',
  ),
  kept(
    'weight-gradient-memory-kept',
    'weight_grad_space_with_offload',
    'weightGradientKeptBytes',
    'Weight gradients kept',
  ),
  kept('optimizer-memory-kept', 'optimizer_space_with_offload', 'optimizerKeptBytes', 'Optimizer state kept'),
];

/** Memory by class, wherever it lives. */
export const SPACES: readonly Quantity[] = [
  ofMemory('weight-memory', 'weight_space', 'weightBytes', 'Weights', 'Weights of all blocks of a stage.'),
  ofMemory(
    'activation-memory',
    'act_space',
    'activationBytes',
    'Activations',
    'One block’s working set and the activations stored for microbatches in flight.',
  ),
  ofMemory(
    'checkpoint-memory',
    'act_checkpoint_size',
    'checkpointBytes',
    'Checkpoints',
    'Block inputs kept for microbatches in flight under full recompute.',
  ),
  ofMemory(
    'activation-gradient-memory',
    'act_grad_space',
    'activationGradientBytes',
    'Activation gradients',
    'Activation gradients of the block whose backward pass runs.',
  ),
  ofMemory(
    'weight-gradient-memory',
    'weight_grad_space',
    'weightGradientBytes',
    'Weight gradients',
    'One block’s gradients before reduction, the others’ after it.',
  ),
  ofMemory(
    'optimizer-memory',
    'optimizer_space',
    'optimizerBytes',
    'Optimizer state',
    'Adam’s state and master weights of all blocks of a stage.',
  ),
];

export const CAPACITIES: readonly Quantity[] = [
  ofMemory(
    'tier1-memory',
    'proc_mem_tier1_cap_req',
    'tier1Bytes',
    'HBM used',
    'HBM that one processor needs (memory tier 1).',
    'capacity',
  ),
  ofMemory(
    'tier2-memory',
    'proc_mem_tier2_cap_req',
    'tier2Bytes',
    'Offload tier used',
    'Offload memory that one processor needs (memory tier 2).',
    'capacity',
  ),
];
