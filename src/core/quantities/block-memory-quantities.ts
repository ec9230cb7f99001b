import type { BlockCost } from '../block/block-cost.js';
import type { Quantity } from './quantity.js';
import { CALCULON } from './quantity.js';

const space = (id: string, calculon: string, field: keyof BlockCost, label: string, meaning: string): Quantity => ({
  id,
  calculon,
  label,
  unit: 'bytes',
  group: 'block memory',
  meaning,
  source: CALCULON,
  value: ({ block }) => block[field],
});

/** Memory of one block. */
export const BLOCK_SPACES: readonly Quantity[] = [
  space(
    'block-weights',
    'block_weight_space',
    'weightBytes',
    'Block weights',
    'Weights of one block on one processor.',
  ),
  space(
    'block-working-activations',
    'block_act_working_space',
    'activationWorkingBytes',
    'Block working activations',
    'Activations alive while one block runs.',
  ),
  space(
    'block-stored-activations',
    'block_act_storage_space',
    'activationStoredBytes',
    'Block stored activations',
    'Activations one block keeps for its backward pass.',
  ),
  space(
    'block-checkpoint',
    'block_act_checkpoint_size',
    'checkpointBytes',
    'Block checkpoint',
    'Input of one block, kept under full recompute.',
  ),
  space(
    'block-weight-gradients',
    'block_weight_grad_space',
    'weightGradientBytes',
    'Block weight gradients',
    'Weight gradients of one block after reduction.',
  ),
  space(
    'block-weight-gradients-unreduced',
    'block_weight_grad_space_no_sharding',
    'weightGradientUnreducedBytes',
    'Block weight gradients before reduction',
    'Weight gradients of one block as they accumulate, in 4 bytes.',
  ),
  space(
    'block-activation-gradients',
    'block_act_grad_space',
    'activationGradientBytes',
    'Block activation gradients',
    'Activation gradients alive while one block’s backward pass runs.',
  ),
  space(
    'block-optimizer',
    'block_optimizer_space',
    'optimizerStateBytes',
    'Block optimizer state',
    'Adam’s state and master weights of one block.',
  ),
];
