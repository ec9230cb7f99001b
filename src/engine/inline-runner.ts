import { coreApi } from './core-api.js';
import type { StartRunner } from './runner.js';

/** The core in this very thread, for tests. It cannot fail but by throwing, which is an answer. */
export const startInlineRunner: StartRunner = () => ({
  report: async (design) => coreApi.report(design),
  ping: async () => coreApi.ping(),
  warmUp: async (design) => coreApi.warmUp(design),
  terminate: () => undefined,
});
