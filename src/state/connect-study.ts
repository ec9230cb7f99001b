import { errorText } from '../core/error-text.js';
import type { Design } from '../core/inputs/design.js';
import type { Finding, StudyQuestion } from '../core/studies/question.js';
import type { AnyStudy } from '../core/studies/study.js';
import { adoptedParts } from './adopted-parts.js';
import { useByteUnits } from './byte-units.js';
import { FindingCache } from './finding-cache.js';
import { useStudy, type StudyControl, type StudyRunState } from './study-results.js';
import { foundOf, type RunStart } from './study-run-state.js';
import { StudySubject, type Asking } from './study-subject.js';
import type { WorkbenchState, WorkbenchStore } from './workbench.js';

/** What a study needs of the workers; src/engine/study-pool.ts has it. */
export interface StudyEngine {
  ask(
    questions: readonly StudyQuestion[],
    options: { readonly signal: AbortSignal; readonly onFound: (index: number, finding: Finding) => void },
  ): Promise<void>;
  /** A question, such as this, is likely to come. */
  warm(question: StudyQuestion | null): void;
}

/** Between two looks at what was found; longer when the report takes long. */
const LOOK_MS = 125;
const LOOKS_PER_REPORT = 6;
/** What follows a change shows nothing half-done for so long, so that the figures do not flicker during a drag. */
const HOLD_MS = 250;
/** A run is let go on for so long although newer inputs wait, or a drag would never show anything. */
const SHORT_MS = 400;
/** How long the inputs of a study that is asked by hand rest before what is known of them is looked up. */
const REST_MS = 120;

interface Running extends RunStart {
  readonly subject: StudySubject;
  readonly stop: AbortController;
}

/**
 * Asks the open study: one that is quick by itself when it is opened and at each change, the newest inputs at last; one
 * that takes long when told. What is known already is shown at once and not asked again.
 */
