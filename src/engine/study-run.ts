import type { Finding, StudyQuestion } from '../core/studies/question.js';
import { EngineFailedError } from './engine-errors.js';
import type { SearchAnswer } from './search-messages.js';
import type { SeatRun } from './seat-pool.js';
import type { SearchSeat } from './search-seat.js';

/** A worker has so many questions in hand that it never waits: more of them when they are quick. */
const LEAST_IN_HAND = 2;
const MOST_IN_HAND = 128;
const IN_HAND_SECONDS = 0.06;
/** How often a question may cost a worker its life and be asked again. */
const MOST_LOSSES = 2;

/** What one worker was given and has not answered. */
interface Hand {
  /** Indices of questions, in the order given. */
  readonly open: Set<number>;
  /** What a question takes it; 0 until it has answered one. */
  seconds: number;
  /** Checks in a row that found it silent. */
  silent: number;
}

/** A study's questions over several workers: given out in their order; what a worker that died had in hand comes next. */
export class StudyRun implements SeatRun {
  /** What is in no worker's hand, the next at the end. */
  private readonly pending: number[];
  private readonly hands = new Map<SearchSeat, Hand>();
  private readonly losses = new Map<number, number>();
  private left: number;
  private over = false;

  constructor(
    private readonly id: number,
    private readonly questions: readonly StudyQuestion[],
    private readonly seats: readonly SearchSeat[],
    private readonly onFound: (index: number, finding: Finding) => void,
    private readonly onDone: () => void,
    private readonly onError: (error: Error) => void,
  ) {
    this.pending = questions.map((_, index) => index).reverse();
    this.left = questions.length;
    this.seats = seats.slice(0, Math.max(1, Math.min(seats.length, Math.ceil(questions.length / LEAST_IN_HAND))));
  }

  start(): void {
    for (const seat of this.seats) seat.listener = this;
    for (const seat of this.seats) this.give(seat);
    this.finishIfDone();
  }

  stop(): void {
    this.over = true;
    for (const seat of this.seats) if (seat.listener === this) seat.listener = null;
  }

  checkSilence(mostChecks: number, mostChecksAtStart: number): void {
    for (const [seat, hand] of this.hands) {
      hand.silent = seat.heard || hand.open.size === 0 ? 0 : hand.silent + 1;
      seat.heard = false;
      if (hand.silent < (seat.proven ? mostChecks : mostChecksAtStart)) continue;
      seat.end();
      this.died(seat, new Error('a worker gave no sign of life'));
    }
  }

  answered(seat: SearchSeat, answer: SearchAnswer): void {
    const hand = this.hands.get(seat);
    if (this.over || !hand || answer.search !== this.id) return;
    if (answer.type === 'failed') return this.fail(new Error(answer.message));
    if (answer.type !== 'found') return;
    hand.seconds = answer.seconds / answer.findings.length;
    const found = answer.findings.filter(([index]) => hand.open.delete(index));
    this.left -= found.length;
    // first work for the worker, then the telling
    this.give(seat);
    for (const [index, finding] of found) if (!this.over) this.onFound(index, finding);
    this.finishIfDone();
  }

  died(seat: SearchSeat, error: Error): void {
    const hand = this.hands.get(seat);
    if (this.over || !hand) return;
    this.hands.delete(seat);
    const again = [...hand.open];
    // the first is what it was at, or was about to tell
    const [guilty] = again;
    if (guilty !== undefined) {
      const losses = (this.losses.get(guilty) ?? 0) + 1;
      if (losses > MOST_LOSSES) return this.fail(new EngineFailedError(error));
      this.losses.set(guilty, losses);
    }
    this.pending.push(...again.reverse());
    // the others first: this one has yet to be started
    for (const other of this.seats) if (other !== seat) this.give(other);
    this.give(seat);
  }

  /** Sees to it that a worker has enough questions in hand, if there are so many. */
  private give(seat: SearchSeat): void {
    if (this.over || this.pending.length === 0) return;
    const hand = this.hands.get(seat) ?? { open: new Set<number>(), seconds: 0, silent: 0 };
    const more = this.inHand(hand) - hand.open.size;
    if (more <= 0) return;
    const indices = this.pending.splice(-more).reverse();
    const questions = indices.map((index) => [index, this.questions[index] as StudyQuestion] as const);
    for (const index of indices) hand.open.add(index);
    if (!this.hands.has(seat)) seat.heard = true;
    this.hands.set(seat, hand);
    try {
      seat.send({ type: 'ask', search: this.id, questions });
    } catch (error) {
      // no worker can be started here
      this.died(seat, error instanceof Error ? error : new Error(String(error)));
    }
  }

  private inHand({ seconds }: Hand): number {
    if (seconds === 0) return LEAST_IN_HAND;
    const quick = Math.min(MOST_IN_HAND, Math.floor(IN_HAND_SECONDS / seconds));
    // towards the end few, so that all end together
    const share = Math.ceil(this.pending.length / (2 * this.seats.length));
    return Math.max(LEAST_IN_HAND, Math.min(quick, share));
  }

  private fail(error: Error): void {
    this.over = true;
    this.onError(error);
  }

  private finishIfDone(): void {
    if (this.over || this.left > 0) return;
    this.over = true;
    this.onDone();
  }
}
