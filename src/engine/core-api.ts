import type { Design } from '../core/inputs/design.js';
import { reportDesign, type DesignReport } from '../core/report.js';

/** Enough rounds for the optimising compiler: the first pass through the core takes a few times as long as a warm one. */
const WARM_UP_ROUNDS = 40;

/** What the worker exposes through Comlink, and what the inline runner calls directly. */
export const coreApi = {
  report(design: Design): DesignReport {
    return reportDesign(design);
  },
  ping(): void {
    // answering is the answer
  },
  warmUp(design: Design): void {
    for (let round = 0; round < WARM_UP_ROUNDS; round += 1) reportDesign(design);
  },
};

export type CoreApi = typeof coreApi;
