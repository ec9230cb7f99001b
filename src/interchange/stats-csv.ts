import type { Evaluation } from '../core/evaluation.js';
import { QUANTITIES } from '../core/quantities/registry.js';
import { csvText } from '../core/quantities/csv.js';

/** Every quantity of an evaluation, a row each. Units are SI: the name of the unit, never a scaled one. */
export function statsCsv(evaluation: Evaluation): string {
  const rows = QUANTITIES.map(({ id, calculon, label, unit, value }) => [
    id,
    calculon ?? null,
    label,
    value(evaluation),
    unit,
  ]);
  return csvText([['quantity', 'calculon', 'label', 'value', 'unit'], ...rows]);
}
