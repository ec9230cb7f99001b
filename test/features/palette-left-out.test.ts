// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { openingFinder, type PaletteFinder } from './palette-finder.js';

let palette: PaletteFinder;
beforeEach(() => {
  palette = openingFinder();
});

describe('what the model leaves out', () => {
  const note = (query: string) => palette.finder.found(query).note;

  it.each([
    ['gqa', 'GQA is not in this model: attention is multi-head or multi-query.'],
    ['grouped-query attention', 'GQA is not'],
    ['moe', 'Mixture of experts is not'],
    ['experts', 'Mixture of experts is not'],
    ['expert parallel 8', 'nor is expert parallelism'],
    ['context parallel', 'Context parallelism is not'],
    ['ring attention', 'Context parallelism is not'],
    ['Flash Attention', 'Flash attention is not'],
    ['vocab', 'Token embedding and output head are not'],
    ['zero 2', 'ZeRO-2 is no choice of its own'],
    ['ZeRO-3', 'weights are not split over the replicas'],
    ['fsdp', 'weights are not split over the replicas'],
    ['inference', 'KV cache are not'],
    ['prefill', 'KV cache are not'],
    ['decode', 'KV cache are not'],
    ['kv cache', 'KV cache are not'],
    ['hfu', 'HFU is not among the numbers'],
  ])('%s is said', (query, says) => {
    expect(note(query)).toContain(says);
  });

  it('and nothing of the kind about anything that is there', () => {
    for (const { label } of palette.entries.all) expect(note(label), label).toBeNull();
    for (const query of ['', 'mqa', 'selective', 'zero', 'zero-1', 'zzqqzz']) expect(note(query), query).toBeNull();
  });

  it('stands beside what comes nearest, and nothing that has only its letters', () => {
    for (const query of ['zero 3', 'zero3', 'fsdp']) expect(palette.labels(query)[0], query).toBe('Optimizer sharding');
    expect(palette.labels('embedding 8192')[0]).toBe('Set Hidden size to 8,192');
    for (const query of ['ep 8', 'cp 2', 'gqa 8', 'ring attention']) expect(palette.labels(query), query).toEqual([]);
  });
});
