import { formatQuantity, formatRatio } from '../quantities/format.js';
import type { BandwidthRow } from './bandwidth-rows.js';

/** What is needed over what there is. */
export const ratioOf = ({ needed, there }: BandwidthRow): number => (needed ?? 0) / (there ?? 0);

/** "met", "met alone", "short 1.52×", "short", "nothing to hide", "would be met", "off", "—". */
export function stateText(row: BandwidthRow): string {
  const alone = row.alone ? ' alone' : '';
  switch (row.state) {
    case 'met':
      return `met${alone}`;
    case 'short':
      return Number.isFinite(row.needed) ? `short${alone} ${formatRatio(ratioOf(row))}` : `short${alone}`;
    case 'nothing':
      return 'nothing to hide';
    case 'off':
      if (row.slack === null) return row.there === null ? '—' : 'off';
      return `would be ${row.slack < 0 ? 'short' : 'met'}${alone}`;
  }
}

/** "12.3 GB/s", "would need 12.3 GB/s", "none would do", "—". */
export function neededText({ needed, state }: BandwidthRow, precise = false): string {
  if (needed === null || state === 'nothing') return '—';
  if (!Number.isFinite(needed)) return 'none would do';
  const text = needed === 0 ? 'any' : formatQuantity(needed, 'bytes-per-second', { precise });
  return state === 'off' ? `would need ${text}` : text;
}

/** "+410 GB/s (2.30× the need)", "140 GB/s missing (needs 1.52×)", "no window to hide it in". */
export function slackText(row: BandwidthRow): string {
  const { slack, needed } = row;
  if (slack === null || needed === null || row.state === 'nothing') return '—';
  if (!Number.isFinite(slack)) return 'no window to hide it in';
  const text = formatQuantity(Math.abs(slack), 'bytes-per-second');
  if (slack < 0) return `${text} missing (needs ${formatRatio(ratioOf(row))})`;
  return needed === 0 ? `+${text} (any would do)` : `+${text} (${formatRatio(1 / ratioOf(row))} the need)`;
}
