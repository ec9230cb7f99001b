import { difference, ratio } from '../../core/compare/difference.js';
import { formatQuantity, formatRatio } from '../../core/quantities/format.js';
import type { Quantity } from '../../core/quantities/quantity.js';
import { QUANTITIES } from '../../core/quantities/registry.js';
import { signedText } from '../../core/quantities/signed-text.js';
import type { ComparedEntry } from './compared-entries.js';
import { capital, QUANTITY_GROUPS } from './quantities-section.js';
import { cell, type Cell, type Section } from './report-document.js';

function quantityRow({ label, unit, value }: Quantity, entries: readonly ComparedEntry[]): readonly Cell[] {
  const values = entries.map(({ evaluation }) => (evaluation === null ? null : value(evaluation)));
  const first = values[0] ?? null;
  const figures = values.flatMap((each, index) => [
    formatQuantity(each, unit, { precise: true }),
    ...(index === 0 ? [] : [signedText(difference(each, first), unit), formatRatio(ratio(each, first))]),
  ]);
  return [label, ...figures].map(cell);
}

/** Every quantity of every design, with difference and ratio to the first. */
export function comparedQuantitiesSection(entries: readonly ComparedEntry[]): Section {
  const first = entries[0]?.letter ?? 'A';
  const headers = entries.flatMap(({ letter }, index) =>
    index === 0 ? [letter] : [letter, `${letter} − ${first}`, `${letter} / ${first}`],
  );
  return {
    id: 'quantities',
    title: 'Every quantity',
    reference: true,
    blocks: [
      {
        kind: 'table',
        caption: `Every quantity of every design, with difference and ratio to ${first}`,
        columns: [{ header: 'Quantity' }, ...headers.map((header) => ({ header, numeric: true }))],
        groups: QUANTITY_GROUPS.map((group) => ({
          title: capital(group),
          rows: QUANTITIES.filter((quantity) => quantity.group === group).map((each) => quantityRow(each, entries)),
        })),
      },
    ],
  };
}
