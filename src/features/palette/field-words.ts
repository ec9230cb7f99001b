import type { InputField } from '../../core/inputs/field.js';
import type { PlacedField } from './field-paths.js';
import { quantityText } from '../../ui/quantity-text.js';

/**
 * What the field calls its inputs beside their labels, symbols and everyday names, with commas between them. A value may
 * be typed behind any of them, so that each has to mean the input itself.
 */
const NAMES: Readonly<Record<string, string>> = {
  hidden: 'h, width, embedding',
  feedforward: 'f, ffn, mlp',
  seq_size: 's, context, context length',
  attn_heads: 'a',
  attn_size: 'd_h',
  num_blocks: 'L, layers, depth',
  num_procs: 'N, gpus, cards, accelerators, devices, world size',
  tensor_par: 't, tp, tensor, tensor degree, degree',
  pipeline_par: 'p, pp, pipeline, pipeline degree, stages, degree',
  data_par: 'd, dp, data, data degree, replicas, degree',
  tensor_par_net: 'tp-tier',
  pipeline_par_net: 'pp-tier',
  data_par_net: 'dp-tier',
  batch_size: 'bs, global batch, gbs',
  microbatch_size: 'b, mbs',
  datatype: 'precision, dtype',
  activation_recompute: 'checkpointing, rematerialisation, recomputation, activations',
  pipeline_interleaving: 'v, chunks, virtual stages',
  optimizer_sharding: 'zero, zero-1, zero-2, zero2, zero-3, zero3, fsdp',
  tensor_par_comm_type: 'tp, reduce-scatter, all-gather',
  tensor_par_overlap: 'tp-overlap',
  data_par_overlap: 'dp-overlap',
  'mem1.GiB': 'vram, memory, memory size, memory tier 1',
  'mem1.GBps': 'memory, memory tier 1',
  'mem2.GiB': 'host memory, memory, memory size, memory tier 2, ddr, cxl, cpu, nvme, ssd',
  'mem2.GBps': 'host memory, memory, memory tier 2, ddr, cxl, cpu, pcie, nvme, ssd',
  'matrix.*.tflops': 'compute, flops, tensor cores',
  'vector.*.tflops': 'compute, flops',
};

/** What has to do with an input and is not it: it is found by these, and no value is typed behind them. */
const KIN: Readonly<Record<string, string>> = {
  microbatch_size: 'gradient accumulation',
  pipeline_interleaving: '1f1b interleaved pipeline schedule bubble',
};

/** What people call the networks: the innermost one is the scale-up, those around it are the scale-out. */
const TIER_WORDS = { inner: 'nvlink, scale-up', outer: 'ib, infiniband, ethernet, scale-out, cluster' } as const;

/** A tier by the name of its technology stands for its rate and its latency; a lone tier is both networks in one. */
function tierWords({ path, field }: PlacedField, tiers: number): string {
  if (field.path !== 'networks.*.bandwidth' && field.path !== 'networks.*.latency') return '';
  const isInner = path.startsWith('networks.0.');
  const own = tiers === 1 ? `${TIER_WORDS.inner}, ${TIER_WORDS.outer}` : TIER_WORDS[isInner ? 'inner' : 'outer'];
  return `${own}, interconnect`;
}

/** Other names of an input of a machine with so many network tiers. */
export const fieldNames = (placed: PlacedField, tiers: number): readonly string[] =>
  (NAMES[placed.field.path] ?? tierWords(placed, tiers)).split(', ').filter(Boolean);

/** Words that an input is found by beside its names. */
export const fieldKin = ({ field }: PlacedField): string => KIN[field.path] ?? '';

/** What an input is at present, with its unit; "—" where it is not there. */
export function fieldValueText(field: InputField, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (field.kind === 'number') return typeof value === 'number' ? quantityText(value, field.unit) : '—';
  if (field.kind === 'choice') return field.options.find((option) => option.value === value)?.label ?? '—';
  if (!Array.isArray(value)) return '—';
  return field.kind === 'curve' ? `${value.length} ${value.length === 1 ? 'point' : 'points'}` : value.join(', ');
}
