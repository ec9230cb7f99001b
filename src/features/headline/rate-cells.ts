import type { Evaluation } from '../../core/evaluation.js';
import { formatChange, formatQuantity, splitQuantity } from '../../core/quantities/format.js';
import { quantity } from '../../core/quantities/registry.js';

/** One figure of the headline, as text. Plain strings, so that a cell that did not change is not drawn again. */
export interface RateCell {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly unit: string;
  readonly hint: string;
  /** The change against the baseline: "▲ 3.1 %", or null without one. */
  readonly change: string | null;
  /** Whether that change is for the better; null for none. */
  readonly better: 'better' | 'worse' | null;
}

const RATES: readonly { readonly id: string; readonly label: string; readonly lessIsBetter?: true }[] = [
  { id: 'total-time', label: 'Batch time', lessIsBetter: true },
  { id: 'sample-rate', label: 'Samples' },
  { id: 'token-rate', label: 'Tokens' },
  { id: 'mfu', label: 'MFU' },
  { id: 'compute-efficiency', label: 'Compute eff.' },
  { id: 'system-efficiency', label: 'System eff.' },
];

/** Below this a change is written as none. */
const SMALLEST_CHANGE = 0.0005;

/** The exact value and the meaning of a quantity, for its hint. */
export function hintOf(id: string, value: number | null): string {
  const { label, meaning, unit } = quantity(id);
  return `${label}: ${formatQuantity(value, unit, { precise: true })}\n${meaning}\nClick: how it is computed`;
}

/** Said of MFU where it counts more blocks than the model has. */
function withoutPadding(evaluation: Evaluation | null): string {
  const own = evaluation === null ? null : quantity('own-mfu').value(evaluation);
  const counted = evaluation === null ? null : quantity('mfu').value(evaluation);
  if (own === null || counted === null || own === counted) return '';
  return `\nWithout the blocks that some stages lack: ${formatQuantity(own, 'fraction')}`;
}

/** The cells of speed and efficiency. The change is against `baseline`, if there is one. */
export function rateCells(evaluation: Evaluation | null, baseline: Evaluation | null): RateCell[] {
  return RATES.map(({ id, label, lessIsBetter }) => {
    const { unit, value } = quantity(id);
    const now = evaluation === null ? null : value(evaluation);
    const before = baseline === null ? null : value(baseline);
    const change = now === null || before === null || before === 0 ? null : now / before - 1;
    const improves =
      change === null || Math.abs(change) < SMALLEST_CHANGE ? null : change < 0 === (lessIsBetter === true);
    return {
      id,
      label,
      ...splitQuantity(now, unit, { compact: true }),
      hint: hintOf(id, now) + (id === 'mfu' ? withoutPadding(evaluation) : ''),
      change: baseline === null ? null : formatChange(change),
      better: improves === null ? null : improves ? 'better' : 'worse',
    };
  });
}
