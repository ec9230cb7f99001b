import { useMemo } from 'react';
import { reportSoFar, type Extent } from '../../core/studies/so-far.js';
import type { AnyStudy, StudyReport } from '../../core/studies/study.js';
import { useStudy, type StudyRunState } from '../../state/study-results.js';
import { useShownByteUnits, writtenIn } from '../../ui/memo-in-units.js';

/**
 * How much of what the study asks its report rests on. What follows by itself keeps the last whole answer on the screen
 * while it runs; one that is asked when told may, with all answered, still raise further questions.
 */
export function extentOf(
  { status, answered, total }: Pick<StudyRunState, 'status' | 'answered' | 'total'>,
  runs: AnyStudy['runs'],
): Extent {
  const goesOn = runs === 'when-asked' && (status === 'running' || status === 'cancelled');
  if (status === 'done' || (answered >= total && !goesOn)) return 'whole';
  return status === 'cancelled' || status === 'error' ? 'stopped' : 'running';
}

/** The open study's report, which says of itself whether it is of a part only; null before there is one. */
export function useShownReport(study: AnyStudy): { readonly report: StudyReport | null; readonly extent: Extent } {
  const isOfThis = useStudy((state) => state.studyId === study.id);
  const report = useStudy((state) => state.report);
  const inputs = useStudy((state) => state.inputs);
  const world = useStudy((state) => state.world);
  const extent = useStudy((state) => extentOf(state, study.runs));
  const units = useShownByteUnits();
  const isPart = isOfThis && report !== null && extent !== 'whole';
  const unasked = useMemo(
    () =>
      isPart && inputs !== null && world !== null
        ? writtenIn(units, () => study.report(inputs, world, new Map()))
        : null,
    [isPart, study, inputs, world, units],
  );
  const shown = useMemo(
    () => (isOfThis && report !== null ? reportSoFar(report, unasked, extent) : null),
    [isOfThis, report, unasked, extent],
  );
  return { report: shown, extent };
}
