import { evaluate } from '../evaluate.js';
import type { Evaluation } from '../evaluation.js';
import type { BandwidthKind } from './bandwidth-kinds.js';
import type { BytesPerSecond, Seconds } from './units.js';

/** The bandwidth that hides one kind of traffic against what there is. Bytes/s of one processor, one direction. */
export interface BandwidthSlack {
  /** What the kind is about: of `evaluation` itself, or of the same with the kind switched on, alone of its class. */
  readonly evaluation: Evaluation;
  /** Whether there is anything to hide. */
  readonly isThere: boolean;
  readonly exposedSeconds: Seconds;
  /** The least for this traffic alone that leaves nothing beyond the window; 0 with nothing to hide, infinite where no bandwidth would do. */
  readonly neededBytesPerSecond: BytesPerSecond;
  readonly thereBytesPerSecond: BytesPerSecond;
  /** What is there beyond what is needed; negative is missing. At least 0 exactly when nothing is exposed. */
  readonly slackBytesPerSecond: BytesPerSecond;
}

/** Doublings to either side of what there is; whatever needs a billion times as much is not a question of bandwidth. */
const RANGE = 30;
/** Halvings of that range: what is found is within 1e-9 of the least. */
const STEPS = 36;

/** The least multiple of the bandwidth there is that hides the kind; 0 when the least does, infinite when none does. */
function leastMultiple(asked: Evaluation, kind: BandwidthKind): number {
  const hides = (doublings: number): boolean => kind.exposedWith(asked, 2 ** doublings) === 0;
  const isHidden = kind.exposedSeconds(asked) === 0;
  // One end hides and the other does not, all the way: the answer is an end that was tried.
  let [short, enough] = isHidden ? [-RANGE, 0] : [0, RANGE];
  if (isHidden && hides(short)) return 0;
  if (!isHidden && !hides(enough)) return Number.POSITIVE_INFINITY;
  for (let step = 0; step < STEPS; step++) {
    const middle = (short + enough) / 2;
    if (hides(middle)) enough = middle;
    else short = middle;
  }
  return 2 ** enough;
}

/** The evaluation of the strategy that has the kind; null where that has no meaning. */
function askedFor(evaluation: Evaluation, kind: BandwidthKind): Evaluation | null {
  const { model, system, strategy } = evaluation;
  const only = kind.only(strategy);
  if (only === strategy) return evaluation;
  const outcome = evaluate(model, system, only);
  return outcome.kind === 'invalid' ? null : outcome.evaluation;
}

/**
 * How much more bandwidth there is than hiding one kind of traffic takes, or how much less; null where the strategy
 * could not ask for it. Found by evaluating the design with more and less of it for this traffic alone, so that it counts
 * all that the reference's formula leaves out: latency, passes a strategy does not have, time that other traffic takes.
 * At most 37 evaluations.
 */
export function bandwidthSlack(evaluation: Evaluation, kind: BandwidthKind): BandwidthSlack | null {
  const asked = askedFor(evaluation, kind);
  if (asked === null) return null;
  const isThere = kind.isThere(asked);
  const thereBytesPerSecond = kind.thereBytesPerSecond(asked);
  const neededBytesPerSecond = isThere ? leastMultiple(asked, kind) * thereBytesPerSecond : 0;
  return {
    evaluation: asked,
    isThere,
    exposedSeconds: isThere ? kind.exposedSeconds(asked) : 0,
    neededBytesPerSecond,
    thereBytesPerSecond,
    slackBytesPerSecond: thereBytesPerSecond - neededBytesPerSecond,
  };
}
