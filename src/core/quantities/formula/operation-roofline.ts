import type { Operation } from '../../block/operation.js';
import type { Definition } from './definition.js';
import { inner } from './definition.js';
import { cases, compare, divide, min, multiply, selected, when } from './expression.js';
import { IN, inputId } from './input-ids.js';
import { operationId, operationLabel, STAGE_LABELS, type Stage } from './operation-ids.js';
import type { Shape } from './operation-shapes.js';

/** The rate an operation reaches in one stage, the roof above it, and what of the roof it reaches. Not for exchanges. */
export function operationRoofline(op: Operation, { kind }: Shape, stage: Stage): Definition[] {
  const of = (field: string): string => operationId(op.name, `${stage}/${field}`);
  const { label: stageLabel, short } = STAGE_LABELS[stage];
  const label = `${operationLabel(op)}, ${stageLabel}`;
  const isOnMatrix = (kind === 'linear' || kind === 'matmul' || kind === 'overlapped') && stage !== 'optimizer';
  const engine = isOnMatrix ? 'matrix' : 'vector';
  return [
    inner(
      of('reached'),
      `${label}: rate reached`,
      `P_${short},op`,
      'flop-per-second',
      'FLOP over the processing time.',
      cases(when(compare(of('time'), '=', 0), 0), divide(of('flop'), of('time'))),
    ),
    inner(
      of('roof'),
      `${label}: roof`,
      `P_roof,${short}`,
      'flop-per-second',
      `The most the machine allows at this arithmetic intensity: HBM’s slope up to the peak of the ${engine} engine, both at full efficiency.`,
      (w) =>
        min(
          multiply(of('intensity'), IN.hbmBandwidth),
          selected(inputId('system', `${engine}.${w.evaluation.strategy.datatype}.tflops`), IN.datatype),
        ),
    ),
    inner(
      of('roof-share'),
      `${label}: share of the roof`,
      `η_${short},op`,
      'fraction',
      'What of the roof the operation reaches.',
      cases(when(compare(of('roof'), '=', 0), 0), divide(of('reached'), of('roof'))),
    ),
  ];
}
