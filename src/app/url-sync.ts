import { decodeLink, encodeLink, refusedLink } from '../share/link.js';
import { DESIGN_PARTS } from '../share/shared-state.js';
import { changedPaths } from '../state/design-paths.js';
import type { Inputs, WorkbenchState, WorkbenchStore } from '../state/workbench.js';

/** What of the page the link needs; tests hand in their own. */
export interface PageAddress {
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  readonly location: Pick<Location, 'hash'>;
  /** `popstate` and `hashchange` come from here. */
  readonly events: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
}

export interface UrlSyncOptions {
  /** Each link as it is written, to keep it for the next visit. */
  readonly onLink?: (link: string) => void;
  /** What Back, or a link pasted into the address bar, could not bring. */
  readonly onNotes?: (notes: readonly string[]) => void;
  /** What has to be there before a link can be read; null when nothing is missing. */
  readonly neededFor?: (hash: string) => Promise<unknown> | null;
}

/** Safari takes a hundred changes of history in 30 s, Firefox 200 in 10 s: three a second stays below both. */
const WRITE_EVERY_MS = 350;
const RETRY_MS = 5000;
// All times are of the page's own clock: that of the day may be set back by an hour, and nothing would be written for as long.
/** The same inputs changed again within this time are one step for Back: an arrow key held down, a button pressed five times. */
const SAME_STEP_MS = 1000;

/**
 * So many finished states wait to become entries, which takes them little more than a second: undo held down makes thirty
 * a second, and an address far behind the screen would be shared for what it is not. Undo has those left out.
 */
const MOST_WAITING = 4;

/**
 * Keeps the address in step with the workbench: it follows a drag by replacing the entry, a finished change becomes an
 * entry of its own, and Back brings the state before it. Returns what ends it, the last change written.
 */
export function connectUrl(workbench: WorkbenchStore, page: PageAddress, options: UrlSyncOptions = {}): () => void {
  const linkOf = (state: WorkbenchState): string => encodeLink(state, state.presets);
  /** The finished state that the current entry has to hold when it is left. */
  let settled = workbench.getState();
  /** Finished states that are yet to become entries, the oldest first. */
  const steps: WorkbenchState[] = [];
  let lastStep = { inputs: '', at: -Infinity };
  /** What the address says now. */
  let shownLink = page.location.hash;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastWrite = -Infinity;

  /** Whether the address says so now. */
  const put = (how: 'pushState' | 'replaceState', link: string): boolean => {
    if (link === shownLink) return true;
    try {
      page.history[how](null, '', link);
    } catch {
      // over the browser's limit all the same
      timer ??= setTimeout(write, RETRY_MS);
      return false;
    }
    shownLink = link;
    options.onLink?.(link);
    return true;
  };
  const write = (): void => {
    timer = null;
    lastWrite = performance.now();
    const step = steps[0];
    if (step !== undefined) {
      // a drag has replaced this entry: it gets back what Back must find
      if (!put('replaceState', linkOf(settled)) || !put('pushState', linkOf(step))) return;
      settled = step;
      steps.shift();
    }
    if (steps.length > 0) timer = setTimeout(write, WRITE_EVERY_MS);
    else put('replaceState', linkOf(workbench.getState()));
  };
  const onChange = (state: WorkbenchState, before: WorkbenchState): void => {
    const inputs = !sameInputs(state, before);
    const isSeenSame = state.view === before.view && state.study.open === before.study.open;
    const isBesideSame = state.compared === before.compared;
    if (!inputs && isSeenSame && isBesideSame && state.dragging === before.dragging) return;
    if (!state.dragging) {
      // how the design is looked at is no step for Back, nor is a strategy that followed the best: it has no undo entry
      const edited = state.history === before.history ? '' : changedInputs(steps.at(-1) ?? settled, state);
      const changed = isBesideSame ? edited : `${edited} beside`;
      const isSame = changed === lastStep.inputs && performance.now() - lastStep.at < SAME_STEP_MS;
      if (changed !== '') lastStep = { inputs: changed, at: performance.now() };
      if (changed !== '' && !isSame) {
        steps.push(state);
        if (steps.length > MOST_WAITING) steps.shift();
      } else if (steps.length > 0) steps[steps.length - 1] = state;
      else settled = state;
    }
    timer ??= setTimeout(write, Math.max(0, lastWrite + WRITE_EVERY_MS - performance.now()));
  };
  const stopTimer = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  /** Writes all at once, as far as the browser takes it. */
  const flush = (): void => {
    for (let left = Infinity; timer !== null && steps.length < left;) {
      left = steps.length;
      stopTimer();
      write();
    }
    stopTimer();
  };
  const onAddress = (): void => {
    const { hash } = page.location;
    if (hash === shownLink) return;
    const needed = options.neededFor?.(hash) ?? null;
    if (needed === null) {
      read();
      return;
    }
    // what is changed meanwhile would be written over the link that is waited for, which takes its place anyway
    stopTimer();
    unsubscribe();
    const arrived = (): void => {
      if (ended) return;
      unsubscribe();
      unsubscribe = workbench.subscribe(onChange);
      read();
    };
    void needed.then(arrived, arrived);
  };
  const read = (): void => {
    const { hash } = page.location;
    // a Back brings both events; the second has nothing new
    if (hash === shownLink) return;
    stopTimer();
    shownLink = hash;
    const refused = refusedLink(hash);
    if (refused !== null) {
      // the entry that was made for it gets what is on the screen
      write();
      options.onNotes?.([refused]);
      return;
    }
    steps.length = 0;
    const { state, notes } = decodeLink(hash, workbench.getState().presets);
    unsubscribe();
    workbench.getState().restore(state);
    unsubscribe = workbench.subscribe(onChange);
    settled = workbench.getState();
    lastStep = { inputs: '', at: -Infinity };
    options.onLink?.(linkOf(settled));
    if (notes.length > 0) options.onNotes?.(notes);
  };

  let ended = false;
  let unsubscribe = workbench.subscribe(onChange);
  put('replaceState', linkOf(settled));
  page.events.addEventListener('popstate', onAddress);
  page.events.addEventListener('hashchange', onAddress);
  return () => {
    ended = true;
    flush();
    unsubscribe();
    page.events.removeEventListener('popstate', onAddress);
    page.events.removeEventListener('hashchange', onAddress);
  };
}

function sameInputs(left: Inputs, right: Inputs): boolean {
  return (
    DESIGN_PARTS.every((part) => left[part] === right[part]) &&
    left.search === right.search &&
    left.study.changes === right.study.changes
  );
}

/** Which inputs differ between two states, as text; a part that started from something else differs as a whole. */
function changedInputs(before: Inputs, after: Inputs): string {
  const parts = DESIGN_PARTS.flatMap((part) =>
    before[part].base === after[part].base
      ? changedPaths(before[part].value, after[part].value).map((path) => `${part}.${path}`)
      : [part],
  );
  return [
    ...parts,
    ...changedPaths(before.search, after.search).map((path) => `search.${path}`),
    ...changedPaths(before.study.changes, after.study.changes).map((path) => `study.${path}`),
  ]
    .sort()
    .join(' ');
}
