import type { InputDifference } from '../../core/compare/input-differences.js';
import type { DesignPart } from '../../core/inputs/design.js';
import { fieldAt } from '../../core/inputs/fields.js';
import { quantityText } from '../../ui/quantity-text.js';

/** A curve as "128 GFLOP: 99 %, 0 GFLOP: 20 %", a law as its two numbers, a part that only some designs have as "there". */
function compositeText(value: unknown, unit: string): string {
  if (!Array.isArray(value)) return 'there';
  if (value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item)))
    return `${value.length} ${value.length === 1 ? 'tier' : 'tiers'}`;
  const items: readonly unknown[] = value;
  return items
    .map((item) =>
      Array.isArray(item)
        ? `${Number(item[0])}${unit}: ${Number((Number(item[1]) * 100).toPrecision(5))} %`
        : item === null
          ? '0'
          : JSON.stringify(item).replace('-', '−'),
    )
    .join(', ');
}

/** What a design has at an input, with its unit; "—" where it has nothing. */
export function inputText(part: DesignPart, path: string, value: unknown): string {
  if (value === undefined) return '—';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  const field = fieldAt(part, path);
  if (typeof value === 'number') return quantityText(value, field?.kind === 'number' ? field.unit : '');
  if (typeof value === 'string') {
    const option = field?.kind === 'choice' ? field.options.find((each) => each.value === value) : undefined;
    return option?.label ?? value;
  }
  return compositeText(value, field?.kind === 'curve' ? ` ${field.thresholdUnit}` : '');
}

/** How an input of two designs changes: "80 GiB → 96 GiB". */
export function changeText({ part, path, values }: InputDifference): string {
  return values.map((value) => inputText(part, path, value)).join(' → ');
}
