import type { Evaluation } from '../../core/evaluation.js';
import { formatQuantity } from '../../core/quantities/format.js';
import type { QuantityGroup, QuantityUnit } from '../../core/quantities/quantity.js';
import { QUANTITIES } from '../../core/quantities/registry.js';
import { cell, paragraph, type Section } from './report-document.js';

/** What a design is asked for first; then the others as the registry has them. */
const FIRST: readonly QuantityGroup[] = ['headline', 'efficiency', 'batch time', 'memory', 'capacity'];
export const QUANTITY_GROUPS: readonly QuantityGroup[] = [
  ...new Set([...FIRST, ...QUANTITIES.map(({ group }) => group)]),
];

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The unit that a number is in as it is stored. */
const SI: Readonly<Record<QuantityUnit, string>> = {
  seconds: 's',
  bytes: 'B',
  'bytes-per-second': 'B/s',
  flop: 'FLOP',
  'flop-per-second': 'FLOP/s',
  fraction: '',
  'samples-per-second': 'samples/s',
  'tokens-per-second': 'tokens/s',
  count: '',
  'flop-per-byte': 'FLOP/B',
};

/** All digits of a number in base units; "—" for none. */
function exactText(value: number | null, unit: QuantityUnit): string {
  if (value === null || !Number.isFinite(value)) return formatQuantity(value, unit);
  return `${String(value).replace('-', '−')} ${SI[unit]}`.trimEnd();
}

/** Every number the model reports of a design. */
export function quantitiesSection(evaluation: Evaluation): Section {
  const sources = [...new Set(QUANTITIES.map(({ source }) => source))].join('; ');
  return {
    id: 'quantities',
    title: 'Every quantity',
    reference: true,
    blocks: [
      paragraph(
        `${QUANTITIES.length} quantities, each to seven digits and with all digits in base units; under its name the one that Calculon has for it. Source of the formulas: ${sources}.`,
      ),
      {
        kind: 'table',
        caption: 'Every quantity of the design',
        columns: [
          { header: 'Quantity' },
          { header: 'What it is', quiet: true },
          { header: 'Value', numeric: true },
          { header: 'Exact', numeric: true },
        ],
        groups: QUANTITY_GROUPS.map((group) => ({
          title: capital(group),
          rows: QUANTITIES.filter((quantity) => quantity.group === group).map(
            ({ label, meaning, unit, value, calculon }) => [
              { text: label, note: calculon ?? '' },
              cell(meaning),
              cell(formatQuantity(value(evaluation), unit, { precise: true })),
              cell(exactText(value(evaluation), unit)),
            ],
          ),
        })),
      },
    ],
  };
}
