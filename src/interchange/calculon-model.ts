import * as z from 'zod/mini';
import type { ModelInput } from '../core/inputs/design.js';
import { numberLeaf } from './leaf-schema.js';
import { readPart } from './read-part.js';
import type { Read } from './problem.js';

/** A Calculon model file: a transformer by its sizes. */
export const modelSchema: z.ZodMiniType<ModelInput> = z.strictObject({
  hidden: numberLeaf('model', 'hidden'),
  feedforward: numberLeaf('model', 'feedforward'),
  seq_size: numberLeaf('model', 'seq_size'),
  attn_heads: numberLeaf('model', 'attn_heads'),
  attn_size: numberLeaf('model', 'attn_size'),
  num_blocks: numberLeaf('model', 'num_blocks'),
});

/** A model from parsed JSON, its keys in Calculon's order. */
export function readModel(value: unknown, at = ''): Read<ModelInput> {
  return readPart('model', modelSchema, value, at);
}
