import { describe, expect, it } from 'vitest';
import type { Design, ModelInput, StrategyInput, SystemInput } from '../../../src/core/inputs/design.js';
import { WHOLE_SEARCH } from '../../../src/core/inputs/search-input.js';
import { readSearchRequest, searchProblems } from '../../../src/core/search/read-request.js';
import { newTally, search } from '../../../src/core/search/search.js';
import { searchSlices } from '../../../src/core/search/slices.js';
import { searchSpace } from '../../../src/core/search/space.js';
import { Sweep } from '../../../src/core/search/sweep.js';
import { designOf } from '../../engine/search-designs.js';

const BASE = designOf('megatron-22b', 'a100-80g', 64, 64);
const but = (change: {
  model?: Partial<ModelInput>;
  system?: Partial<SystemInput>;
  strategy?: Partial<StrategyInput>;
}): Design => ({
  model: { ...BASE.model, ...change.model },
  system: { ...BASE.system, ...change.system },
  strategy: { ...BASE.strategy, ...change.strategy },
});
const found = (design: Design, input = WHOLE_SEARCH) => {
  expect(searchProblems(design, input)).toEqual([]);
  const { space, tally } = search(readSearchRequest(design, input), { top: 10, mostRows: 0 });
  const infeasible = Object.values(tally.infeasible).reduce((sum, count) => sum + count, 0);
  expect(infeasible + tally.feasible + tally.tooSlow).toBe(tally.evaluated);
  expect(tally.best.every(({ rate }) => Number.isFinite(rate) && rate > 0)).toBe(true);
  return { space, tally };
};

describe('a search on unusual input has an answer', () => {
  it.each([1, 2])('on %i processors', (num_procs) => {
    expect(found(but({ strategy: { num_procs, batch_size: 8 } })).space.size).toBeGreaterThan(0);
  });

  it('on a prime number of processors, all data parallel', () => {
    const { space } = found(but({ strategy: { num_procs: 61, batch_size: 61 } }));
    expect(space.groups.map((group) => group.dataParallel)).toEqual([61]);
  });

  it('on a prime number above the batch, where nothing can run', () => {
    expect(found(but({ strategy: { num_procs: 8191, batch_size: 64 } })).space.size).toBe(0);
  });

  it('with a batch of one, without replicas', () => {
    const { space } = found(but({ strategy: { batch_size: 1 } }));
    expect(space.groups.every((group) => group.dataParallel === 1 && group.batch === 1)).toBe(true);
  });

  it('with tiers of 0 GiB, where nothing fits', () => {
    const { mem1, mem2 } = BASE.system;
    const { tally } = found(but({ system: { mem1: { ...mem1, GiB: 0 }, mem2: { ...mem2, GiB: 0 } } }));
    expect([tally.feasible, tally.best, tally.front]).toEqual([0, [], []]);
    expect(tally.nearestMiss?.overBytes).toBeGreaterThan(0);
  });

  it('without an offload tier, and only with one', () => {
    const { mem1, mem2 } = BASE.system;
    expect(found(but({ system: { mem2: { ...mem2, GiB: 0 } } })).tally.choices['weightOffload']).not.toHaveProperty(
      'true',
    );
    expect(found(but({ system: { mem1: { ...mem1, GiB: 0 } } })).tally.feasible).toBe(0);
  });

  it('for prime numbers of heads and blocks', () => {
    const { space } = found(but({ model: { attn_heads: 61, hidden: 61 * 128, num_blocks: 47 } }));
    expect(new Set(space.groups.map((group) => group.tensorParallel))).toEqual(new Set([1]));
    expect(new Set(space.groups.map((group) => group.pipelineParallel))).toEqual(new Set([1]));
  });

  it('for a million processors', () => {
    const design = designOf('gpt3-175b', 'h100-80g-nvl8', 1_048_576, 1_048_576);
    expect(searchSpace(readSearchRequest(design, WHOLE_SEARCH)).size).toBeGreaterThan(1e7);
  });
});

describe('a search is refused, with what to do', () => {
  const [tier] = BASE.system.networks;
  const tiers = (count: number): Design =>
    but({ system: { networks: Array.from({ length: count }, () => tier) as SystemInput['networks'] } });

  it('without a network', () => {
    expect(searchProblems(but({ system: { networks: [] } }))).toEqual([expect.stringContaining('Add a tier')]);
  });

  it('with more tiers than can be listed, unless few are allowed', () => {
    expect(searchProblems(tiers(16))).toEqual([]);
    expect(searchProblems(tiers(64))).toEqual([
      expect.stringMatching(/^64 network tiers .* 262,144 ways.*Allow fewer/),
    ]);
    const allowed = { tensor_par_net: ['0'], pipeline_par_net: ['0', '1'] };
    expect(searchProblems(tiers(64), { ...WHOLE_SEARCH, allowed })).toEqual([]);
  });

  it('with more degrees than can be listed', () => {
    const many = 735_134_400;
    const design = but({
      model: { hidden: many, feedforward: many, attn_heads: many, num_blocks: many },
      strategy: { num_procs: many, batch_size: 1e9 },
    });
    expect(searchProblems(design)).toEqual([expect.stringMatching(/ways to split 735,134,400 processors; bound/)]);
    expect(searchProblems(design, { ...WHOLE_SEARCH, bounds: { pipeline_par: [1, 1] } })).toEqual([]);
  });
});

it('a space of more than 10⁹ strategies needs little room, and no step of it is large', () => {
  const design = designOf('gpt3-175b', 'h100-80g-nvl8', 4096, 735_134_400);
  const [inner, outer] = design.system.networks;
  const wide = { ...design, system: { ...design.system, networks: [inner, outer, outer, outer] } } as Design;
  const request = readSearchRequest(wide, WHOLE_SEARCH);
  const space = searchSpace(request);
  expect(space.size).toBeGreaterThan(3e9);
  const slices = searchSlices(space);
  expect(slices.length).toBeLessThan(1000);
  expect(JSON.stringify(space.groups).length + JSON.stringify(slices).length).toBeLessThan(1e6);

  const tally = newTally(request, { top: 100, mostRows: 0 });
  const sweep = new Sweep(space, tally);
  let most = 0;
  let before = 0;
  for (const slice of slices.slice(0, 1)) {
    for (const _ of sweep.steps(slice)) {
      most = Math.max(most, tally.evaluated - before);
      before = tally.evaluated;
      if (before > 1e7) break;
    }
  }
  expect(most).toBeLessThan(200_000);
  expect(JSON.stringify(tally.result()).length).toBeLessThan(1e6);
});
