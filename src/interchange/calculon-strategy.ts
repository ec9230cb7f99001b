import * as z from 'zod/mini';
import {
  ATTENTION_TYPES,
  DATATYPES,
  RECOMPUTE_MODES,
  TENSOR_COMMUNICATIONS,
  TENSOR_OVERLAPS,
  type StrategyInput,
} from '../core/inputs/design.js';
import { choiceLeaf, numberLeaf, switchLeaf } from './leaf-schema.js';
import { readPart } from './read-part.js';
import type { Read } from './problem.js';

const count = (path: string): z.ZodMiniType<number> => numberLeaf('strategy', path);
const toggle = (path: string): z.ZodMiniType<boolean> => switchLeaf('strategy', path);

/** A Calculon execution file. */
export const strategySchema: z.ZodMiniType<StrategyInput> = z.strictObject({
  num_procs: count('num_procs'),
  tensor_par: count('tensor_par'),
  pipeline_par: count('pipeline_par'),
  data_par: count('data_par'),
  tensor_par_net: count('tensor_par_net'),
  pipeline_par_net: count('pipeline_par_net'),
  data_par_net: count('data_par_net'),
  batch_size: count('batch_size'),
  microbatch_size: count('microbatch_size'),
  datatype: choiceLeaf('strategy', 'datatype', DATATYPES),
  fused_activation: toggle('fused_activation'),
  attention_type: choiceLeaf('strategy', 'attention_type', ATTENTION_TYPES),
  activation_recompute: choiceLeaf('strategy', 'activation_recompute', RECOMPUTE_MODES),
  pipeline_interleaving: count('pipeline_interleaving'),
  optimizer_sharding: toggle('optimizer_sharding'),
  tensor_par_comm_type: choiceLeaf('strategy', 'tensor_par_comm_type', TENSOR_COMMUNICATIONS),
  tensor_par_overlap: choiceLeaf('strategy', 'tensor_par_overlap', TENSOR_OVERLAPS),
  seq_par_ag_redo: toggle('seq_par_ag_redo'),
  data_par_overlap: toggle('data_par_overlap'),
  weight_offload: toggle('weight_offload'),
  activations_offload: toggle('activations_offload'),
  optimizer_offload: toggle('optimizer_offload'),
  training: toggle('training'),
});

/** A strategy from parsed JSON, its keys in Calculon's order. */
export function readStrategy(value: unknown, at = ''): Read<StrategyInput> {
  return readPart('strategy', strategySchema, value, at);
}
