import type { SystemInput } from '../inputs/design.js';
import { counted } from '../quantities/counted.js';
import { choiceField, modelField, numberField, systemField } from './field.js';
import type { InputsOf } from './field.js';
import {
  basePriceField,
  hbmPricesField,
  maxBatchField,
  microbatchBreakField,
  processorsField,
  tier2PricesField,
} from './shared-fields.js';

/** A hardware input that may lie along an axis. */
export interface Knob {
  readonly value: string;
  /** Its name, and after a comma its unit. */
  readonly label: string;
  /** So much of it in a sentence, where that is not “so many GB/s of” it. */
  readonly said?: (value: number) => string;
  /** The unit of a capacity, which may be shown in another. */
  readonly unit?: 'GiB';
  /** Whole numbers only, such as endpoints. */
  readonly whole: boolean;
  readonly set: (system: SystemInput, value: number) => SystemInput;
}

const network = (system: SystemInput, tier: number, change: Partial<SystemInput['networks'][number]>): SystemInput => ({
  ...system,
  networks: system.networks.map((each, i) => (i === tier ? { ...each, ...change } : each)),
});

export const KNOBS: readonly Knob[] = [
  {
    value: 'hbm-capacity',
    label: 'HBM capacity, GiB',
    unit: 'GiB',
    whole: false,
    set: (system, GiB) => ({ ...system, mem1: { ...system.mem1, GiB } }),
  },
  {
    value: 'hbm-bandwidth',
    label: 'HBM bandwidth, GB/s',
    whole: false,
    set: (system, GBps) => ({ ...system, mem1: { ...system.mem1, GBps } }),
  },
  {
    value: 'tier2-capacity',
    label: 'Tier-2 capacity, GiB',
    unit: 'GiB',
    whole: false,
    set: (system, GiB) => ({ ...system, mem2: { ...system.mem2, GiB } }),
  },
  {
    value: 'tier2-bandwidth',
    label: 'Tier-2 bandwidth, GB/s',
    whole: false,
    set: (system, GBps) => ({ ...system, mem2: { ...system.mem2, GBps } }),
  },
  {
    value: 'domain',
    label: 'NVLink domain, processors',
    said: (value) => `an NVLink domain of ${counted(value, 'processors')}`,
    whole: true,
    set: (system, size) => network(system, 0, { size }),
  },
  {
    value: 'nvlink-bandwidth',
    label: 'NVLink bandwidth, GB/s',
    whole: false,
    set: (system, bandwidth) => network(system, 0, { bandwidth }),
  },
  {
    value: 'scale-out-bandwidth',
    label: 'InfiniBand bandwidth, GB/s',
    whole: false,
    set: (system, bandwidth) => network(system, 1, { bandwidth }),
  },
];

const axis = (initial: string, which: string) =>
  choiceField(initial, KNOBS, { label: `${which} axis`, help: 'The hardware input that varies along it.' });
const end = (initial: number, label: string, knob: 'xKnob' | 'yKnob') =>
  numberField(initial, 1, 1e8, {
    label,
    help: 'The axis is logarithmic between its ends.',
    fraction: true,
    unitOf: (inputs) => KNOBS.find(({ value }) => value === inputs[knob])?.unit ?? '',
  });
const steps = (label: string) => numberField(16, 2, 32, { label, help: 'Cells along the axis.' });

export const CO_DESIGN_FIELDS = {
  model: modelField('gpt3-175b'),
  system: systemField('h100-80g-nvl8'),
  processors: processorsField(1024),
  maxBatch: maxBatchField(2340),
  xKnob: axis('hbm-capacity', 'Horizontal'),
  xFrom: end(16, 'From', 'xKnob'),
  xTo: end(256, 'To', 'xKnob'),
  xSteps: steps('Columns'),
  yKnob: axis('tier2-bandwidth', 'Vertical'),
  yFrom: end(12.5, 'From', 'yKnob'),
  yTo: end(400, 'To', 'yKnob'),
  ySteps: steps('Rows'),
  colour: choiceField<'rate' | 'mfu' | 'value'>(
    'rate',
    [
      { value: 'rate', label: 'Sample rate' },
      { value: 'mfu', label: 'MFU' },
      { value: 'value', label: 'Rate per $100M' },
    ],
    { label: 'Colour', help: 'What the map is coloured by.' },
  ),
  regions: choiceField<'split' | 'options' | 'both'>(
    'split',
    [
      { value: 'split', label: 't, p, d' },
      { value: 'options', label: 'recompute and offload' },
      { value: 'both', label: 'both' },
    ],
    { label: 'Boundaries', help: 'Where this part of the winning strategy changes.' },
  ),
  basePrice: basePriceField(),
  hbmPrices: hbmPricesField('Prices; between and beyond the sizes they go on in proportion.'),
  tier2Prices: tier2PricesField('Prices; between and beyond the sizes they go on in proportion.'),
  microbatchBreak: microbatchBreakField(),
};
export type CoDesignInputs = InputsOf<typeof CO_DESIGN_FIELDS>;

/** Values along an axis, in equal ratios. */
export function ticksOf(from: number, to: number, count: number, whole: boolean): readonly number[] {
  return Array.from({ length: count }, (_, i) => {
    const value = from * (to / from) ** (i / (count - 1));
    return whole ? Math.max(1, Math.round(value)) : Number(value.toPrecision(4));
  });
}

/** Dollars for so many GiB: in a straight line between the table's sizes, and beyond its ends. */
export function priceOf(prices: readonly (readonly [number | string, number])[], GiB: number): number {
  const table = prices.map(([size, price]) => [Number(size), price] as const).sort((a, b) => a[0] - b[0]);
  const [first] = table;
  if (first === undefined) return 0;
  if (table.length === 1) return first[0] > 0 ? (first[1] * GiB) / first[0] : first[1];
  const above = table.findIndex(([size]) => size >= GiB);
  const place = above === -1 ? table.length - 1 : Math.max(1, above);
  const [x0, y0] = table[place - 1] as readonly [number, number];
  const [x1, y1] = table[place] as readonly [number, number];
  return Math.max(0, y0 + ((y1 - y0) * (GiB - x0)) / (x1 - x0));
}
