import type { Evaluation } from '../../core/evaluation.js';
import { offloadBandwidthThere, offloadExposedSeconds } from '../../core/quantities/bandwidth-there.js';
import { formatQuantity } from '../../core/quantities/format.js';
import type { QuantityUnit } from '../../core/quantities/quantity.js';
import { quantity } from '../../core/quantities/registry.js';
import { offloadsAnything } from '../../core/strategy/feasibility.js';
import { hintOf } from './rate-cells.js';

/** What is used of what there is, as text. */
export interface CapacityCell {
  readonly id: string;
  readonly label: string;
  readonly used: string;
  /** "of 80.0 GiB". */
  readonly limit: string;
  /** "22 %", "over by 41.4 GiB", "met", "short 1.52×". */
  readonly note: string;
  readonly state: 'within' | 'over' | 'unused';
  /** 0–1, for the gauge. */
  readonly share: number;
  readonly hint: string;
}

interface Use {
  readonly id: string;
  readonly label: string;
  readonly unit: QuantityUnit;
  readonly used: number | null;
  readonly limit: number | null;
  readonly note: (used: number, limit: number) => string;
  readonly isOver: (used: number, limit: number) => boolean;
}

const room = (used: number, limit: number): string =>
  used > limit
    ? `over by ${formatQuantity(used - limit, 'bytes')}`
    : formatQuantity(limit > 0 ? used / limit : 0, 'fraction');

const exceeds = (used: number, limit: number): boolean => used > limit;

/** What is exposed, not a ratio: the figure beside it is the reference's, and not always what would hide it all. */
const hiding = (offloading: boolean, exposedSeconds: number) => (): string => {
  if (!offloading) return 'unused';
  return exposedSeconds === 0 ? 'met' : `exposed ${formatQuantity(exposedSeconds, 'seconds')}`;
};

function cell({ id, label, unit, used, limit, note, isOver }: Use): CapacityCell {
  const known = used !== null && limit !== null;
  return {
    id,
    label,
    used: formatQuantity(used, unit),
    limit: known ? `of ${formatQuantity(limit, unit)}` : '',
    note: known ? note(used, limit) : '',
    state: !known ? 'unused' : isOver(used, limit) ? 'over' : used === 0 ? 'unused' : 'within',
    share: known && limit > 0 ? Math.round(Math.min(1, used / limit) * 1000) / 1000 : known && used > 0 ? 1 : 0,
    hint: hintOf(id, used),
  };
}

/** The cells of memory and of the bandwidth that hides offloading. */
export function capacityCells(evaluation: Evaluation | null): CapacityCell[] {
  const valueOf = (id: string): number | null => (evaluation === null ? null : quantity(id).value(evaluation));
  const offloading = evaluation !== null && offloadsAnything(evaluation.strategy);
  const exposed = evaluation === null ? 0 : offloadExposedSeconds(evaluation);
  return [
    {
      id: 'tier1-memory',
      label: 'HBM',
      unit: 'bytes',
      used: valueOf('tier1-memory'),
      limit: evaluation?.system.memory1.capacityBytes ?? null,
      note: room,
      isOver: exceeds,
    } as const,
    {
      id: 'tier2-memory',
      label: 'Offload tier',
      unit: 'bytes',
      used: valueOf('tier2-memory'),
      limit: evaluation?.system.memory2.capacityBytes ?? null,
      note: room,
      isOver: exceeds,
    } as const,
    {
      id: 'offload-bandwidth',
      label: 'Offload bandwidth',
      unit: 'bytes-per-second',
      used: valueOf('offload-bandwidth'),
      limit: evaluation === null ? null : offloadBandwidthThere(evaluation),
      note: hiding(offloading, exposed),
      isOver: () => offloading && exposed > 0,
    } as const,
  ].map(cell);
}