export function connectStudy(
  workbench: WorkbenchStore,
  engine: StudyEngine,
  studies: readonly AnyStudy[],
): { readonly control: StudyControl; readonly stop: () => void } {
  const set = useStudy.setState;
  const cache = new FindingCache();
  /** What the screen shows. */
  let shown: StudySubject | null = null;
  let running: Running | null = null;
  let reportMs = 0;
  let lookTimer: ReturnType<typeof setTimeout> | null = null;
  /** Newer inputs wait for it. */
  let refreshTimer: ReturnType<typeof setTimeout> | null = null;

  /** What was asked last: what runs, else what the screen shows. */
  const current = (): StudySubject | null => running?.subject ?? shown;
  const openStudy = ({ study }: WorkbenchState): AnyStudy | undefined => studies.find(({ id }) => id === study.open);

  const halt = (): void => {
    running?.stop.abort();
    running = null;
    if (lookTimer !== null) clearTimeout(lookTimer);
    lookTimer = null;
  };
  const failed = (error: unknown): void => {
    halt();
    set({ status: 'error', error: errorText(error) });
  };
  /** A study that throws is a fault in it: it is told, and the others go on. */
  const guarded = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      failed(error);
    }
  };

  const show = (subject: StudySubject, more: Partial<StudyRunState> = {}): void => {
    const begun = performance.now();
    const found = foundOf(subject, running?.subject === subject ? running : null, begun);
    reportMs = performance.now() - begun;
    shown = subject;
    const isBehind = !subject.isFor(workbench.getState());
    // of the newer inputs, while those wait to be asked
    const problems = isBehind ? useStudy.getState().problems : found.problems;
    const stale = isBehind && (subject.study.runs === 'when-asked' || problems.length > 0);
    set({ ...found, stale, problems, ...more });
  };
  const look = (mine: Running, afterMs: number): void => {
    lookTimer ??= setTimeout(() => {
      lookTimer = null;
      if (running === mine) guarded(() => show(mine.subject));
    }, afterMs);
  };
  /** The results on the screen stay while there are no others of the same study. */
  const isWorthKeeping = (study: AnyStudy): boolean =>
    shown?.study === study && (shown.findings.size > 0 || running?.subject === shown);

  /** Whether nothing can be asked. */
  const hasProblems = (subject: StudySubject): boolean => {
    if (subject.problems.length === 0) return false;
    if (isWorthKeeping(subject.study)) set({ problems: subject.problems, stale: true });
    else {
      halt();
      show(subject, { status: 'idle', error: null });
    }
    return true;
  };

  const run = async (subject: StudySubject): Promise<void> => {
    if (hasProblems(subject)) return;
    const follows = subject.study.runs === 'at-once' && isWorthKeeping(subject.study);
    halt();
    const mine: Running = {
      subject,
      stop: new AbortController(),
      begunMs: performance.now(),
      known: subject.evaluated,
    };
    running = mine;
    let wait = 0;
    const askAll = (asking: readonly Asking[]): Promise<void> =>
      engine.ask(
        asking.map(({ question }) => question),
        {
          signal: mine.stop.signal,
          onFound: (index, finding) => {
            const key = asking[index]?.key;
            if (running !== mine || key === undefined) return;
            subject.found(key, finding);
            look(mine, wait);
            wait = Math.max(LOOK_MS, LOOKS_PER_REPORT * reportMs);
          },
        },
      );
    try {
      let asking = subject.next();
      if (asking.length > 0) {
        set({ status: 'running', error: null });
        if (follows) look(mine, HOLD_MS);
        else show(subject);
      }
      for (; asking.length > 0; asking = subject.next()) {
        await askAll(asking);
        if (running !== mine) return;
      }
      show(subject, { status: 'done', error: null });
    } catch (error) {
      if (running !== mine) return;
      if (!mine.stop.signal.aborted) return failed(error);
      guarded(() => show(subject, { status: 'cancelled' }));
    }
    halt();
    if (subject.study.runs === 'at-once') refresh();
  };

  /** Sees to it that the screen shows the open study with the inputs as they are. */
  const refresh = (): void => {
    if (refreshTimer !== null) clearTimeout(refreshTimer);
    refreshTimer = null;
    const state = workbench.getState();
    const study = openStudy(state);
    if (state.view.tab !== 'studies' || study === undefined) return;
    const asked = current();
    if (asked?.isFor(state)) {
      if (useStudy.getState().stale) set({ stale: false, problems: asked.problems });
      return;
    }
    guarded(() => {
      const subject = new StudySubject(study, state, cache);
      if (study.runs === 'at-once') void run(subject);
      else if (!hasProblems(subject)) lookUp(subject);
    });
  };

  /** Shows what is known of a study that runs when told. */
  const lookUp = (subject: StudySubject): void => {
    const [next] = subject.next();
    const isKnown = next === undefined;
    if (!isKnown && isWorthKeeping(subject.study)) return set({ stale: true, problems: [] });
    halt();
    if (!isKnown) engine.warm(next.question);
    show(subject, { status: isKnown ? 'done' : 'idle', error: null });
  };

  /** How long a change waits for what runs, or for the next change. */
  const patience = (state: WorkbenchState): number => {
    const asked = current();
    if (asked?.study.id !== state.study.open) return 0;
    if (asked.study.runs === 'when-asked') return REST_MS;
    return running === null ? 0 : Math.max(0, running.begunMs + SHORT_MS - performance.now());
  };
  const onChange = (state: WorkbenchState, before: WorkbenchState): void => {
    const isSame =
      state.study === before.study &&
      state.view.tab === before.view.tab &&
      state.model === before.model &&
      state.system === before.system &&
      state.strategy === before.strategy;
    if (isSame || state.view.tab !== 'studies') return;
    const wait = patience(state);
    if (wait === 0) return refresh();
    const asked = current();
    if (asked?.study.runs === 'when-asked' && shown !== null && shown.findings.size > 0 && !asked.isFor(state))
      set({ stale: true });
    refreshTimer ??= setTimeout(refresh, wait);
  };

  const designAt = (key: string): Design | null => {
    const question = shown?.points.get(key)?.question;
    const best = shown?.findings.get(key)?.best;
    return question && best ? { ...question.design, strategy: best.strategy } : null;
  };
  const control: StudyControl = {
    run: () => {
      const state = workbench.getState();
      const study = openStudy(state);
      if (study) guarded(() => void run(new StudySubject(study, state, cache)));
    },
    cancel: () => running?.stop.abort(),
    designAt,
    adopt: (key) => {
      const design = designAt(key);
      if (design === null || shown === null) return;
      const state = workbench.getState();
      const name = `${shown.study.title}: ${shown.points.get(key)?.label ?? key}`;
      const parts = adoptedParts(design, name, state, state.presets);
      if (parts) state.takeParts(parts);
    },
  };

  /** Memory is written otherwise: the same findings, said again. */
  const sayAgain = (): void => {
    for (const subject of new Set([shown, running?.subject])) subject?.nameAgain();
    const subject = shown;
    if (subject !== null) guarded(() => show(subject));
  };
  const unsubscribes = [workbench.subscribe(onChange), useByteUnits.subscribe(sayAgain)];
  refresh();
  return {
    control,
    stop: () => {
      for (const unsubscribe of unsubscribes) unsubscribe();
      if (refreshTimer !== null) clearTimeout(refreshTimer);
      halt();
    },
  };
}
