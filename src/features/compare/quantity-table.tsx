import { useState } from 'react';
import { difference, isSameInAll, ratio } from '../../core/compare/difference.js';
import { formatQuantity, formatRatio } from '../../core/quantities/format.js';
import type { Quantity, QuantityGroup } from '../../core/quantities/quantity.js';
import { QUANTITIES } from '../../core/quantities/registry.js';
import type { OtherDesign } from '../../state/how.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import classes from './compare.module.css';
import { DesignNumber } from './design-number.js';
import { entryTitle, type Entry } from './entries.js';
import { signedText } from '../../core/quantities/signed-text.js';

type Row =
  | { readonly kind: 'group'; readonly group: QuantityGroup }
  | { readonly kind: 'quantity'; readonly quantity: Quantity; readonly values: readonly (number | null)[] };

/** What a comparison is about stands first; then the others as the registry has them. */
const FIRST: readonly QuantityGroup[] = ['headline', 'efficiency', 'batch time', 'memory'];
const GROUPS: readonly QuantityGroup[] = [...new Set([...FIRST, ...QUANTITIES.map(({ group }) => group)])];

/** Every quantity in every design, under its group; `differing` leaves out what is the same in all. */
function quantityRows(entries: readonly Entry[], differing: boolean): readonly Row[] {
  return GROUPS.flatMap((group) => {
    const rows = QUANTITIES.filter((quantity) => quantity.group === group).flatMap((quantity): readonly Row[] => {
      const values = entries.map(({ evaluation }) => (evaluation === null ? null : quantity.value(evaluation)));
      return differing && isSameInAll(values) ? [] : [{ kind: 'quantity', quantity, values }];
    });
    return rows.length === 0 ? [] : [{ kind: 'group' as const, group }, ...rows];
  });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function columnsOf(entries: readonly Entry[]): readonly Column<Row>[] {
  const column = (
    other: OtherDesign | null,
    id: string,
    header: string,
    width: number,
    write: (quantity: Quantity, values: readonly (number | null)[], precise: boolean) => string,
  ): Column<Row> => ({
    id,
    header,
    numeric: true,
    width,
    cell: (row) =>
      row.kind === 'group' ? (
        ''
      ) : (
        <DesignNumber other={other} id={row.quantity.id} hint={write(row.quantity, row.values, true)}>
          {write(row.quantity, row.values, false)}
        </DesignNumber>
      ),
  });
  return [
    {
      id: 'quantity',
      header: 'Quantity',
      cell: (row) =>
        row.kind === 'group' ? (
          <b className={classes['group']}>{capital(row.group)}</b>
        ) : (
          <button type="button" data-how={row.quantity.id} data-hint={row.quantity.meaning}>
            {row.quantity.label}
          </button>
        ),
    },
    ...entries.flatMap(({ letter, other }, index) => [
      {
        id: letter,
        header: letter,
        numeric: true,
        width: 132,
        cell: (row: Row) => {
          if (row.kind === 'group') return '';
          const { id, unit } = row.quantity;
          const value = row.values[index] ?? null;
          return (
            <DesignNumber other={other} id={id} hint={formatQuantity(value, unit, { precise: true })}>
              {formatQuantity(value, unit)}
            </DesignNumber>
          );
        },
      },
      ...(index === 0
        ? []
        : [
            column(other, `${letter}-difference`, `${letter} − A`, 148, ({ unit }, values, precise) =>
              signedText(difference(values[index] ?? null, values[0] ?? null), unit, { precise }),
            ),
            column(other, `${letter}-ratio`, `${letter} / A`, 80, (_, values) =>
              formatRatio(ratio(values[index] ?? null, values[0] ?? null)),
            ),
          ]),
    ]),
  ];
}

/** Every quantity the model reports, side by side, with difference and ratio to the first design. */
export function QuantityTable({ entries }: { readonly entries: readonly Entry[] }) {
  const [differing, setDiffering] = useState(true);
  const rows = quantityRows(entries, differing);
  const differ = quantityRows(entries, true).filter(({ kind }) => kind === 'quantity').length;
  return (
    <ChartFrame
      name="quantities"
      title={`${differ} of ${QUANTITIES.length} quantities differ`}
      subtitle="Every quantity, with difference and ratio to A"
      tag={null}
      drawn={false}
      rows={() => [
        ['quantity', 'unit', ...entries.map(entryTitle)],
        ...quantityRows(entries, false).flatMap((row) =>
          row.kind === 'group' ? [] : [[row.quantity.label, row.quantity.unit, ...row.values]],
        ),
      ]}
    >
      <label className={classes['choice']}>
        <input type="checkbox" checked={differing} onChange={(event) => setDiffering(event.currentTarget.checked)} />
        Only what differs
      </label>
      <DataTable
        caption="Quantities side by side"
        columns={columnsOf(entries)}
        rows={rows}
        rowId={(row) => (row.kind === 'group' ? `group ${row.group}` : row.quantity.id)}
        minWidth={332 + 360 * (entries.length - 1)}
      />
    </ChartFrame>
  );
}
