import type { InputField } from '../../core/inputs/field.js';
import type { PlacedField } from './field-paths.js';
import { quantityText } from '../../ui/quantity-text.js';

/** What the field calls its inputs beside their labels: symbols and everyday names. */
const WORDS: Readonly<Record<string, string>> = {
  hidden: 'h width embedding',
  feedforward: 'f ffn mlp',
  seq_size: 's context length',
  attn_heads: 'a',
  attn_size: 'd_h',
  num_blocks: 'L layers depth',
  num_procs: 'N gpus cards accelerators devices world size',
  tensor_par: 't tp degree',
  pipeline_par: 'p pp stages degree',
  data_par: 'd dp replicas degree',
  tensor_par_net: 'tp-tier',
  pipeline_par_net: 'pp-tier',
  data_par_net: 'dp-tier',
  batch_size: 'bs global batch gbs',
  microbatch_size: 'b mbs',
  datatype: 'precision dtype fp8 fp16 bf16',
  activation_recompute: 'checkpointing rematerialisation activations',
  pipeline_interleaving: 'v chunks virtual stages',
  optimizer_sharding: 'zero zero-1 fsdp',
  tensor_par_comm_type: 'tp sequence parallel reduce-scatter all-gather',
  tensor_par_overlap: 'tp-overlap',
  data_par_overlap: 'dp-overlap',
  'mem1.GiB': 'vram memory size tier 1',
  'mem1.GBps': 'memory tier 1',
  'mem2.GiB': 'host memory size tier 2 ddr cxl cpu',
  'mem2.GBps': 'host memory tier 2 ddr cxl cpu pcie',
  'matrix.*.tflops': 'compute flops tensor cores',
  'vector.*.tflops': 'compute flops',
};

/** What people call the networks: the innermost one is the scale-up, those around it are the scale-out. */
const TIER_WORDS = { inner: 'nvlink scale-up', outer: 'ib infiniband ethernet scale-out cluster' } as const;

/** A tier by the name of its technology stands for its rate and its latency; a lone tier is both networks in one. */
function tierWords({ path, field }: PlacedField, tiers: number): string {
  if (field.path !== 'networks.*.bandwidth' && field.path !== 'networks.*.latency') return '';
  const isInner = path.startsWith('networks.0.');
  const own = tiers === 1 ? `${TIER_WORDS.inner} ${TIER_WORDS.outer}` : TIER_WORDS[isInner ? 'inner' : 'outer'];
  return `${own} interconnect`;
}

/** Other names of an input of a machine with so many network tiers, with spaces between them. */
export const fieldWords = (placed: PlacedField, tiers: number): string =>
  WORDS[placed.field.path] ?? tierWords(placed, tiers);

/** What an input is at present, with its unit; "—" where it is not there. */
export function fieldValueText(field: InputField, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (field.kind === 'number') return typeof value === 'number' ? quantityText(value, field.unit) : '—';
  if (field.kind === 'choice') return field.options.find((option) => option.value === value)?.label ?? '—';
  if (!Array.isArray(value)) return '—';
  return field.kind === 'curve' ? `${value.length} ${value.length === 1 ? 'point' : 'points'}` : value.join(', ');
}
