import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../src/core/evaluate.js';
import {
  DEGREES,
  degreeChoices,
  interleavingChoices,
  microbatchChoices,
  setDegree,
  setProcessors,
  tensorChoices,
} from '../../src/core/strategy/degrees.js';
import { isTied, withExactDegree } from '../../src/core/strategy/exact-degree.js';
import { divisors, nearest } from '../../src/core/strategy/divisors.js';
import { validDesign } from './design-arbitrary.js';
import { designOf, oracle } from './oracle.js';

const DEGREE_RULES = [
  'processors_product',
  'batch_by_data',
  'batch_by_microbatch',
  'hidden_by_tensor',
  'feedforward_by_tensor',
  'heads_by_tensor',
  'interleaving_without_pipeline',
  'interleaving_by_blocks',
  'sharding_needs_data',
  'data_overlap_needs_data',
  'tensor_overlap_needs_tensor',
];

describe('divisors', () => {
  it('are all of them, rising', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (n) => {
        expect(divisors(n)).toEqual(Array.from({ length: n }, (_, i) => i + 1).filter((i) => n % i === 0));
      }),
    );
  });
  it('find the nearest by ratio', () => {
    expect([nearest([1, 2, 4, 8], 3), nearest([1, 2, 4, 8], 100), nearest([], 5)]).toEqual([4, 8, 5]);
  });
});

describe('the three degrees', () => {
  it('every choice offered keeps t·p·d = N and every rule about degrees', () => {
    fc.assert(
      fc.property(
        validDesign,
        fc.constantFrom(...DEGREES, null),
        fc.constantFrom(...DEGREES),
        fc.nat(),
        (design, locked, degree, i) => {
          const choices = degreeChoices(design.model, design.strategy, locked)[degree];
          expect(choices).toContain(design.strategy[degree]);
          const value = choices[i % choices.length] as number;
          const strategy = setDegree(design.model, design.strategy, degree, value, locked);
          expect(strategy.tensor_par * strategy.pipeline_par * strategy.data_par).toBe(strategy.num_procs);
          if (degree !== locked) expect(strategy[degree]).toBe(value);
          if (locked !== null) expect(strategy[locked]).toBe(design.strategy[locked]);
          const outcome = evaluateDesign({ ...design, strategy });
          const codes = outcome.kind === 'invalid' ? outcome.reasons.map((reason) => reason.code) : [];
          expect(codes.filter((code) => DEGREE_RULES.includes(code))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a value no trade allows changes nothing', () => {
    fc.assert(
      fc.property(validDesign, (design) => {
        expect(setDegree(design.model, design.strategy, 'data_par', design.strategy.num_procs * 7, null)).toBe(
          design.strategy,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('any number of processors, primes and one included, gets a valid split', () => {
    fc.assert(
      fc.property(validDesign, fc.integer({ min: 1, max: 20000 }), (design, processors) => {
        const strategy = setProcessors(design.model, design.strategy, processors);
        expect(strategy.num_procs).toBe(processors);
        const outcome = evaluateDesign({ ...design, strategy });
        const codes = outcome.kind === 'invalid' ? outcome.reasons.map((reason) => reason.code) : [];
        expect(codes.filter((code) => DEGREE_RULES.includes(code))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('a locked degree stays on any number of processors that can keep it', () => {
    fc.assert(
      fc.property(validDesign, fc.integer({ min: 1, max: 20000 }), fc.constantFrom(...DEGREES), (design, N, locked) => {
        const { model, strategy } = design;
        const then = setProcessors(model, strategy, N, locked);
        expect(then[locked]).toBe(strategy[locked]);
        expect(then.tensor_par * then.pipeline_par * then.data_par).toBe(then.num_procs);
        if (N % strategy[locked] !== 0) expect(then).toBe(strategy);
      }),
      { numRuns: 500 },
    );
  });

  it('choices of t, b and v are those the rules allow', () => {
    const model = { hidden: 12288, feedforward: 49152, seq_size: 2048, attn_heads: 96, attn_size: 128, num_blocks: 96 };
    expect(tensorChoices(model, 4096)).toEqual([1, 2, 4, 8, 16, 32]);
    fc.assert(
      fc.property(validDesign, ({ model: each, strategy }) => {
        for (const b of microbatchChoices(each, strategy))
          expect((strategy.batch_size / strategy.data_par) % b).toBe(0);
        if (strategy.pipeline_par === 1) expect(interleavingChoices(each, strategy)).toEqual([1]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('an exact degree', () => {
  it('is what was asked for with t·p·d = N, or nothing', () => {
    const { model, strategy } = designOf(oracle.cases[0] as (typeof oracle.cases)[number]);
    for (const path of ['num_procs', 'tensor_par', 'pipeline_par', 'data_par'] as const)
      for (const value of [1, 2, 3, 8, 64, 4097]) {
        const next = withExactDegree(model, strategy, path, value);
        if (next === null) continue;
        expect(next[path]).toBe(value);
        expect(next.tensor_par * next.pipeline_par * next.data_par).toBe(next.num_procs);
        if (path !== 'num_procs') expect(next.num_procs).toBe(strategy.num_procs);
      }
    expect(withExactDegree(model, strategy, 'tensor_par', strategy.tensor_par)).not.toBeNull();
    expect(withExactDegree(model, strategy, 'tensor_par', 4097)).toBeNull();
    expect(isTied('num_procs') && isTied('data_par') && !isTied('batch_size')).toBe(true);
  });
});
