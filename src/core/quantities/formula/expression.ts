/**
 * A formula as a tree, so that it can be evaluated, set in type and walked. It refers to quantities by id; the inputs of
 * a design are quantities too (`inputs.ts`).
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly text?: string }
  /** No value: the quantity does not exist in this design. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'quantity'; readonly id: string }
  | { readonly kind: 'add'; readonly terms: readonly Expression[] }
  | { readonly kind: 'subtract'; readonly from: Expression; readonly what: readonly Expression[] }
  | { readonly kind: 'multiply'; readonly factors: readonly Expression[] }
  | { readonly kind: 'divide'; readonly top: Expression; readonly bottom: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly Expression[] }
  | { readonly kind: 'cases'; readonly cases: readonly Case[]; readonly otherwise: Expression }
  /** The sum over the operations of a block, of those for which `where` is 1. */
  | {
      readonly kind: 'sum';
      readonly over: string;
      readonly symbol: string;
      readonly terms: readonly SumTerm[];
    }
  /** The efficiency a curve gives for work of a size: that of the first threshold the size reaches. */
  | { readonly kind: 'lookup'; readonly curve: string; readonly thresholdUnit: number; readonly size: Expression }
  /** The scalar or the offset of a collective's law; no offset is 0. */
  | { readonly kind: 'law'; readonly law: string; readonly part: 'scalar' | 'offset'; readonly by: readonly string[] }
  /** The quantity that one or more choices of the strategy select, such as the tier a kind of traffic uses. */
  | { readonly kind: 'selected'; readonly id: string; readonly by: readonly string[] };

export type FunctionName = 'min' | 'max' | 'floor' | 'ceil' | 'mod';

export interface Case {
  readonly when: Condition;
  readonly gives: Expression;
}

export interface SumTerm {
  readonly id: string;
  /** A quantity of 0 or 1. */
  readonly where?: string;
}

export type Condition =
  | {
      readonly kind: 'compare';
      readonly left: Expression;
      readonly sign: '=' | '≠' | '<' | '≤' | '>' | '≥';
      readonly right: Expression;
    }
  /** A choice of the strategy or the system has this value. */
  | { readonly kind: 'is'; readonly input: string; readonly value: string | boolean; readonly negated?: boolean }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] };

/** What the builders take: an expression, a number, or the id of a quantity. */
export type Operand = Expression | number | string;

const asExpression = (operand: Operand): Expression => {
  if (typeof operand === 'number') return { kind: 'number', value: operand };
  return typeof operand === 'string' ? { kind: 'quantity', id: operand } : operand;
};

export const nothing: Expression = { kind: 'nothing' };
export const add = (...terms: Operand[]): Expression => ({ kind: 'add', terms: terms.map(asExpression) });
export const subtract = (from: Operand, ...what: Operand[]): Expression => ({
  kind: 'subtract',
  from: asExpression(from),
  what: what.map(asExpression),
});
export const multiply = (...factors: Operand[]): Expression => ({
  kind: 'multiply',
  factors: factors.map(asExpression),
});
export const divide = (top: Operand, bottom: Operand): Expression => ({
  kind: 'divide',
  top: asExpression(top),
  bottom: asExpression(bottom),
});
const call =
  (name: FunctionName) =>
  (...of: Operand[]): Expression => ({ kind: 'call', name, of: of.map(asExpression) });
export const min = call('min');
export const max = call('max');
export const floor = call('floor');
export const ceil = call('ceil');
export const mod = call('mod');
export const quantityOf = (id: string): Expression => ({ kind: 'quantity', id });

export const when = (condition: Condition, gives: Operand): Case => ({ when: condition, gives: asExpression(gives) });
export const cases = (...parts: [...Case[], Operand]): Expression => ({
  kind: 'cases',
  cases: parts.slice(0, -1) as Case[],
  otherwise: asExpression(parts[parts.length - 1] as Operand),
});

export const sum = (over: string, symbol: string, terms: readonly SumTerm[]): Expression => ({
  kind: 'sum',
  over,
  symbol,
  terms,
});
export const lookup = (curve: string, thresholdUnit: number, size: Operand): Expression => ({
  kind: 'lookup',
  curve,
  thresholdUnit,
  size: asExpression(size),
});
export const law = (id: string, part: 'scalar' | 'offset', ...by: string[]): Expression => ({
  kind: 'law',
  law: id,
  part,
  by,
});
export const selected = (id: string, ...by: string[]): Expression => ({ kind: 'selected', id, by });

type Sign = Extract<Condition, { kind: 'compare' }>['sign'];
export const compare = (left: Operand, sign: Sign, right: Operand): Condition => ({
  kind: 'compare',
  left: asExpression(left),
  sign,
  right: asExpression(right),
});
export const is = (input: string, value: string | boolean): Condition => ({ kind: 'is', input, value });
export const isNot = (input: string, value: string | boolean): Condition => ({
  kind: 'is',
  input,
  value,
  negated: true,
});
export const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
export const any = (...of: Condition[]): Condition => ({ kind: 'any', of });
