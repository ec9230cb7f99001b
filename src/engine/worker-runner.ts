import * as Comlink from 'comlink';
import type { CoreApi } from './core-api.js';
import type { StartRunner } from './runner.js';

/** The core in a worker of its own, so that long work never holds up the screen. */
export const startWorkerRunner: StartRunner = (onFailure) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'core' });
  const core = Comlink.wrap<CoreApi>(worker);
  const failed = (what: string): void => {
    onFailure(new Error(what));
  };
  worker.addEventListener('error', (event) => failed(event.message || 'The worker could not be loaded.'), {
    once: true,
  });
  worker.addEventListener('messageerror', () => failed('An answer of the worker could not be read.'), { once: true });
  return {
    report: (design) => core.report(design),
    ping: () => core.ping(),
    warmUp: (design) => core.warmUp(design),
    terminate: () => {
      core[Comlink.releaseProxy]();
      worker.terminate();
    },
  };
};
