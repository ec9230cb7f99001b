import type { Evaluation } from '../evaluation.js';
import { formatQuantity } from '../quantities/format.js';
import { quantity, TIME_PARTS } from '../quantities/registry.js';

type TimePart = (typeof TIME_PARTS)[number];

/** The passes that do the model's own work; the others are what it costs to do it on this machine. */
const PASSES: readonly TimePart[] = ['forward-time', 'backward-time'];

const SUBJECTS: Readonly<Partial<Record<TimePart, string>>> = {
  'optimizer-time': 'the optimizer step',
  'bubble-time': 'the pipeline bubble',
  'recompute-time': 'recomputation',
  'tensor-exposed': 'tensor-parallel traffic',
  'pipeline-exposed': 'pipeline traffic',
  'data-exposed': 'data-parallel traffic',
  'forward-offload-exposed': 'offloading in the forward pass',
  'backward-offload-exposed': 'offloading in the backward pass',
  'recommunication-exposed': 'recommunication',
};

/** Costs below this share of the batch are not worth a title. */
const WORTH_SAYING = 0.005;

/** What the breakdown of the batch time shows: "Forward and backward take 48 % of the batch; recomputation 17 %, 2.76 s". */
export function timeFinding(evaluation: Evaluation | null): string {
  if (evaluation === null) return 'Where the time of a batch goes';
  const total = evaluation.time.totalSeconds;
  const valueOf = (id: TimePart): number => quantity(id).value(evaluation) ?? 0;
  if (!(total > 0)) return 'This batch takes no time';
  const passes = PASSES.reduce((sum, id) => sum + valueOf(id), 0) / total;
  const costs = TIME_PARTS.filter((id) => !PASSES.includes(id)).toSorted((a, b) => valueOf(b) - valueOf(a));
  const share = `Forward and backward take ${formatShare(passes)} of the batch`;
  const [largest] = costs;
  if (largest === undefined || valueOf(largest) < WORTH_SAYING * total) return `${share}; nothing else costs much`;
  const cost = valueOf(largest);
  const text = formatQuantity(cost, 'seconds');
  // of a batch that never ends nothing is a share
  return `${share}; ${SUBJECTS[largest]} ${Number.isFinite(cost) ? `${formatShare(cost / total)}, ${text}` : text}`;
}

/** A share in whole percent, as a title wants it; one decimal below ten. */
function formatShare(share: number): string {
  const percent = share * 100;
  return `${percent.toFixed(percent < 10 ? 1 : 0)} %`;
}
