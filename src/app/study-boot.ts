import { STUDIES } from '../core/studies/studies.js';
import { searchWorkers, startSearchWorker } from '../engine/search-worker-runner.js';
import { createStudyPool } from '../engine/study-pool.js';
import { firstStudy } from '../share/study-choice.js';
import { connectStudy } from '../state/connect-study.js';
import { provideStudies } from '../state/study-results.js';
import type { WorkbenchStore } from '../state/workbench.js';

export { STUDIES };

/** Makes the studies known to the workbench and connects them with workers, which their first question starts. */
export function bootStudies(workbench: WorkbenchStore): void {
  const { presets, study } = workbench.getState();
  const open = study.open === '' ? firstStudy(STUDIES).open : study.open;
  workbench.setState({ presets: { ...presets, studies: STUDIES }, study: { ...study, open } });
  // workers of their own: a study goes on while a search runs
  const pool = createStudyPool(startSearchWorker, { workers: searchWorkers(navigator.hardwareConcurrency) });
  provideStudies(connectStudy(workbench, pool, STUDIES).control);
}
