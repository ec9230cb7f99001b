import type { Evaluation } from '../evaluation.js';
import { quantity, TIME_PARTS } from '../quantities/registry.js';

/** What one part of the batch time adds on the way from one design to another. */
export interface WaterfallStep {
  readonly id: (typeof TIME_PARTS)[number];
  /** Seconds; negative where the part got shorter. */
  readonly seconds: number;
}

/**
 * The signed change of each of the eleven parts of the batch time from `a` to `b`, in seconds and in the order they are
 * drawn. The parts are all there is of a batch, so the steps add up to the change of the batch time.
 */
export function waterfall(a: Evaluation, b: Evaluation): readonly WaterfallStep[] {
  return TIME_PARTS.map((id) => {
    const { value } = quantity(id);
    return { id, seconds: (value(b) ?? 0) - (value(a) ?? 0) };
  });
}
