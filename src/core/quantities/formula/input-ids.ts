import type { DesignPart } from '../../inputs/design.js';

const PREFIX = 'input/';

/** The id of an input as a quantity: `input/system/mem1.GBps`. */
export const inputId = (part: DesignPart, path: string): string => `${PREFIX}${part}/${path}`;

/** The part and path of an input's id; null for another quantity. */
export function inputOf(id: string): { readonly part: DesignPart; readonly path: string } | null {
  const [, part, path] = /^input\/(model|system|strategy)\/(.+)$/.exec(id) ?? [];
  return part === undefined || path === undefined ? null : { part: part as DesignPart, path };
}

const model = (path: string): string => inputId('model', path);
const system = (path: string): string => inputId('system', path);
const strategy = (path: string): string => inputId('strategy', path);

/** Ids of the inputs that formulas name, by their symbol where they have one. */
export const IN = {
  h: model('hidden'),
  f: model('feedforward'),
  s: model('seq_size'),
  a: model('attn_heads'),
  dh: model('attn_size'),
  L: model('num_blocks'),
  t: strategy('tensor_par'),
  p: strategy('pipeline_par'),
  d: strategy('data_par'),
  batch: strategy('batch_size'),
  b: strategy('microbatch_size'),
  v: strategy('pipeline_interleaving'),
  tensorTier: strategy('tensor_par_net'),
  pipelineTier: strategy('pipeline_par_net'),
  dataTier: strategy('data_par_net'),
  datatype: strategy('datatype'),
  fused: strategy('fused_activation'),
  attention: strategy('attention_type'),
  recompute: strategy('activation_recompute'),
  sharding: strategy('optimizer_sharding'),
  exchange: strategy('tensor_par_comm_type'),
  tensorOverlap: strategy('tensor_par_overlap'),
  repeatGather: strategy('seq_par_ag_redo'),
  dataOverlap: strategy('data_par_overlap'),
  weightOffload: strategy('weight_offload'),
  activationOffload: strategy('activations_offload'),
  optimizerOffload: strategy('optimizer_offload'),
  training: strategy('training'),
  processing: system('processing_mode'),
  hbmBandwidth: system('mem1.GBps'),
  hbmCurve: system('mem1.MB_efficiency'),
  offloadBandwidth: system('mem2.GBps'),
  offloadCurve: system('mem2.MB_efficiency'),
} as const;
