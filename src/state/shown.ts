import type { Evaluation, Outcome } from '../core/evaluation.js';
import type { DesignReport } from '../core/report.js';
import { useResults } from './results.js';

/** The numbers a report has; null when the design is invalid or there is no report yet. */
function evaluationOf(report: DesignReport | null): Evaluation | null {
  return report === null || report.outcome.kind === 'invalid' ? null : report.outcome.evaluation;
}

/** What kind of answer the screen shows; `loading` until the first report. */
export type ShownKind = Outcome['kind'] | 'loading';

export interface Shown {
  readonly kind: ShownKind;
  readonly report: DesignReport | null;
  readonly evaluation: Evaluation | null;
  /** The numbers of the baseline, if there is one and it has numbers. */
  readonly baseline: Evaluation | null;
  /** A word on numbers that are no plain answer, or on why there are none; null where there is nothing to say. */
  readonly tag: 'infeasible' | 'invalid' | null;
}

/** The newest answer and the baseline's, as the right side of the screen needs them. */
export function useShown(): Shown {
  const report = useResults((state) => state.report);
  const baseline = useResults((state) => state.baselineReport);
  const kind = report === null ? 'loading' : report.outcome.kind;
  return {
    kind,
    tag: kind === 'infeasible' || kind === 'invalid' ? kind : null,
    report,
    evaluation: evaluationOf(report),
    baseline: evaluationOf(baseline),
  };
}
