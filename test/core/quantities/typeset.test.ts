import { describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../../src/core/evaluate.js';
import { explainerOf } from '../../../src/core/quantities/formula/explain.js';
import { add, cases, compare, multiply, subtract, when } from '../../../src/core/quantities/formula/expression.js';
import { IN } from '../../../src/core/quantities/formula/input-ids.js';
import { typeset, type Typeset } from '../../../src/core/quantities/formula/typeset.js';
import { designOf, oracle } from '../oracle.js';

const design = oracle.cases.map(designOf).find((each) => evaluateDesign(each).kind === 'feasible');
if (design === undefined) throw new Error('no feasible case');
const outcome = evaluateDesign(design);
if (outcome.kind === 'invalid') throw new Error('invalid');
const explainer = explainerOf(design, outcome.evaluation);

/** The typeset formula as plain text. */
function plain(formula: Typeset): string {
  switch (formula.kind) {
    case 'row':
      return formula.items.map(plain).join('');
    case 'operator':
    case 'text':
      return formula.text;
    case 'number':
      return formula.text + formula.unit;
    case 'symbol':
      return formula.index === '' ? formula.base : `${formula.base}_${formula.index}`;
    case 'fraction':
      return `${plain(formula.top)}/${plain(formula.bottom)}`;
    case 'fenced':
      return `${formula.open}${plain(formula.body)}${formula.close}`;
    case 'sum':
      return `Σ ${plain(formula.body)}`;
    case 'cases':
      return formula.rows
        .map(
          ({ body, when: condition, taken }) =>
            `${plain(body)}${taken ? '*' : ''} ${condition === null ? '' : plain(condition)}`,
        )
        .join('; ');
  }
}

const { hidden, attn_heads: heads } = design.model;
const grouped = (value: number): string => value.toLocaleString('en-GB');

describe('typeset', () => {
  it('sets a sum within a product in brackets, in symbols and in values', () => {
    const formula = multiply(add(IN.h, 1), subtract(IN.a, add(IN.a, 2)));
    expect(plain(typeset(formula, 'symbols', explainer))).toBe('(h+1)·(a−(a+2))');
    expect(plain(typeset(formula, 'values', explainer))).toBe(
      `(${grouped(hidden)}+1)×(${grouped(heads)}−(${grouped(heads)}+2))`,
    );
  });

  it('shows all cases in symbols, the taken one marked, and that one in values', () => {
    const formula = cases(when(compare(IN.h, '<', 1), 7), multiply(2, IN.h));
    expect(plain(typeset(formula, 'symbols', explainer))).toBe('7 h<1; 2·h* ');
    expect(plain(typeset(formula, 'values', explainer))).toBe(`2×${grouped(hidden)}`);
    expect(plain(typeset(multiply(3, cases(when(compare(IN.h, '<', 1), 7), add(IN.h, 1))), 'values', explainer))).toBe(
      `3×(${grouped(hidden)}+1)`,
    );
  });

  it('writes every formula of a design without "NaN" or "undefined"', () => {
    for (const id of explainer.ids()) {
      const quantity = explainer.quantity(id);
      if (quantity === null) throw new Error(id);
      const written = (['symbols', 'values'] as const).map((mode) => plain(typeset(quantity.formula, mode, explainer)));
      expect(written.join(' ')).not.toMatch(/NaN|undefined|\?|object/);
    }
  });
});
