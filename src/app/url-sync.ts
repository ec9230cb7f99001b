import { decodeLink, encodeLink } from '../share/link.js';
import type { WorkbenchState, WorkbenchStore } from '../state/workbench.js';

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
}

/** Safari takes a hundred changes of history in 30 s, Firefox 200 in 10 s: three a second stays below both. */
const WRITE_EVERY_MS = 350;
const RETRY_MS = 5000;
/** Changes closer than this are one step for Back: an arrow key held down, one button pressed five times. */
const SAME_STEP_MS = 1000;

/**
 * Keeps the address in step with the workbench: it follows a drag by replacing the entry, a finished change becomes an
 * entry of its own, and Back brings the state before it. Returns what ends it, the last change written.
 */
export function connectUrl(workbench: WorkbenchStore, page: PageAddress, options: UrlSyncOptions = {}): () => void {
  const linkOf = (state: WorkbenchState): string => encodeLink(state, state.presets);
  /** The last finished state's link, which the current entry has to hold when it is left. */
  let settledLink = linkOf(workbench.getState());
  /** What the address says now. */
  let shownLink = page.location.hash;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastWrite = -Infinity;
  let lastStep = -Infinity;
  let pushWanted = false;

  const put = (how: 'pushState' | 'replaceState', link: string): void => {
    if (link === shownLink) return;
    try {
      page.history[how](null, '', link);
      shownLink = link;
      options.onLink?.(link);
    } catch {
      // over the browser's limit all the same
      timer ??= setTimeout(write, RETRY_MS);
    }
  };
  const write = (): void => {
    timer = null;
    lastWrite = Date.now();
    const state = workbench.getState();
    const link = linkOf(state);
    if (pushWanted && !state.dragging && link !== settledLink) {
      if (lastWrite - lastStep >= SAME_STEP_MS) {
        // a drag has replaced this entry: it gets back what Back must find
        put('replaceState', settledLink);
        put('pushState', link);
      } else put('replaceState', link);
      lastStep = lastWrite;
    } else put('replaceState', link);
    if (!state.dragging) {
      settledLink = link;
      pushWanted = false;
    }
  };
  const onChange = (state: WorkbenchState, before: WorkbenchState): void => {
    const inputs = state.model !== before.model || state.system !== before.system || state.strategy !== before.strategy;
    if (!inputs && state.view === before.view && state.dragging === before.dragging) return;
    // how the design is looked at is no step for Back
    if (inputs) pushWanted = true;
    timer ??= setTimeout(write, Math.max(0, lastWrite + WRITE_EVERY_MS - Date.now()));
  };
  const flush = (): void => {
    if (timer === null) return;
    clearTimeout(timer);
    write();
  };
  const onAddress = (): void => {
    const hash = page.location.hash;
    // a Back brings both events; the second has nothing new
    if (hash === shownLink) return;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    shownLink = hash;
    pushWanted = false;
    const { state, notes } = decodeLink(hash, workbench.getState().presets);
    unsubscribe();
    workbench.getState().restore(state);
    unsubscribe = workbench.subscribe(onChange);
    settledLink = linkOf(workbench.getState());
    lastStep = -Infinity;
    options.onLink?.(settledLink);
    if (notes.length > 0) options.onNotes?.(notes);
  };

  let unsubscribe = workbench.subscribe(onChange);
  put('replaceState', settledLink);
  page.events.addEventListener('popstate', onAddress);
  page.events.addEventListener('hashchange', onAddress);
  return () => {
    flush();
    unsubscribe();
    page.events.removeEventListener('popstate', onAddress);
    page.events.removeEventListener('hashchange', onAddress);
  };
}
