import { choicesField, numberField, numbersField, switchField, systemField, workloadsField } from './field.js';
import type { InputsOf } from './field.js';

export const SYSTEM_SIZE_FIELDS = {
  workloads: workloadsField(
    [
      ['gpt3-175b', 2340],
      ['turing-530b', 2520],
      ['megatron-1t', 3072],
    ],
    { label: 'Models', help: 'Each with its largest global batch, in samples.' },
  ),
  system: systemField('h100-80g-nvl8'),
  from: numberField(8, 1, 1_048_576, { label: 'Sizes from', help: 'Processors of the smallest system.' }),
  to: numberField(8192, 1, 1_048_576, { label: 'Sizes to', help: 'Processors of the largest system.' }),
  step: numberField(8, 1, 1_048_576, { label: 'Step', help: 'Processors of one node.' }),
  tier2: choicesField(
    ['off', 'on'],
    [
      { value: 'off', label: 'without' },
      { value: 'on', label: 'with' },
    ],
    { label: 'Tier 2', help: 'Without and with a memory to offload to.' },
  ),
  tier2GiB: numberField(512, 0, 1e8, {
    label: 'Tier-2 capacity',
    help: 'Of one processor, where there is a tier 2.',
    unit: 'GiB',
    fraction: true,
    slider: [16, 8192],
  }),
  tier2GBps: numberField(100, 0.001, 1e8, {
    label: 'Tier-2 bandwidth',
    help: 'Of one processor, each way, where there is a tier 2.',
    unit: 'GB/s',
    fraction: true,
    slider: [10, 2000],
  }),
  microbatchBreak: switchField(true, {
    label: 'Microbatch break',
    help: 'Once a microbatch does not fit, larger ones are skipped, as in the paper.',
  }),
  lostFrom: numberField(4096, 1, 1_048_576, {
    label: 'Lose nodes from',
    help: 'A system of this many processors that loses one node after the other.',
  }),
  lostNodes: numbersField([0, 1, 2, 3, 4], 0, 1024, { label: 'Nodes lost', help: 'Each of one step of processors.' }),
};
export type SystemSizeInputs = InputsOf<typeof SYSTEM_SIZE_FIELDS>;

export const MOST_SIZES = 2048;

/** The sizes of the sweep, rising. */
export function sizesOf({ from, to, step }: SystemSizeInputs): readonly number[] {
  const sizes: number[] = [];
  for (let n = from; n <= to && sizes.length <= MOST_SIZES; n += step) sizes.push(n);
  return sizes;
}

export const sizeKey = (tier2: string, model: string, processors: number): string => `${tier2} ${model} ${processors}`;
export const sameSplitKey = (tier2: string, model: string, processors: number): string =>
  `same split ${sizeKey(tier2, model, processors)}`;

/** The rate falls by more than this from one size to the next. */
export const CLIFF = 0.1;

/** The sizes that are left when nodes are lost, at least one processor each. */
export const lostSizes = ({ lostFrom, lostNodes, step }: SystemSizeInputs): readonly number[] =>
  [...new Set(lostNodes.map((nodes) => lostFrom - nodes * step))].filter((n) => n > 0).sort((a, b) => b - a);
