import { evaluateDesign } from '../../core/evaluate.js';
import type { Evaluation, Outcome } from '../../core/evaluation.js';
import type { ComparedDesign } from './report-subject.js';

/** A design of a comparison with what became of it. */
export interface ComparedEntry extends ComparedDesign {
  readonly outcome: Outcome;
  /** Null for an invalid design. */
  readonly evaluation: Evaluation | null;
  /** "A · Base (infeasible)". */
  readonly title: string;
}

export function comparedEntry(compared: ComparedDesign): ComparedEntry {
  const outcome = evaluateDesign(compared.design);
  const state = outcome.kind === 'feasible' ? '' : ` (${outcome.kind})`;
  return {
    ...compared,
    outcome,
    evaluation: outcome.kind === 'invalid' ? null : outcome.evaluation,
    title: `${compared.letter} · ${compared.name}${state}`,
  };
}
