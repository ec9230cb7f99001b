import type { SearchAnswer, StartSearchRunner } from './search-messages.js';

/** A worker that searches, as the page starts them. */
export const startSearchWorker: StartSearchRunner = (onAnswer, onFailure) => {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module', name: 'search' });
  worker.addEventListener('message', (event: MessageEvent<SearchAnswer>) => onAnswer(event.data));
  worker.addEventListener('error', (event) => onFailure(new Error(event.message || 'The worker could not be loaded.')));
  worker.addEventListener('messageerror', () => onFailure(new Error('An answer of the worker could not be read.')));
  return {
    send: (order) => worker.postMessage(order),
    terminate: () => worker.terminate(),
  };
};

/** As many workers as there are processors, but no more than eight: beyond that merging costs more than it brings. */
export const searchWorkers = (processors: number | undefined): number => Math.min(8, Math.max(1, processors ?? 1));
