import type { DesignPart } from '../../core/inputs/design.js';
import type { InputField } from '../../core/inputs/field.js';
import { fieldAt } from '../../core/inputs/fields.js';
import { unitBeside } from '../../core/quantities/counted.js';
import { grouped } from '../../core/quantities/grouped.js';
import { shownUnit } from '../../core/quantities/shown-unit.js';

/** Below this, and from the other up, an exponent says more than zeros. */
const SMALLEST_IN_FULL = 1e-6;
const LARGEST_IN_FULL = 1e15;

/** A number with every digit it was typed with; scaling leaves no dust of binary fractions. */
function numberText(value: number, scale = 1): string {
  const scaled = scale === 1 ? value : Number((value * scale).toPrecision(15));
  const size = Math.abs(scaled);
  const text = size !== 0 && (size < SMALLEST_IN_FULL || size >= LARGEST_IN_FULL) ? String(scaled) : grouped(scaled);
  return text.replaceAll('-', '−');
}

/** In the unit and to the digit that its box shows. */
function withUnit(value: number, unit: string): string {
  const shown = shownUnit(unit);
  const { text, shift, binaryShift = 0 } = shown;
  const number = numberText(value, 10 ** shift * 2 ** binaryShift);
  return text === '' ? number : `${number} ${unitBeside(value, shown)}`;
}

/** "from 128 GFLOP 95 %, from 0 GFLOP 10 %". */
function curveText(value: unknown, unit: string): string {
  if (!Array.isArray(value)) return '—';
  return value
    .map((point: unknown) =>
      Array.isArray(point) ? `from ${withUnit(Number(point[0]), unit)} ${withUnit(Number(point[1]), '%')}` : '—',
    )
    .join(', ');
}

/** The two numbers of S · scalar · (1 + offset/n). */
function lawText(value: unknown): string {
  if (!Array.isArray(value)) return '—';
  const [scalar, offset] = value as readonly unknown[];
  return `scalar ${numberText(Number(scalar))}, offset ${numberText(Number(offset ?? 0))}`;
}

function valueText(field: InputField, value: unknown): string {
  switch (field.kind) {
    case 'number':
      return typeof value === 'number' ? withUnit(value, field.unit) : String(value);
    case 'choice':
      return field.options.find((option) => option.value === value)?.label ?? String(value);
    case 'switch':
      return value === true ? 'on' : 'off';
    case 'curve':
      return curveText(value, field.thresholdUnit);
    case 'collective-law':
      return lawText(value);
  }
}

/** What a design has at an input, with its unit and every digit; "—" where it has nothing. */
export function inputValueText(part: DesignPart, path: string, value: unknown): string {
  if (value === undefined || value === null) return '—';
  const field = fieldAt(part, path);
  if (field !== undefined) return valueText(field, value);
  // a whole engine or all tiers, that not every design has
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? 'tier' : 'tiers'}`;
  return 'there';
}
