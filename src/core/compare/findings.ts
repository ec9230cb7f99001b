import type { Evaluation } from '../evaluation.js';
import { inputLabel } from '../inputs/input-label.js';
import { formatChange, formatQuantity } from '../quantities/format.js';
import { grouped } from '../quantities/grouped.js';
import { quantity } from '../quantities/registry.js';
import { signedText } from '../quantities/signed-text.js';
import { listed } from '../studies/words.js';
import type { InputEffect } from './attribute-inputs.js';
import type { InputGroup } from './input-groups.js';
import type { WaterfallStep } from './waterfall.js';

type Letters = readonly [a: string, b: string];

/** "A · Base has the shortest batch: 16.7 s". `what` is a superlative; designs without a total do not count. */
export function leastFinding(
  designs: readonly { readonly title: string; readonly total: number | null }[],
  unit: 'seconds' | 'bytes',
  what: string,
): string {
  const known = designs.flatMap(({ title, total }) => (total === null ? [] : [{ title, total }]));
  const [best, next] = known.toSorted((one, other) => one.total - other.total);
  if (best === undefined) return 'None of the designs is valid';
  const text = formatQuantity(best.total, unit);
  return best.total === next?.total
    ? `The ${what}: ${text}, in more than one design`
    : `${best.title} has the ${what}: ${text}`;
}

/** A design that may be the fastest; null where it has no numbers. */
interface Timed {
  readonly title: string;
  readonly evaluation: Evaluation | null;
}

/**
 * Which design is the fastest. Where their batches are of different sizes a short one says little, so that the rate
 * decides: "B has the highest rate: 181 samples/s; the batches differ: 2,320 and 2,304 samples".
 */
export function fastestFinding(designs: readonly Timed[]): string {
  const known = designs.flatMap(({ title, evaluation }) =>
    evaluation === null ? [] : [{ title, rate: quantity('sample-rate').value(evaluation) ?? 0, evaluation }],
  );
  const batches = [...new Set(known.map(({ evaluation }) => evaluation.strategy.batch))];
  if (batches.length < 2) {
    const totals = designs.map(({ title, evaluation }) => ({ title, total: evaluation?.time.totalSeconds ?? null }));
    return leastFinding(totals, 'seconds', 'shortest batch');
  }
  const [best, next] = known.toSorted((one, other) => other.rate - one.rate);
  const rate = formatQuantity(best?.rate ?? 0, 'samples-per-second');
  const who =
    best?.rate === next?.rate
      ? `The highest rate: ${rate}, in more than one design`
      : `${best?.title} has the highest rate: ${rate}`;
  return `${who}; the batches differ: ${listed(batches.map(grouped))} samples`;
}

/** "B takes 1.20 s less than A (▼ 7.2 %); the largest change: Bubble, −1.10 s". Times in seconds. */
export function waterfallFinding(steps: readonly WaterfallStep[], from: number, to: number, [a, b]: Letters): string {
  const change = to - from;
  const [largest] = steps.toSorted((one, other) => Math.abs(other.seconds) - Math.abs(one.seconds));
  if (largest === undefined || largest.seconds === 0) return `${b} takes as long as ${a}, part by part`;
  const most = `the largest change: ${quantity(largest.id).label}, ${signedText(largest.seconds, 'seconds')}`;
  if (change === 0) return `${b} takes as long as ${a}; ${most}`;
  const size = formatQuantity(Math.abs(change), 'seconds');
  const ratio = from > 0 ? ` (${formatChange(to / from - 1)})` : '';
  return `${b} takes ${size} ${change < 0 ? 'less' : 'more'} than ${a}${ratio}; ${most}`;
}

/** The inputs of a group by name: "Tensor parallel, Data parallel". */
export const groupLabel = ({ inputs }: InputGroup): string =>
  inputs.map(({ part, path }) => inputLabel(part, path)).join(', ');

/** Which input changes the batch time most; effects in seconds, the largest first, and all of their sum. */
export function effectsFinding([largest]: readonly InputEffect[], change: number, [a, b]: Letters): string {
  if (largest === undefined) return 'Both designs have the same inputs';
  if (largest.effect === 0) return `None of the inputs that differ changes the batch time (${a} → ${b})`;
  const share = change === 0 ? '' : ` of ${signedText(change, 'seconds')}`;
  const made = largest.group.inputs.length > 1 ? 'together make' : 'makes';
  return `${groupLabel(largest.group)} ${made} the largest difference: ${signedText(largest.effect, 'seconds')}${share}`;
}
