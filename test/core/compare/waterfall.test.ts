import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waterfall } from '../../../src/core/compare/waterfall.js';
import { evaluateDesign } from '../../../src/core/evaluate.js';
import type { Evaluation } from '../../../src/core/evaluation.js';
import type { Design } from '../../../src/core/inputs/design.js';
import { validDesign } from '../design-arbitrary.js';

function evaluationOf(design: Design): Evaluation {
  const outcome = evaluateDesign(design);
  if (outcome.kind === 'invalid') throw new Error('the design is invalid');
  return outcome.evaluation;
}

describe('the waterfall from one design to another', () => {
  it('adds up to the change of the batch time', () => {
    fc.assert(
      fc.property(validDesign, validDesign, (one, other) => {
        const [a, b] = [evaluationOf(one), evaluationOf(other)];
        const sum = waterfall(a, b).reduce((total, { seconds }) => total + seconds, 0);
        const [from, to] = [a.time.totalSeconds, b.time.totalSeconds];
        expect(Math.abs(sum - (to - from))).toBeLessThanOrEqual(1e-12 * Math.max(from, to));
      }),
      { numRuns: 500 },
    );
  });

  it('is nothing from a design to itself, and the opposite the other way', () => {
    fc.assert(
      fc.property(validDesign, validDesign, (one, other) => {
        const [a, b] = [evaluationOf(one), evaluationOf(other)];
        expect(waterfall(a, a).every(({ seconds }) => seconds === 0)).toBe(true);
        const back = waterfall(b, a);
        for (const [index, { id, seconds }] of waterfall(a, b).entries()) {
          expect(back[index]?.id).toBe(id);
          expect((back[index]?.seconds ?? NaN) + seconds).toBe(0);
        }
      }),
    );
  });
});
