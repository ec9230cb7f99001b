import type { CollectiveLaw, EfficiencyCurve } from '../../inputs/design.js';
import type { Condition, Expression } from './expression.js';

/** Where an expression finds what it refers to. */
export interface Scope {
  /** The value of a quantity in SI units; NaN where it does not exist. */
  readonly value: (id: string) => number;
  /** An input as a person typed it. */
  readonly input: (id: string) => unknown;
}

/** The value of an expression; NaN where it does not exist. Branches that are not taken are not evaluated. */
export function evaluateExpression(expression: Expression, scope: Scope): number {
  const value = (each: Expression): number => evaluateExpression(each, scope);
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'nothing':
      return Number.NaN;
    case 'quantity':
    case 'selected':
      return scope.value(expression.id);
    case 'add':
      return expression.terms.map(value).reduce((sum, term) => sum + term);
    case 'subtract':
      return expression.what.reduce((rest, term) => rest - value(term), value(expression.from));
    case 'multiply':
      return expression.factors.map(value).reduce((product, factor) => product * factor);
    case 'divide':
      return value(expression.top) / value(expression.bottom);
    case 'call':
      return apply(expression, expression.of.map(value));
    case 'cases':
      return value(takenBranch(expression, scope));
    case 'sum':
      return includedTerms(expression, scope).reduce((total, { id }) => total + scope.value(id), 0);
    case 'lookup': {
      const curve = scope.input(expression.curve) as EfficiencyCurve;
      const size = value(expression.size);
      const found =
        curve.find(([threshold]) => size >= threshold * expression.thresholdUnit) ?? curve[curve.length - 1];
      return found?.[1] ?? Number.NaN;
    }
    case 'law': {
      const [scalar, offset] = scope.input(expression.law) as CollectiveLaw;
      return expression.part === 'scalar' ? scalar : (offset ?? 0);
    }
  }
}

function apply({ name }: Extract<Expression, { kind: 'call' }>, of: readonly number[]): number {
  const [first = Number.NaN, second = Number.NaN] = of;
  switch (name) {
    case 'min':
      return Math.min(...of);
    case 'max':
      return Math.max(...of);
    case 'floor':
      return Math.floor(first);
    case 'ceil':
      return Math.ceil(first);
    case 'mod':
      return first % second;
  }
}

/** The branch whose condition holds first. */
export function takenBranch({ cases, otherwise }: Extract<Expression, { kind: 'cases' }>, scope: Scope): Expression {
  return cases.find(({ when }) => holds(when, scope))?.gives ?? otherwise;
}

/** The terms of a sum whose condition is 1. */
export const includedTerms = ({ terms }: Extract<Expression, { kind: 'sum' }>, scope: Scope) =>
  terms.filter(({ where }) => where === undefined || scope.value(where) === 1);

function holds(condition: Condition, scope: Scope): boolean {
  switch (condition.kind) {
    case 'is':
      return (scope.input(condition.input) === condition.value) !== (condition.negated === true);
    case 'all':
      return condition.of.every((each) => holds(each, scope));
    case 'any':
      return condition.of.some((each) => holds(each, scope));
    case 'compare': {
      const [left, right] = [evaluateExpression(condition.left, scope), evaluateExpression(condition.right, scope)];
      switch (condition.sign) {
        case '=':
          return left === right;
        case '≠':
          return left !== right;
        case '<':
          return left < right;
        case '≤':
          return left <= right;
        case '>':
          return left > right;
        case '≥':
          return left >= right;
      }
    }
  }
}
