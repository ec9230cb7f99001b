import type { ModelInput } from '../inputs/design.js';

/** A decoder-only transformer, in the field's symbols: h, f, s, a, d_h, L. */
export interface Transformer {
  readonly hidden: number;
  readonly feedforward: number;
  /** Tokens in one sample. */
  readonly sequenceLength: number;
  readonly heads: number;
  readonly headSize: number;
  readonly blocks: number;
}

/** The core's record of a Calculon model file. */
export function readTransformer(input: ModelInput): Transformer {
  return {
    hidden: input.hidden,
    feedforward: input.feedforward,
    sequenceLength: input.seq_size,
    heads: input.attn_heads,
    headSize: input.attn_size,
    blocks: input.num_blocks,
  };
}

/** Rows of the token embedding the reference model counts (Narayanan et al. 2021). */
const VOCABULARY = 51200;

/**
 * Parameters of a model, embeddings included: Narayanan et al. 2021, equation 2, with the biases of
 * every projection and both layer normalisations spelled out.
 */
export function parameterCount(model: Transformer): number {
  const { hidden: h, feedforward: f, sequenceLength: s, heads: a, headSize, blocks } = model;
  const attention = 4 * h * a * headSize + 3 * a * headSize + h;
  const mlp = 2 * h * f + h + f;
  const normalisations = 4 * h;
  const embeddings = (VOCABULARY + s) * h;
  return blocks * (attention + mlp + normalisations) + embeddings;
}
