import type { Evaluation } from '../../core/evaluation.js';
import { formatQuantity, formatRatio } from '../../core/quantities/format.js';
import { quantity } from '../../core/quantities/registry.js';

const rateOf = (evaluation: Evaluation): number => quantity('sample-rate').value(evaluation) ?? 0;

/** Less of a difference than this is none. */
const SAME = 5e-4;

/** Whether the best that was found is worse than the strategy one has, which then was not tried. */
export const isSlower = (best: Evaluation | null, current: Evaluation | null): boolean =>
  best !== null && current !== null && rateOf(best) < rateOf(current) * (1 - SAME);

/** What the best strategy gains over the current one. */
export function bestFinding(
  best: Evaluation | null,
  current: Evaluation | null,
  isCurrentFeasible: boolean,
  isCurrent: boolean,
): string {
  if (best === null) return 'The best strategy';
  const rate = formatQuantity(rateOf(best), 'samples-per-second');
  if (isCurrent) return `The current strategy is the best: ${rate}`;
  if (current === null || !isCurrentFeasible) return `The best reaches ${rate}; the current strategy does not fit`;
  const ratio = rateOf(best) / rateOf(current);
  if (!(ratio > 0) || !Number.isFinite(ratio)) return `The best reaches ${rate}`;
  if (Math.abs(ratio - 1) < SAME) return `The best reaches ${rate}, no more than the current strategy`;
  return `The best reaches ${rate}, ${formatRatio(ratio)} the current strategy’s`;
}
