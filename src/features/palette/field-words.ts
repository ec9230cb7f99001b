import type { InputField } from '../../core/inputs/field.js';
import { quantityText } from '../../ui/quantity-text.js';

/** What the field calls its inputs beside their labels: symbols and everyday names. */
const WORDS: Readonly<Record<string, string>> = {
  hidden: 'h width embedding',
  feedforward: 'f ffn mlp',
  seq_size: 's context length',
  attn_heads: 'a',
  attn_size: 'd_h',
  num_blocks: 'L layers depth',
  num_procs: 'N gpus accelerators devices world size',
  tensor_par: 't tp degree',
  pipeline_par: 'p pp stages degree',
  data_par: 'd dp replicas degree',
  tensor_par_net: 'tp-tier',
  pipeline_par_net: 'pp-tier',
  data_par_net: 'dp-tier',
  batch_size: 'global batch gbs',
  microbatch_size: 'b mbs',
  datatype: 'precision dtype fp8 fp16 bf16',
  activation_recompute: 'checkpointing rematerialisation activations',
  pipeline_interleaving: 'v chunks virtual stages',
  optimizer_sharding: 'zero fsdp',
  tensor_par_comm_type: 'tp sequence parallel reduce-scatter all-gather',
  tensor_par_overlap: 'tp-overlap',
  data_par_overlap: 'dp-overlap',
  'mem1.GiB': 'memory size tier 1',
  'mem1.GBps': 'memory tier 1',
  'mem2.GiB': 'memory size tier 2 ddr cpu',
  'mem2.GBps': 'memory tier 2 ddr cpu pcie',
  'matrix.*.tflops': 'compute flops tensor cores',
  'vector.*.tflops': 'compute flops',
};

/** Other names of an input, with spaces between them. */
export const fieldWords = (field: InputField): string => WORDS[field.path] ?? '';

/** What an input is at present, with its unit; "—" where it is not there. */
export function fieldValueText(field: InputField, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (field.kind === 'number') return typeof value === 'number' ? quantityText(value, field.unit) : '—';
  if (field.kind === 'choice') return field.options.find((option) => option.value === value)?.label ?? '—';
  if (!Array.isArray(value)) return '—';
  return field.kind === 'curve' ? `${value.length} ${value.length === 1 ? 'point' : 'points'}` : value.join(', ');
}
