import type { Evaluation } from '../../core/evaluation.js';
import { offloadBandwidthThere, offloadExposedSeconds } from '../../core/quantities/bandwidth-there.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { quantity } from '../../core/quantities/registry.js';
import { offloadsAnything } from '../../core/strategy/feasibility.js';
import type { KeyFigure, KeyFigures } from './report-document.js';

/** The ids of the headline's rates, in its order. */
const RATES = ['total-time', 'sample-rate', 'token-rate', 'mfu', 'compute-efficiency', 'system-efficiency'] as const;

function figureOf(id: string, evaluation: Evaluation, note = '', bad = false): KeyFigure {
  const { label, unit, value } = quantity(id);
  const amount = value(evaluation);
  return {
    label,
    value: formatQuantity(amount, unit, { compact: true }),
    exact: formatQuantity(amount, unit, { precise: true }),
    note,
    ...(bad ? { bad } : {}),
  };
}

function memory(id: 'tier1-memory' | 'tier2-memory', evaluation: Evaluation): KeyFigure {
  const { memory1, memory2 } = evaluation.system;
  const limit = (id === 'tier1-memory' ? memory1 : memory2).capacityBytes;
  const used = quantity(id).value(evaluation) ?? 0;
  const share = limit > 0 ? `, ${formatQuantity(used / limit, 'fraction')}` : '';
  const over = used > limit ? `, over by ${formatQuantity(used - limit, 'bytes')}` : share;
  return figureOf(id, evaluation, `of ${formatQuantity(limit, 'bytes')}${over}`, used > limit);
}

function offload(evaluation: Evaluation): KeyFigure {
  const there = formatQuantity(offloadBandwidthThere(evaluation), 'bytes-per-second');
  const exposed = offloadExposedSeconds(evaluation);
  const state = !offloadsAnything(evaluation.strategy)
    ? 'nothing is offloaded'
    : exposed > 0
      ? `${formatQuantity(exposed, 'seconds')} exposed`
      : 'all of it hidden';
  return figureOf('offload-bandwidth', evaluation, `${there} available; ${state}`);
}

/** The numbers of the headline. */
export function keyFigureBlock(evaluation: Evaluation): KeyFigures {
  return {
    kind: 'key-figures',
    caption: 'Headline figures',
    figures: [
      ...RATES.map((id) => figureOf(id, evaluation)),
      memory('tier1-memory', evaluation),
      memory('tier2-memory', evaluation),
      offload(evaluation),
    ],
  };
}
