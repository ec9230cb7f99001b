import type { QuantityUnit } from '../quantity.js';
import { CALCULON } from '../quantity.js';
import { quantity } from '../registry.js';
import type { Expression } from './expression.js';
import type { Workings } from './workings.js';

/** A formula that depends on the design: which operations a block has, which tier carries a kind of traffic. */
type FormulaOf = Expression | ((workings: Workings) => Expression);

/** How a quantity is computed: those of the registry, and the inner ones on the way to them. */
export interface Definition {
  readonly id: string;
  readonly label: string;
  /** A letter with an index after "_": `t_fw`. */
  readonly symbol: string;
  readonly unit: QuantityUnit;
  readonly meaning: string;
  readonly source: string;
  readonly formula: (workings: Workings) => Expression;
  /** The core's own value, to which the formula is held; null where the core has it only inside a larger one. */
  readonly value: ((workings: Workings) => number | null) | null;
  /** Quirks of the reference that are in this formula, by their number in docs/model.md. */
  readonly quirks: readonly number[];
}

interface More {
  readonly quirks?: readonly number[];
  readonly source?: string;
}

const asFunction = (formula: FormulaOf) => (typeof formula === 'function' ? formula : () => formula);

/** A quantity on the way to the reported ones; in no table and no export. */
export const inner = (
  id: string,
  label: string,
  symbol: string,
  unit: QuantityUnit,
  meaning: string,
  formula: FormulaOf,
  value: Definition['value'] = null,
  more: More = {},
): Definition => ({
  id,
  label,
  symbol,
  unit,
  meaning,
  source: more.source ?? CALCULON,
  formula: asFunction(formula),
  value,
  quirks: more.quirks ?? [],
});

/** A quantity of the registry, whose value is the one that is reported. */
export function registered(id: string, symbol: string, formula: FormulaOf, more: More = {}): Definition {
  const { label, unit, meaning, source, value } = quantity(id);
  return {
    id,
    label,
    symbol,
    unit,
    meaning,
    source,
    formula: asFunction(formula),
    value: ({ evaluation }) => value(evaluation),
    quirks: more.quirks ?? [],
  };
}
