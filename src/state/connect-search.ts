import { errorText } from '../core/error-text.js';
import type { Design } from '../core/inputs/design.js';
import type { SearchInput } from '../core/inputs/search-input.js';
import { grouped } from '../core/quantities/grouped.js';
import { searchProblems } from '../core/search/read-request.js';
import type { SearchTally } from '../core/search/tally.js';
import { strategyChanges } from '../core/strategy/strategy-changes.js';
import type { ReportEngine } from './results.js';
import { aboutDuration, LONG_SECONDS, SearchEstimate } from './search-estimate.js';
import { useSearch, type SearchControl } from './search-results.js';
import { bestPlace, sameSubject, spaceOf, strategyInputAt, subjectOf, type SearchSubject } from './search-subject.js';
import { type WorkbenchState, type WorkbenchStore } from './workbench.js';

/** What a search needs of the workers; src/engine/search-pool.ts has it. */
export interface SearchEngine {
  readonly workers: number;
  search(
    design: Design,
    input: SearchInput,
    options: {
      readonly top: number;
      readonly mostRows: number;
      readonly signal: AbortSignal;
      readonly onProgress: (progress: {
        readonly evaluated: number;
        readonly swept: number;
        readonly total: number;
        readonly elapsedSeconds: number;
        readonly tally: SearchTally | null;
      }) => void;
    },
  ): Promise<SearchTally>;
  /** A search, such as this, is likely to come. */
  warm(design: Design, input: SearchInput): void;
}

/** Rows of the table of the best; a live search keeps fewer, since they cost time. */
const TOP_ROWS = 1000;
const LIVE_TOP_ROWS = 200;
/** 32 bytes each, in this thread and while they are gathered once more in the workers. */
const MOST_ROWS = 3_000_000;
/** A live search as short as this is let finish when the next is wanted, or a drag would never show anything. */
const SHORT_SECONDS = 1;
/** How long the inputs rest before the space they ask for is counted. */
const PLAN_MS = 120;

interface Running {
  readonly subject: SearchSubject;
  readonly stop: AbortController;
  readonly live: boolean;
  readonly rows: boolean;
  readonly seconds: number;
}

/**
 * Searches when told, and by itself when the search is live; the workbench's strategy then follows the best one. A live
 * search that was caused by a drag is let finish and the newest inputs come next; whatever else replaces what runs.
 */
