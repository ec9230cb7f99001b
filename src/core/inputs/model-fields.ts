import type { NumberField } from './field.js';

const size = (
  path: string,
  label: string,
  help: string,
  slider: readonly [number, number],
  unit: NumberField['unit'] = '',
): NumberField => ({
  kind: 'number',
  part: 'model',
  path,
  label,
  help,
  unit,
  integer: true,
  min: 1,
  max: 1e7,
  slider,
  scale: 'log',
});

/** Every input of a model, in the order of its Calculon file. */
export const MODEL_FIELDS: readonly NumberField[] = [
  size('hidden', 'Hidden size', 'Width h of the residual stream.', [256, 262144]),
  size('feedforward', 'Feed-forward size', 'Width f of the MLP, usually 4h.', [1024, 1048576]),
  size('seq_size', 'Sequence length', 'Tokens s in one sample.', [128, 131072], 'tokens'),
  size('attn_heads', 'Attention heads', 'Number of heads a; tensor parallelism must divide it.', [1, 1024], 'heads'),
  size('attn_size', 'Head size', 'Width d_h of one attention head, usually h/a.', [16, 1024]),
  size('num_blocks', 'Blocks', 'Transformer blocks L, shared out over the pipeline stages.', [1, 1024], 'blocks'),
];
