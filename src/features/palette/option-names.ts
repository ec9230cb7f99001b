import type { InputField } from '../../core/inputs/field.js';

/** What an option is called that is not in its label, by input and value, with commas between: each means it alone. */
const NAMES: Readonly<Record<string, string>> = {
  'datatype/float8': 'fp8',
  'datatype/float16': 'fp16',
  'datatype/bfloat16': 'bf16',
  'datatype/float32': 'fp32',
  'attention_type/multihead': 'mha',
  'attention_type/multiquery': 'mqa',
  'activation_recompute/attn_only': 'selective',
  'tensor_par_comm_type/rs_ag': 'sequence parallel, sequence parallelism',
  'training/false': 'inference, prefill, forward only',
};

/** Other names of an option. */
export const optionNames = ({ path }: InputField, value: unknown): readonly string[] =>
  NAMES[`${path}/${String(value)}`]?.split(', ') ?? [];
