import type { AnyStudy } from '../core/studies/study.js';
import { workbench } from '../state/workbench.js';

const fetchBoot = () => import('./study-boot.js');

/** The studies, for a link that speaks of them: it cannot be read without. */
export const fetchStudies = async (): Promise<readonly AnyStudy[]> => (await fetchBoot()).STUDIES;

let ready: Promise<void> | null = null;

/** Resolves when the studies are connected; the first call fetches them, and one after a failure tries again. */
export function readyStudies(): Promise<void> {
  ready ??= fetchBoot().then(
    ({ bootStudies }) => bootStudies(workbench()),
    (error: unknown) => {
      ready = null;
      throw error;
    },
  );
  return ready;
}
