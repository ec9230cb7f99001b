import type { SystemInput } from '../inputs/design.js';
import { choicesField, numberField, numbersField, systemField } from './field.js';
import type { InputsOf } from './field.js';
import { systemOf } from './problems.js';
import { withHardware } from './setting.js';
import {
  microbatchBreakField,
  tier2BandwidthField,
  tier2CapacityField,
  workloadsOfPaperField,
} from './shared-fields.js';
import type { StudyWorld } from './study.js';

export const SYSTEM_SIZE_FIELDS = {
  workloads: workloadsOfPaperField(),
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
  tier2GiB: tier2CapacityField('Of one processor, where there is a tier 2.'),
  tier2GBps: tier2BandwidthField('Of one processor, each way, where there is a tier 2.'),
  microbatchBreak: microbatchBreakField(', as in the paper'),
  lostFrom: numberField(4096, 1, 1_048_576, {
    label: 'Lose nodes from',
    help: 'A system of this many processors that loses one node after the other.',
  }),
  lostNodes: numbersField([0, 1, 2, 3, 4], 0, 1024, { label: 'Nodes lost', help: 'Each of one step of processors.' }),
};
export type SystemSizeInputs = InputsOf<typeof SYSTEM_SIZE_FIELDS>;

/** The system of a series: as it is with tier 2 `on`, with none to offload to where it is `off`. */
export function systemWith(inputs: SystemSizeInputs, world: StudyWorld, tier2: string): SystemInput {
  const { tier2GiB, tier2GBps } = inputs;
  const hardware = tier2 === 'on' ? { tier2GiB, tier2GBps } : { tier2GiB: 0, tier2GBps: 1 };
  return withHardware(systemOf(world, inputs.system).value, hardware);
}

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
