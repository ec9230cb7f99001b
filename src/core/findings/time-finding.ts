import type { Evaluation } from '../evaluation.js';
import { formatQuantity } from '../quantities/format.js';
import { quantity, TIME_PARTS } from '../quantities/registry.js';

type TimePart = (typeof TIME_PARTS)[number];

/** The parts that do useful work; the others are what it costs to do it on this machine. */
const COMPUTE: readonly TimePart[] = ['forward-time', 'backward-time', 'optimizer-time'];

const SUBJECTS: Readonly<Partial<Record<TimePart, string>>> = {
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

/** What the breakdown of the batch time shows: "48 % of the batch is compute; recomputation costs 2.76 s". */
export function timeFinding(evaluation: Evaluation | null): string {
  if (evaluation === null) return 'Where the time of a batch goes';
  const total = evaluation.time.totalSeconds;
  const valueOf = (id: TimePart): number => quantity(id).value(evaluation) ?? 0;
  if (!(total > 0)) return 'This batch takes no time';
  const compute = COMPUTE.reduce((sum, id) => sum + valueOf(id), 0) / total;
  const costs = TIME_PARTS.filter((id) => !COMPUTE.includes(id)).toSorted((a, b) => valueOf(b) - valueOf(a));
  const share = `${formatShare(compute)} of the batch is compute`;
  const [largest] = costs;
  if (largest === undefined || valueOf(largest) < WORTH_SAYING * total) return `${share}; nothing else costs much`;
  return `${share}; ${SUBJECTS[largest]} costs ${formatQuantity(valueOf(largest), 'seconds')}`;
}

/** A share in whole percent, as a title wants it; one decimal below ten. */
function formatShare(share: number): string {
  const percent = share * 100;
  return `${percent.toFixed(percent < 10 ? 1 : 0)} %`;
}
