import type { Design, StrategyInput } from '../../core/inputs/design.js';
import { grouped } from '../../core/quantities/grouped.js';
import type { OtherDesign } from '../../state/how.js';
import { strategyLine } from '../../state/strategy-line.js';
import type { ColumnId } from './table-columns.js';

/** The quantities that columns of the table show. */
export const COLUMN_QUANTITY: Readonly<Partial<Record<ColumnId, string>>> = {
  rate: 'sample-rate',
  mfu: 'mfu',
  time: 'total-time',
  tier1: 'tier1-memory',
  tier2: 'tier2-memory',
};

/** A strategy that a search found, as a design whose numbers can be explained; null for none. */
export function foundDesign(what: string, design: Design, strategy: StrategyInput | null): OtherDesign | null {
  if (strategy === null) return null;
  const [degrees] = strategyLine(strategy).split(',');
  return { name: `${what}: ${degrees}`, design: { ...design, strategy } };
}

/** The row of the table at a place of its order. */
export const rowDesign = (index: number, design: Design, strategy: StrategyInput | null): OtherDesign | null =>
  foundDesign(`Row ${grouped(index + 1)} of the search`, design, strategy);
