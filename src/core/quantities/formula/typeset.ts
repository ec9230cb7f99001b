import { formatQuantity, splitQuantity } from '../format.js';
import { evaluateExpression, includedTerms, takenBranch } from './evaluate-expression.js';
import type { Explainer } from './explain.js';
import type { Condition, Expression } from './expression.js';

/** A formula as it is set in type. What refers to a quantity carries its id. */
export type Typeset =
  | { readonly kind: 'row'; readonly items: readonly Typeset[] }
  | { readonly kind: 'operator'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly unit: string; readonly id: string | null }
  | { readonly kind: 'symbol'; readonly base: string; readonly index: string; readonly id: string | null }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fraction'; readonly top: Typeset; readonly bottom: Typeset }
  | { readonly kind: 'fenced'; readonly open: string; readonly close: string; readonly body: Typeset }
  | { readonly kind: 'cases'; readonly rows: readonly TypesetCase[] }
  | { readonly kind: 'sum'; readonly over: string; readonly body: Typeset };

export interface TypesetCase {
  readonly body: Typeset;
  /** null for "otherwise". */
  readonly when: Typeset | null;
  /** It is the case of this design. */
  readonly taken: boolean;
}

/** `symbols` shows every case; `values` the one that is taken, with the numbers in place of the symbols. */
export type TypesetMode = 'symbols' | 'values';

/** "t_fw" as a letter with an index. */
export function symbolOf(symbol: string, id: string | null = null): Typeset {
  const [base = '', ...index] = symbol.split('_');
  return { kind: 'symbol', base, index: index.join('_'), id };
}

const row = (...items: Typeset[]): Typeset => ({ kind: 'row', items });
const operator = (text: string): Typeset => ({ kind: 'operator', text });
const text = (written: string): Typeset => ({ kind: 'text', text: written });
const fenced = (open: string, body: Typeset, close: string): Typeset => ({ kind: 'fenced', open, close, body });
const joined = (items: readonly Typeset[], by: string): Typeset => ({
  kind: 'row',
  items: items.flatMap((item, index) => (index === 0 ? [item] : [operator(by), item])),
});
const constant = (value: number): Typeset => ({
  kind: 'number',
  text: formatQuantity(value, 'count', { precise: true }),
  unit: '',
  id: null,
});

/** The formula of a quantity of the explained design, set in type. */
export function typeset(expression: Expression, mode: TypesetMode, explainer: Explainer): Typeset {
  const { scope } = explainer;
  const isSymbols = mode === 'symbols';
  const set = (each: Expression): Typeset => typeset(each, mode, explainer);
  /** In brackets where it stands beside an operator that binds more tightly. */
  const inside = (each: Expression): Typeset => {
    const shown = !isSymbols && each.kind === 'cases' ? takenBranch(each, scope) : each;
    if (!isSymbols && shown !== each) return inside(shown);
    const isLoose = shown.kind === 'add' || shown.kind === 'subtract' || (!isSymbols && shown.kind === 'sum');
    return isLoose ? fenced('(', set(shown), ')') : set(shown);
  };
  switch (expression.kind) {
    case 'number':
      return constant(expression.value);
    case 'nothing':
      return text('—');
    case 'quantity':
      return reference(expression.id, mode, explainer);
    case 'selected':
      return isSymbols && expression.by.length > 0
        ? row(
            reference(expression.id, mode, explainer),
            fenced(
              '(',
              joined(
                expression.by.map((id) => reference(id, mode, explainer)),
                ',',
              ),
              ')',
            ),
          )
        : reference(expression.id, mode, explainer);
    case 'add':
      return joined(expression.terms.map(set), '+');
    case 'subtract':
      return row(set(expression.from), ...expression.what.flatMap((each) => [operator('−'), inside(each)]));
    case 'multiply':
      return joined(expression.factors.map(inside), isSymbols ? '·' : '×');
    case 'divide':
      return { kind: 'fraction', top: set(expression.top), bottom: set(expression.bottom) };
    case 'call':
      return called(expression.name, expression.of.map(set), expression.of.map(inside));
    case 'cases':
      return isSymbols ? casesOf(expression, explainer) : set(takenBranch(expression, scope));
    case 'sum': {
      if (isSymbols) return { kind: 'sum', over: expression.over, body: symbolOf(expression.symbol) };
      const included = includedTerms(expression, scope);
      return included.length === 0
        ? constant(0)
        : joined(
            included.map(({ id }) => reference(id, mode, explainer)),
            '+',
          );
    }
    case 'lookup':
      return isSymbols
        ? row(reference(expression.curve, mode, explainer), fenced('(', set(expression.size), ')'))
        : { kind: 'number', ...splitQuantity(evaluateExpression(expression, scope), 'fraction'), id: expression.curve };
    case 'law':
      return isSymbols
        ? row(text(`${expression.part} of `), reference(expression.law, mode, explainer))
        : constant(evaluateExpression(expression, scope));
  }
}

