// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { makeFinder } from '../../src/app/fuzzy.js';
import { keysText } from '../../src/app/shortcuts.js';
import { paletteEntries, type Entries } from '../../src/features/palette/entries.js';
import { Finder } from '../../src/features/palette/found.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { provideWorkbench } from '../../src/state/workbench.js';
import { PRESETS } from '../state/preset-files.js';
import { commandsStub } from './commands.js';

const commands = commandsStub();

let entries: Entries;
let finder: Finder;
beforeEach(() => {
  provideWorkbench(createWorkbench(openingState(PRESETS), PRESETS));
  entries = paletteEntries(commands, keysText, null);
  finder = new Finder(entries, makeFinder, []);
});

const rows = (query: string) => finder.found(query).groups.flatMap((group) => group.rows);
const labels = (query: string): readonly string[] => rows(query).map(({ entry }) => entry.label);

describe('what the model leaves out', () => {
  const note = (query: string) => finder.found(query).note;

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
    for (const { label } of entries.all) expect(note(label), label).toBeNull();
    for (const query of ['', 'mqa', 'selective', 'zero', 'zero-1', 'zzqqzz']) expect(note(query), query).toBeNull();
  });

  it('stands beside what comes nearest, and nothing that has only its letters', () => {
    for (const query of ['zero 3', 'zero3', 'fsdp']) expect(labels(query)[0], query).toBe('Optimizer sharding');
    expect(labels('embedding 8192')[0]).toBe('Set Hidden size to 8,192');
    for (const query of ['ep 8', 'cp 2', 'gqa 8', 'ring attention']) expect(labels(query), query).toEqual([]);
  });
});
