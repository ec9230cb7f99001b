import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../../src/core/evaluate.js';
import type { Design } from '../../../src/core/inputs/design.js';
import { evaluateExpression } from '../../../src/core/quantities/formula/evaluate-expression.js';
import { explainerOf, type Explainer } from '../../../src/core/quantities/formula/explain.js';
import { references } from '../../../src/core/quantities/formula/references.js';
import { QUANTITIES } from '../../../src/core/quantities/registry.js';
import { designOf, oracle } from '../oracle.js';
import { validDesign } from '../design-arbitrary.js';

/** The explainer of a design that has numbers; null for one that has none. */
function explained(design: Design): Explainer | null {
  const outcome = evaluateDesign(design);
  return outcome.kind === 'invalid' ? null : explainerOf(design, outcome.evaluation);
}

/** Relative 1e-12: the same operations in nearly the same order. */
function isClose(actual: number, expected: number): boolean {
  if (Object.is(actual, expected) || actual === expected) return true;
  return Math.abs(actual - expected) <= 1e-12 * Math.abs(expected);
}

/** Everything that is wrong with the formulas of one design. */
function faults(explainer: Explainer): string[] {
  const found: string[] = [];
  for (const id of explainer.ids()) {
    const quantity = explainer.quantity(id);
    if (quantity === null) {
      found.push(`${id}: no panel`);
      continue;
    }
    for (const reference of references(quantity.formula)) {
      if (explainer.input(reference) === null && explainer.quantity(reference) === null) {
        found.push(`${id} refers to ${reference}, which is nowhere`);
      }
    }
    const evaluated = evaluateExpression(quantity.formula, explainer.scope);
    if (!isClose(evaluated, quantity.value)) {
      found.push(`${id}: the formula gives ${evaluated}, the model ${quantity.value}`);
    }
  }
  return found;
}

/** Whether a walk from any quantity comes back to where it was, and where walks end. */
function cyclesOf(explainer: Explainer): string[] {
  const done = new Set<string>();
  const under = new Set<string>();
  const found: string[] = [];
  const walk = (id: string): void => {
    if (done.has(id)) return;
    if (under.has(id)) {
      found.push(id);
      return;
    }
    under.add(id);
    const quantity = explainer.quantity(id);
    if (quantity !== null) references(quantity.formula).forEach(walk);
    else if (explainer.input(id) === null) found.push(`${id} is neither input nor quantity`);
    under.delete(id);
    done.add(id);
  };
  explainer.ids().forEach(walk);
  return found;
}

/** One at a time: an explainer keeps all that it was asked. */
const withNumbers = oracle.cases.map(designOf).filter((design) => evaluateDesign(design).kind !== 'invalid');

const explainedOf = (design: Design | undefined): Explainer => {
  const explainer = design === undefined ? null : explained(design);
  if (explainer === null) throw new Error('no numbers');
  return explainer;
};

describe('the formula of every number', () => {
  it('gives the number that is shown, in every case of the reference', () => {
    expect(withNumbers.length).toBeGreaterThan(200);
    for (const design of withNumbers) expect(faults(explainedOf(design))).toEqual([]);
  });

  it('gives it in any valid design', () => {
    fc.assert(
      fc.property(validDesign, (design) => {
        const explainer = explained(design);
        if (explainer !== null) expect(faults(explainer)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('leads to inputs and constants only, and never back', () => {
    for (const design of withNumbers.filter((_, index) => index % 10 === 0))
      expect(cyclesOf(explainedOf(design))).toEqual([]);
  });

  it('is there for all that is reported', () => {
    const ids = new Set(explainedOf(withNumbers[0]).ids());
    expect(QUANTITIES.filter(({ id }) => !ids.has(id))).toEqual([]);
  });
});