function called(name: string, of: readonly Typeset[], bracketed: readonly Typeset[]): Typeset {
  const [first = text('')] = of;
  switch (name) {
    case 'floor':
      return fenced('⌊', first, '⌋');
    case 'ceil':
      return fenced('⌈', first, '⌉');
    case 'mod':
      return joined(bracketed, 'mod');
    default:
      return row(text(name), fenced('(', joined(of, ','), ')'));
  }
}

function reference(id: string, mode: TypesetMode, { input, quantity }: Explainer): Typeset {
  const asInput = input(id);
  if (asInput !== null) {
    if (mode === 'symbols') return symbolOf(asInput.symbol, id);
    return Number.isNaN(asInput.value)
      ? { kind: 'number', text: asInput.text, unit: '', id }
      : { kind: 'number', ...splitQuantity(asInput.value, asInput.unit), id };
  }
  const found = quantity(id);
  if (found === null) return text('?');
  return mode === 'symbols'
    ? symbolOf(found.definition.symbol, id)
    : { kind: 'number', ...splitQuantity(found.value, found.definition.unit), id };
}

function casesOf(expression: Extract<Expression, { kind: 'cases' }>, explainer: Explainer): Typeset {
  const taken = takenBranch(expression, explainer.scope);
  const rows: TypesetCase[] = expression.cases.map(({ when, gives }) => ({
    body: typeset(gives, 'symbols', explainer),
    when: conditionOf(when, explainer),
    taken: gives === taken,
  }));
  const { otherwise } = expression;
  return {
    kind: 'cases',
    rows: [...rows, { body: typeset(otherwise, 'symbols', explainer), when: null, taken: otherwise === taken }],
  };
}

function conditionOf(condition: Condition, explainer: Explainer): Typeset {
  switch (condition.kind) {
    case 'compare':
      return row(
        typeset(condition.left, 'symbols', explainer),
        operator(condition.sign),
        typeset(condition.right, 'symbols', explainer),
      );
    case 'is': {
      const { field } = explainer.input(condition.input) ?? {};
      const name = symbolOf(field?.label.toLowerCase() ?? condition.input, condition.input);
      return row(name, operator(condition.negated === true ? '≠' : '='), text(choiceName(condition.value, field)));
    }
    case 'all':
    case 'any': {
      const word = condition.kind === 'all' ? ' and ' : ' or ';
      return row(
        ...condition.of.flatMap((each, index) =>
          index === 0 ? [conditionOf(each, explainer)] : [text(word), conditionOf(each, explainer)],
        ),
      );
    }
  }
}

function choiceName(value: string | boolean, field: { readonly kind: string } | undefined): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  const options = field !== undefined && 'options' in field ? (field.options as readonly Option[]) : [];
  return options.find((option) => option.value === value)?.label ?? value;
}

interface Option {
  readonly value: string;
  readonly label: string;
}
