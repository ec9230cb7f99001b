import { evaluateDesign } from '../../core/evaluate.js';
import type { Evaluation } from '../../core/evaluation.js';
import { formatQuantity } from '../../core/quantities/format.js';
import type { Design } from '../../core/inputs/design.js';
import { grouped } from '../../core/quantities/grouped.js';
import type { Finding } from '../../core/studies/question.js';
import type { StudyPoint } from '../../core/studies/study.js';
import { fitFinding } from '../../state/fit-finding.js';
import { strategyLine } from '../../state/strategy-line.js';

/** What there is to say of a point. */
export interface PointDetails {
  /** `miss`: nothing fits, and this is what came nearest. */
  readonly kind: 'pending' | 'best' | 'miss' | 'nothing';
  /** "226.4 samples/s", "nothing fits". */
  readonly rate: string;
  /** The strategy in a line, or why there is none. */
  readonly line: string;
  /** How many were searched and fit. */
  readonly counts: string;
  /** With the strategy in the line; null when there is none. */
  readonly design: Design | null;
  readonly evaluation: Evaluation | null;
}

function withNumbers(design: Design): Pick<PointDetails, 'design' | 'evaluation'> {
  const outcome = evaluateDesign(design);
  return { design, evaluation: outcome.kind === 'invalid' ? null : outcome.evaluation };
}

/** Why a strategy that was asked for by itself does not fit. */
function ownReasons(design: Design): string {
  const outcome = evaluateDesign(design);
  return outcome.kind === 'feasible' ? '' : outcome.reasons.map(({ message }) => message).join(' ');
}

/** The best strategy of a point with its counts; where nothing fits, what came nearest and what stops the others. */
export function pointDetails({ question }: StudyPoint, finding: Finding | undefined): PointDetails {
  const { design, searches } = question;
  if (finding === undefined) {
    return { kind: 'pending', rate: 'not searched yet', line: '', counts: '', design: null, evaluation: null };
  }
  const { evaluated, feasible, infeasible, best, nearestMiss } = finding;
  const isSearched = searches.length > 0;
  const counts = isSearched
    ? `${grouped(feasible)} of ${grouped(evaluated)} strategies fit`
    : 'one strategy, no search';
  if (best !== null) {
    return {
      kind: 'best',
      rate: formatQuantity(best.rate, 'samples-per-second'),
      line: strategyLine(best.strategy),
      counts,
      ...withNumbers({ ...design, strategy: best.strategy }),
    };
  }
  const why = fitFinding({ evaluated, feasible, infeasible, tooSlow: 0 });
  if (nearestMiss !== null) {
    return {
      kind: 'miss',
      rate: `nearest needs ${formatQuantity(nearestMiss.overBytes, 'bytes')} more HBM`,
      line: strategyLine(nearestMiss.strategy),
      counts: why,
      ...withNumbers({ ...design, strategy: nearestMiss.strategy }),
    };
  }
  if (!isSearched) {
    return {
      kind: 'miss',
      rate: 'does not fit',
      line: strategyLine(design.strategy),
      counts: ownReasons(design),
      ...withNumbers(design),
    };
  }
  const none = 'No strategy of this many processors divides the model and keeps to the constraints.';
  return {
    kind: 'nothing',
    rate: 'nothing fits',
    line: evaluated === 0 ? none : '',
    counts: evaluated === 0 ? '' : why,
    design: null,
    evaluation: null,
  };
}
