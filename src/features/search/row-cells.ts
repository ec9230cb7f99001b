import { evaluateDesign } from '../../core/evaluate.js';
import type { Design, StrategyInput } from '../../core/inputs/design.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { quantity } from '../../core/quantities/registry.js';
import { choiceText } from '../../core/strategy/strategy-changes.js';
import { columnOf, columnReader, isNumeric, scaleOf, type ColumnId, type RowSet } from './table-columns.js';

/** How a column's cell is written for a row. */
export interface CellReader {
  readonly id: ColumnId;
  readonly numeric: boolean;
  readonly text: (row: number, strategy: StrategyInput | null) => string;
}

const DIGITS: Readonly<Partial<Record<ColumnId, number>>> = { rate: 3, time: 3, tier1: 3, tier2: 1 };

/** Evaluations are kept for the rows that were in sight: scrolling back and redrawing cost nothing. */
const MOST_KEPT = 2000;

function mfuReader(design: Design, place: (row: number) => number): CellReader['text'] {
  const kept = new Map<number, string>();
  return (row, strategy) => {
    const known = kept.get(place(row));
    if (known !== undefined) return known;
    if (strategy === null) return '—';
    const outcome = evaluateDesign({ ...design, strategy });
    const text =
      outcome.kind === 'invalid' ? '—' : formatQuantity(quantity('mfu').value(outcome.evaluation), 'fraction');
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(place(row), text);
    return text;
  };
}

/** The columns of a table of rows. */
export function cellReaders(rows: RowSet, columns: readonly ColumnId[], design: Design): CellReader[] {
  return columns.map((id) => {
    const numeric = isNumeric(columnOf(id));
    if (id === 'mfu') return { id, numeric, text: mfuReader(design, (row) => rows.columns.place[row] as number) };
    const digits = DIGITS[id];
    if (digits !== undefined) {
      const scale = scaleOf(columnOf(id));
      const read = columnReader(rows, id);
      const written = new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
      return { id, numeric, text: (row) => written.format(read(row) / scale) };
    }
    const path = id as keyof StrategyInput;
    return { id, numeric, text: (_, strategy) => (strategy === null ? '—' : choiceText(path, strategy[path])) };
  });
}
