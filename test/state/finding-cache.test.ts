import { expect, it } from 'vitest';
import type { StudyQuestion } from '../../src/core/studies/question.js';
import { FindingCache } from '../../src/state/finding-cache.js';
import { designOf, input } from '../engine/search-designs.js';
import { findingOf } from './fake-study.js';

const question = (batch: number, patch: Partial<StudyQuestion> = {}): StudyQuestion => ({
  design: designOf('gpt3-175b', 'a100-80g', 64, batch),
  searches: [input({ bounds: { tensor_par: [1, 8] } })],
  ...patch,
});

it('knows a question by what it asks, when it is made again', () => {
  const cache = new FindingCache();
  const key = cache.keyOf(question(64));
  const { model, system, strategy } = question(64).design;
  expect(cache.keyOf(structuredClone(question(64)))).toBe(key);
  expect(cache.keyOf(question(64, { topRates: 0, bins: 0 }))).toBe(key);
  const others = [
    question(128),
    question(64, { topRates: 10 }),
    question(64, { bins: 10 }),
    question(64, { searches: [] }),
    question(64, { searches: [input({ bounds: { tensor_par: [1, Infinity] } })] }),
    question(64, { design: { model: { ...model, hidden: 1 }, system, strategy } }),
    question(64, { design: { model, system: { ...system, mem1: { ...system.mem1, GiB: 1 } }, strategy } }),
  ];
  const keys = others.map((each) => cache.keyOf(each));
  expect(new Set([key, ...keys]).size).toBe(others.length + 1);
});

it('lets go of what was used longest ago', () => {
  const cache = new FindingCache(2);
  const finding = findingOf(question(64));
  cache.set('a', finding);
  cache.set('b', finding);
  cache.get('a');
  cache.set('c', finding);
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([finding, null, finding]);
});

it('never takes one question for another after it has let go of their texts', () => {
  const cache = new FindingCache(100, 3);
  const seen = new Map<string, number>();
  for (let round = 0; round < 3; round++)
    for (let gib = 1; gib <= 10; gib++) {
      const asked = question(64);
      const { system } = asked.design;
      const key = cache.keyOf({
        ...asked,
        design: { ...asked.design, system: { ...system, mem1: { ...system.mem1, GiB: gib } } },
      });
      expect(seen.get(key) ?? gib).toBe(gib);
      seen.set(key, gib);
    }
});
