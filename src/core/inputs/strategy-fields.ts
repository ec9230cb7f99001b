import type { ChoiceField, FieldUnit, InputField, NumberField, SwitchField } from './field.js';

const count = (
  path: string,
  label: string,
  help: string,
  slider: readonly [number, number],
  unit: FieldUnit = '',
): NumberField => ({
  kind: 'number',
  part: 'strategy',
  path,
  label,
  help,
  unit,
  integer: true,
  min: 1,
  max: 1e9,
  slider,
  scale: 'log',
});
const tier = (path: string, label: string, help: string): NumberField => ({
  ...count(path, label, help, [0, 15]),
  min: 0,
  max: 63,
  scale: 'linear',
});
const toggle = (path: string, label: string, help: string): SwitchField => ({
  kind: 'switch',
  part: 'strategy',
  path,
  label,
  help,
});
const choice = (path: string, label: string, help: string, options: ChoiceField['options']): ChoiceField => ({
  kind: 'choice',
  part: 'strategy',
  path,
  label,
  help,
  options,
});

/** Every input of a strategy (Calculon's execution), in the order of its file. */
export const STRATEGY_FIELDS: readonly InputField[] = [
  count('num_procs', 'Processors', 'N = t · p · d.', [1, 131072], 'processors'),
  count('tensor_par', 'Tensor parallel', 'Degree t: each block’s matrices are split over t processors.', [1, 128]),
  count('pipeline_par', 'Pipeline parallel', 'Degree p: the blocks are split into p stages.', [1, 512]),
  count('data_par', 'Data parallel', 'Degree d: replicas that each take a share of the batch.', [1, 65536]),
  tier('tensor_par_net', 'Tensor network', 'The network tier that carries tensor-parallel traffic.'),
  tier('pipeline_par_net', 'Pipeline network', 'The network tier that carries pipeline traffic.'),
  tier('data_par_net', 'Data network', 'The network tier that carries the gradient reduction.'),
  count(
    'batch_size',
    'Batch',
    'Samples in one global batch; the data-parallel degree must divide it.',
    [1, 65536],
    'samples',
  ),
  count('microbatch_size', 'Microbatch', 'Samples b that pass through a stage at once.', [1, 512], 'samples'),
  choice('datatype', 'Datatype', 'Of weights, activations and the matrix engine.', [
    { value: 'float8', label: 'float8', help: '1 byte an element.' },
    { value: 'float16', label: 'float16', help: '2 bytes an element.' },
    { value: 'bfloat16', label: 'bfloat16', help: '2 bytes an element, float32’s range.' },
    { value: 'float32', label: 'float32', help: '4 bytes an element, no separate master weights.' },
  ]),
  toggle('fused_activation', 'Fused activation', 'GeLU is fused with its producer and stores nothing of its own.'),
  choice('attention_type', 'Attention', 'How many key and value heads there are.', [
    { value: 'multihead', label: 'Multi-head', help: 'A key and a value head for every query head.' },
    { value: 'multiquery', label: 'Multi-query', help: 'One key and one value head shared by all query heads.' },
  ]),
  choice(
    'activation_recompute',
    'Recompute',
    'Which activations are computed again in the backward pass instead of stored.',
    [
      { value: 'full', label: 'Full', help: 'Store only each block’s input; run the whole forward pass again.' },
      { value: 'attn_only', label: 'Attention only', help: 'Recompute scores, softmax and dropout: the s² tensors.' },
      { value: 'none', label: 'None', help: 'Store everything.' },
    ],
  ),
  count(
    'pipeline_interleaving',
    'Interleaving',
    'Chunks v of blocks on each stage: a smaller bubble for more messages.',
    [1, 128],
  ),
  toggle(
    'optimizer_sharding',
    'Optimizer sharding',
    'Each data-parallel replica keeps a d-th of the optimizer state and of the reduced weight gradients (ZeRO-1; the gradients as in ZeRO-2). Weights, and one block’s gradients before reduction, stay whole: it is not ZeRO-3 (FSDP).',
  ),
  choice('tensor_par_comm_type', 'Tensor exchange', 'The collectives between the tensor-parallel processors.', [
    { value: 'ar', label: 'All-reduce', help: 'One all-reduce for each half of a block.' },
    {
      value: 'p2p_rs_ag',
      label: 'RS + AG at the edge',
      help: 'All-reduce, but reduce-scatter and all-gather around the pipeline’s messages.',
    },
    { value: 'rs_ag', label: 'RS + AG', help: 'Reduce-scatter and all-gather throughout: sequence parallelism.' },
  ]),
  choice('tensor_par_overlap', 'Tensor overlap', 'Hides tensor-parallel traffic behind tiles of the matrix product.', [
    { value: 'none', label: 'None', help: 'The exchange waits for the product.' },
    { value: 'ring', label: 'Ring', help: 'Tile by tile around a ring.' },
    { value: 'pipe', label: 'Pipe', help: 'Tile by tile, one tile’s exchange left exposed.' },
  ]),
  toggle(
    'seq_par_ag_redo',
    'Repeat all-gather',
    'Gather activations again in the backward pass instead of storing them whole.',
  ),
  toggle('data_par_overlap', 'Data overlap', 'Reduces the gradients while the backward pass still runs.'),
  toggle('weight_offload', 'Offload weights', 'Weights live in the offload tier; two blocks’ worth stay on HBM.'),
  toggle(
    'activations_offload',
    'Offload activations',
    'Stored activations move to the offload tier until the backward pass.',
  ),
  toggle('optimizer_offload', 'Offload optimizer', 'Optimizer state and weight gradients live in the offload tier.'),
  toggle(
    'training',
    'Training',
    'Forward, backward and optimizer step. Off, one forward pass: recompute, data overlap and optimizer offload go off too.',
  ),
];
