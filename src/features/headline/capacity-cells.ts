import type { Evaluation } from '../../core/evaluation.js';
import { offloadBandwidthThere } from '../../core/quantities/bandwidth-there.js';
import { formatQuantity, formatRatio } from '../../core/quantities/format.js';
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
}

const room = (used: number, limit: number): string =>
  used > limit ? `over by ${formatQuantity(used - limit, 'bytes')}` : formatQuantity(limit > 0 ? used / limit : 0, 'fraction');

/** The registry says 0 both for nothing to hide and for no window to hide in; exposed time tells them apart. */
const hiding = (offloading: boolean, exposedSeconds: number) => (used: number, limit: number) => {
  if (!offloading) return 'unused';
  if (used > limit) return `short ${formatRatio(used / limit)}`;
  return exposedSeconds > 0 ? `exposed ${formatQuantity(exposedSeconds, 'seconds')}` : 'met';
};

function cell({ id, label, unit, used, limit, note }: Use): CapacityCell {
  const known = used !== null && limit !== null;
  return {
    id,
    label,
    used: formatQuantity(used, unit),
    limit: known ? `of ${formatQuantity(limit, unit)}` : '',
    note: known ? note(used, limit) : '',
    state: !known || used === 0 ? 'unused' : used > limit ? 'over' : 'within',
    share: known && limit > 0 ? Math.round(Math.min(1, used / limit) * 1000) / 1000 : known && used > 0 ? 1 : 0,
    hint: hintOf(id, used),
  };
}

/** The cells of memory and of the bandwidth that hides offloading. */
export function capacityCells(evaluation: Evaluation | null): CapacityCell[] {
  const valueOf = (id: string): number | null => (evaluation === null ? null : quantity(id).value(evaluation));
  const offloading = evaluation !== null && offloadsAnything(evaluation.strategy);
  const exposed = (valueOf('forward-offload-exposed') ?? 0) + (valueOf('backward-offload-exposed') ?? 0);
  return [
    {
      id: 'tier1-memory',
      label: 'HBM',
      unit: 'bytes',
      used: valueOf('tier1-memory'),
      limit: evaluation?.system.memory1.capacityBytes ?? null,
      note: room,
    } as const,
    {
      id: 'tier2-memory',
      label: 'Offload tier',
      unit: 'bytes',
      used: valueOf('tier2-memory'),
      limit: evaluation?.system.memory2.capacityBytes ?? null,
      note: room,
    } as const,
    {
      id: 'offload-bandwidth',
      label: 'Offload bandwidth',
      unit: 'bytes-per-second',
      used: valueOf('offload-bandwidth'),
      limit: evaluation === null ? null : offloadBandwidthThere(evaluation),
      note: hiding(offloading, exposed),
    } as const,
  ].map(cell);
}
