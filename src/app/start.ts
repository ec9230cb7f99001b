import { errorText } from '../core/error-text.js';
import { createEngine } from '../engine/client.js';
import { createSearchPool } from '../engine/search-pool.js';
import { searchWorkers, startSearchWorker } from '../engine/search-worker-runner.js';
import { startWorkerRunner } from '../engine/worker-runner.js';
import { readAllPresets, type PresetKind } from '../interchange/presets-file.js';
import { decodeLink, encodeLink, refusedLink } from '../share/link.js';
import { keepState, keptState, keptText } from '../share/storage.js';
import { mentionsStudies } from '../share/study-pairs.js';
import { openingState } from '../share/opening-state.js';
import { connectSearch } from '../state/connect-search.js';
import { createWorkbench } from '../state/create-workbench.js';
import type { Presets } from '../state/presets.js';
import { connectResults } from '../state/results.js';
import { provideSearch } from '../state/search-results.js';
import { provideWorkbench, selectDesign, type WorkbenchStore } from '../state/workbench.js';
import { useNotices } from './notices.js';
import { fetchStudies, readyStudies } from './study-access.js';
import { connectUrl } from './url-sync.js';

/** Why the page cannot start: a sentence for a person, and details. */
export class StartError extends Error {
  override readonly name = 'StartError';
  constructor(
    message: string,
    readonly details: readonly string[],
  ) {
    super(message);
  }
}

const STUDIES_AFTER_MS = 500;

async function fetchText(kind: PresetKind): Promise<string> {
  const address = `presets/${kind}.json`;
  let answer: Response;
  try {
    answer = await fetch(address);
  } catch (error) {
    throw new StartError('The presets could not be fetched. Check the connection, then try again.', [
      `${address}: ${errorText(error)}`,
    ]);
  }
  if (!answer.ok) {
    throw new StartError(
      'The presets could not be fetched. The server may be incomplete: try again, or tell whoever runs it.',
      [`${address}: ${answer.status} ${answer.statusText}`],
    );
  }
  return answer.text();
}

async function fetchPresets(): Promise<Presets> {
  const [models, systems, strategies] = await Promise.all([
    fetchText('models'),
    fetchText('systems'),
    fetchText('strategies'),
  ]);
  const read = readAllPresets({ models, systems, strategies });
  if (!read.ok) {
    throw new StartError(
      'The presets on this server cannot be read. Reload the page without its cache; if that does not help, tell whoever runs it.',
      read.problems.map((problem) => problem.message),
    );
  }
  return read.value;
}

/** The presets; and the studies where the link or the last visit speaks of them. Without, they follow later. */
async function fetchAll(): Promise<Presets> {
  const { hash } = window.location;
  const opened = isLink(hash) ? hash : (keptText(storage()) ?? '');
  if (!mentionsStudies(opened)) return fetchPresets();
  const [presets, studies] = await Promise.all([
    fetchPresets(),
    fetchStudies().catch((error: unknown) => {
      throw new StartError('The studies could not be fetched. Check the connection, then try again.', [
        errorText(error),
      ]);
    }),
  ]);
  return { ...presets, studies };
}

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function notify(title: string, lines: readonly string[]): void {
  if (lines.length > 0) useNotices.getState().add({ tone: 'info', title, lines });
}

const PARTLY = 'Not everything in the link could be taken';
const isLink = (hash: string): boolean => hash.length > 1 && refusedLink(hash) === null;

/** A link wins; then the last visit; then the design the explorer opens with. */
function openingWorkbench(presets: Presets): WorkbenchStore {
  const { hash } = window.location;
  const linked = isLink(hash) ? decodeLink(hash, presets) : null;
  const refused = refusedLink(hash);
  if (refused !== null) notify(PARTLY, [refused]);
  if (linked !== null) notify(PARTLY, linked.notes);
  const kept = linked === null ? keptState(storage(), presets) : null;
  if (kept !== null) notify('The last visit', kept.notes);
  return createWorkbench(linked?.state ?? kept?.state ?? openingState(presets), presets);
}

/**
 * Fetches the presets, restores the state and connects store, engine, address and storage. Call once.
 *
 * @throws StartError when there are no presets to start from.
 */
export async function start(): Promise<WorkbenchStore> {
  const engine = createEngine(startWorkerRunner);
  let presets: Presets;
  try {
    presets = await fetchAll();
  } catch (error) {
    engine.terminate();
    throw error;
  }
  const workbench = openingWorkbench(presets);
  provideWorkbench(workbench);
  connectResults(workbench, engine);
  const pool = createSearchPool(startSearchWorker, { workers: searchWorkers(navigator.hardwareConcurrency) });
  provideSearch(connectSearch(workbench, pool, engine).control);
  void engine.warmUp(selectDesign(workbench.getState()));
  // after the first figures; a failure comes again, and is told, when they are looked at
  window.setTimeout(() => void readyStudies().catch(() => undefined), STUDIES_AFTER_MS);

  let storageFailed = false;
  const keep = (link: string): void => {
    const failure = keepState(storage(), link);
    if (failure !== null && !storageFailed) notify('The browser keeps nothing', [failure]);
    storageFailed = failure !== null;
  };
  const page = { history: window.history, location: window.location, events: window };
  const connect = (): (() => void) =>
    connectUrl(workbench, page, {
      onLink: keep,
      onNotes: (notes) => notify(PARTLY, notes),
      // within the first second the studies may not be there yet
      neededFor: (hash) =>
        mentionsStudies(hash) && workbench.getState().presets.studies === undefined ? readyStudies() : null,
    });
  let disconnect = connect();
  // Leaving writes the last change; a page brought back whole by Back goes on where it was.
  window.addEventListener('pagehide', () => disconnect());
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) disconnect = connect();
  });
  return workbench;
}

/** The address of the design as it is now, whole. */
export function linkAddress(workbench: WorkbenchStore): string {
  const state = workbench.getState();
  return new URL(encodeLink(state, state.presets), window.location.href).href;
}
