/** What people look for and the model does not have, and what there is in its place (docs/model.md). */
interface LeftOut {
  /** What it is looked for by, in plain letters, with commas between. */
  readonly names: string;
  readonly says: string;
}

const LEFT_OUT: readonly LeftOut[] = [
  {
    names: 'gqa, grouped query, grouped query attention',
    says: 'GQA is not in this model: attention is multi-head or multi-query.',
  },
  {
    names: 'moe, expert, experts, mixture of experts, ep',
    says: 'Mixture of experts is not in this model, nor is expert parallelism: every block has one dense MLP.',
  },
  {
    names: 'context parallel, context parallelism, ring attention, cp',
    says: 'Context parallelism is not in this model: the attention of a sequence is split by heads alone, over t.',
  },
  {
    names: 'flash attention, flashattention, flash',
    says: 'Flash attention is not in this model: the s² scores go to memory and back. Recompute: Attention only stores none of them, but leaves that traffic.',
  },
  {
    names: 'swiglu, geglu, gated mlp, gated mlps',
    says: 'Gated MLPs are not in this model: an MLP is two products with a GeLU between them.',
  },
  {
    names: 'vocab, vocabulary, embedding, embeddings, output head, lm head',
    says: 'Token embedding and output head are not in this model; the parameter count takes 51,200 tokens of vocabulary for every model.',
  },
  {
    names: 'zero 2, zero2',
    says: 'ZeRO-2 is no choice of its own here: Optimizer sharding, which is ZeRO-1, also splits the gradients it has reduced.',
  },
  {
    names: 'zero 3, zero3, fsdp',
    says: 'ZeRO-3 and FSDP are not in this model: weights are not split over the replicas. Optimizer sharding is ZeRO-1.',
  },
  {
    names: 'inference, prefill, decode, decoding, kv cache, kv',
    says: 'Decoding and its KV cache are not in this model: with Training off a design is one forward pass over whole sequences.',
  },
  {
    names: 'hfu, hardware flop utilisation, hardware flops utilization',
    says: 'HFU is not among the numbers: MFU and compute efficiency both leave recomputed FLOP out.',
  },
];

/** What is said to someone who looks for what the model leaves out; null for any other words. In plain letters. */
export function leftOut(query: string): string | null {
  const has = (name: string): boolean => ` ${query} `.includes(` ${name} `);
  return LEFT_OUT.find(({ names }) => names.split(', ').some(has))?.says ?? null;
}
