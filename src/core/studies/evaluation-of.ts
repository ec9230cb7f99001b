import { evaluateDesign } from '../evaluate.js';
import type { Evaluation } from '../evaluation.js';
import type { Findings, StudyPoint } from './study.js';

/** Every number of what a point found; null where nothing is feasible or the answer is not there yet. */
export function evaluationOf({ key, question }: StudyPoint, findings: Findings): Evaluation | null {
  const best = findings.get(key)?.best ?? null;
  if (best === null) return null;
  const outcome = evaluateDesign({ ...question.design, strategy: best.strategy });
  return outcome.kind === 'feasible' ? outcome.evaluation : null;
}