export function connectSearch(
  workbench: WorkbenchStore,
  engine: SearchEngine,
  reports: ReportEngine,
): { readonly control: SearchControl; readonly stop: () => void } {
  const estimate = new SearchEstimate(engine.workers);
  const set = useSearch.setState;
  let wanted = subjectOf(workbench.getState());
  /** What the results on the screen are for. */
  let shown: SearchSubject | null = null;
  let running: Running | null = null;
  /** Live inputs newer than those that are searched. */
  let pending: SearchSubject | null = null;
  let planTimer: ReturnType<typeof setTimeout> | null = null;

  /** What the search of `wanted` would take; null when it cannot be. */
  const plan = (): number | null => {
    if (planTimer !== null) clearTimeout(planTimer);
    planTimer = null;
    const problems = searchProblems(wanted.design, wanted.input);
    const plannedTotal = problems.length > 0 ? 0 : spaceOf(wanted).size;
    const seconds = estimate.seconds(plannedTotal);
    const estimatedSeconds = running?.seconds ?? (problems.length > 0 ? null : seconds);
    set({ problems, plannedTotal, long: seconds > LONG_SECONDS, estimatedSeconds });
    return problems.length > 0 ? null : seconds;
  };

  const warm = (): void => {
    if (running === null) engine.warm(wanted.design, wanted.input);
  };
  const planAhead = (): void => {
    if (plan() !== null) warm();
  };

  const publish = (subject: SearchSubject, tally: SearchTally, rows: boolean): void => {
    shown = subject;
    const place = bestPlace(tally, subject.input);
    const best = place === null ? null : strategyInputAt(subject, place);
    set({
      design: subject.design,
      input: subject.input,
      stale: !sameSubject(subject, wanted),
      total: spaceOf(subject).size,
      tally,
      bestPlace: place,
      bestStrategy: best,
      rowsDropped: rows && tally.rows === null,
    });
  };

  const report = (subject: SearchSubject): void => {
    const { bestStrategy } = useSearch.getState();
    if (bestStrategy === null) return set({ bestReport: null });
    reports.report({ ...subject.design, strategy: bestStrategy }, { kind: 'search' }).then(
      (bestReport) => {
        if (shown === subject) set({ bestReport });
      },
      () => undefined,
    );
  };

  /** The strategy follows, unless what it would follow is no longer what is wanted. */
  const follow = (subject: SearchSubject): void => {
    const state = workbench.getState();
    const { bestStrategy, flipCount } = useSearch.getState();
    if (!state.search.live || state.revisited || bestStrategy === null) return;
    // while a slider of the hardware moves, the answer of a moment ago is near enough
    if (!sameSubject({ ...subject, design: { ...subject.design, system: wanted.design.system } }, wanted)) return;
    const flips = strategyChanges(state.strategy.value, bestStrategy);
    if (flips.length === 0) return;
    state.takeStrategy(bestStrategy, subject.input.max_batch ?? bestStrategy.batch_size, 'in-place');
    set({ flips, flipCount: flipCount + 1 });
  };

  const run = async (subject: SearchSubject, seconds: number, live: boolean, rows: boolean): Promise<void> => {
    running?.stop.abort();
    pending = null;
    const mine: Running = { subject, stop: new AbortController(), live, rows, seconds };
    running = mine;
    const fresh = { status: 'running', error: null, notice: null, evaluated: 0, elapsedSeconds: 0 } as const;
    set({ ...fresh, ratePerSecond: 0, estimatedSeconds: seconds });
    let partial = false;
    try {
      const tally = await engine.search(subject.design, subject.input, {
        top: live ? LIVE_TOP_ROWS : TOP_ROWS,
        mostRows: rows ? MOST_ROWS : 0,
        signal: mine.stop.signal,
        onProgress: ({ evaluated, swept, total, elapsedSeconds, tally: found }) => {
          if (running !== mine) return;
          const ratePerSecond = elapsedSeconds > 0 ? evaluated / elapsedSeconds : 0;
          const share = total > 0 ? swept / total : 1;
          const estimatedSeconds = share > 0.02 ? Math.max(elapsedSeconds, elapsedSeconds / share) : seconds;
          set({ evaluated, elapsedSeconds, ratePerSecond, estimatedSeconds });
          if (found === null) return;
          publish(subject, found, false);
          if (!partial) set({ bestReport: null });
          partial = true;
        },
      });
      if (running !== mine) return;
      running = null;
      estimate.learn(tally.evaluated, useSearch.getState().elapsedSeconds);
      publish(subject, tally, rows);
      set({ status: 'done', evaluated: tally.evaluated });
      report(subject);
      if (live) follow(subject);
    } catch (error) {
      if (running !== mine) return;
      running = null;
      const cancelled = mine.stop.signal.aborted;
      set(cancelled ? { status: 'cancelled' } : { status: 'error', error: errorText(error) });
      if (partial) report(subject);
    }
    const next = pending;
    if (next !== null) searchLive(next);
  };

  /** Searches by itself, unless that takes long. */
  const searchLive = (subject: SearchSubject): void => {
    if (running?.live === true && running.seconds <= SHORT_SECONDS) {
      pending = subject;
      return;
    }
    const seconds = plan();
    if (seconds === null || seconds > LONG_SECONDS) {
      running?.stop.abort();
      pending = null;
      if (seconds !== null) set({ notice: whyNotLive(spaceOf(subject).size, seconds) });
      return;
    }
    void run(subject, seconds, true, false);
  };

  const onChange = (state: WorkbenchState, before: WorkbenchState): void => {
    const isLive = state.search.live;
    const turnedOn = isLive && !before.search.live;
    const subject = subjectOf(state);
    const changed = !sameSubject(subject, wanted);
    if (changed) {
      wanted = subject;
      set({ stale: shown !== null && !sameSubject(shown, subject), notice: null });
    }
    if (!isLive) pending = null;
    if (isLive && (changed || turnedOn)) searchLive(wanted);
    else if (changed || state.view.tab !== before.view.tab) {
      const isSeen = state.view.tab === 'search';
      if (isSeen) planTimer ??= setTimeout(planAhead, PLAN_MS);
    }
  };

  const control: SearchControl = {
    start: ({ rows = false, long = false } = {}) => {
      const seconds = plan();
      if (seconds === null) return;
      if (seconds > LONG_SECONDS && !long) set({ notice: whyNotYet(spaceOf(wanted).size, seconds) });
      else void run(wanted, seconds, workbench.getState().search.live, rows);
    },
    prepare: () => {
      if (searchProblems(wanted.design, wanted.input).length === 0) warm();
    },
    cancel: () => {
      pending = null;
      running?.stop.abort();
    },
    adopt: (place) => {
      const strategy = shown && strategyInputAt(shown, place);
      if (shown && strategy)
        workbench.getState().takeStrategy(strategy, shown.input.max_batch ?? strategy.batch_size, 'step');
    },
    strategyAt: (place) => shown && strategyInputAt(shown, place),
  };

  const unsubscribe = workbench.subscribe(onChange);
  const opening = workbench.getState();
  if (opening.search.live) searchLive(wanted);
  else if (opening.view.tab === 'search') planAhead();
  return {
    control,
    stop: () => {
      unsubscribe();
      if (planTimer !== null) clearTimeout(planTimer);
      control.cancel();
    },
  };
}

const many = (strategies: number): string => `${grouped(strategies)} strategies`;

function whyNotYet(strategies: number, seconds: number): string {
  return `${many(strategies)} take ${aboutDuration(seconds)}. Start the search if that is what you want, or narrow it.`;
}

function whyNotLive(strategies: number, seconds: number): string {
  return `The search is not live here: ${many(strategies)} take ${aboutDuration(seconds)} each time. Narrow it, or start it once.`;
}
