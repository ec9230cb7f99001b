import { MEMORY_CLASSES, memoryPlace } from '../batch/memory-classes.js';
import { quantity, TIME_PARTS } from '../quantities/registry.js';
import { evaluationOf } from './evaluation-of.js';
import type { StackBar } from './figure.js';
import type { Findings, StudyPoint } from './study.js';

/** The bars of a point: the parts of its batch time, in seconds, and of tier 1, in bytes. */
export function stackBar(label: string, point: StudyPoint, findings: Findings): StackBar {
  const { key } = point;
  const evaluation = evaluationOf(point, findings);
  if (evaluation === null) {
    const state = findings.has(key) ? 'infeasible' : 'pending';
    return { label, key, state, time: [], memory: [] };
  }
  return {
    label,
    key,
    state: 'value',
    time: TIME_PARTS.map((id) => [id, quantity(id).value(evaluation) ?? 0] as const),
    memory: MEMORY_CLASSES.map((id) => [id, memoryPlace(id, evaluation).tier1Bytes] as const),
  };
}
