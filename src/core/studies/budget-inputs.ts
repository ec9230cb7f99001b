import { numberField, pricesField, switchField, systemField, workloadsField } from './field.js';
import type { InputsOf } from './field.js';

export const BUDGET_FIELDS = {
  budget: numberField(125_000_000, 1, 1e12, {
    label: 'Budget',
    help: 'For processors with their memory; the price covers a share of network and housing.',
    unit: '$',
    slider: [1e6, 1e10],
  }),
  basePrice: numberField(20_000, 1, 1e7, { label: 'Base price', help: 'Of a processor without memory.', unit: '$' }),
  hbmPrices: pricesField(
    [
      [20, 2250],
      [40, 5000],
      [80, 10_000],
      [120, 20_000],
    ],
    { label: 'HBM, GiB : $', help: 'Sizes of HBM to try, with a price each.' },
  ),
  tier2Prices: pricesField(
    [
      [0, 0],
      [256, 2500],
      [512, 10_000],
      [1024, 20_000],
    ],
    { label: 'DDR, GiB : $', help: 'Sizes of tier 2 to try, with a price each.' },
  ),
  tier2GBps: numberField(100, 0.001, 1e8, {
    label: 'DDR bandwidth',
    help: 'Of one processor, each way.',
    unit: 'GB/s',
    fraction: true,
    slider: [10, 2000],
  }),
  workloads: workloadsField(
    [
      ['gpt3-175b', 2340],
      ['turing-530b', 2520],
      ['megatron-1t', 3072],
    ],
    { label: 'Models', help: 'Each with its largest global batch, in samples.' },
  ),
  system: systemField('h100-80g-nvl8'),
  step: numberField(8, 1, 1_000_000, { label: 'Step', help: 'Processors of one node.' }),
  sizes: numberField(64, 1, 1024, { label: 'Sizes', help: 'How many sizes to try, from the largest down.' }),
  microbatchBreak: switchField(true, {
    label: 'Microbatch break',
    help: 'Once a microbatch does not fit, larger ones are skipped, as in the paper.',
  }),
};
export type BudgetInputs = InputsOf<typeof BUDGET_FIELDS>;

/** A way to spend the budget: memory sizes, and what a processor with them costs. */
export interface BudgetDesign {
  readonly id: string;
  readonly hbmGiB: number;
  readonly tier2GiB: number;
  /** Dollars. */
  readonly price: number;
  /** Processors the budget pays for. */
  readonly most: number;
  /** The sizes to try, largest first. */
  readonly sizes: readonly number[];
}

/** Every pair of memory sizes, tier 2 outermost as in Table 3. */
export function budgetDesigns(inputs: BudgetInputs): readonly BudgetDesign[] {
  const { budget, basePrice, step } = inputs;
  return inputs.tier2Prices.flatMap(([tier2, tier2Price]) =>
    inputs.hbmPrices.map(([hbm, hbmPrice]) => {
      const price = basePrice + hbmPrice + tier2Price;
      const most = Math.floor(budget / price);
      const largest = Math.floor(most / step) * step;
      const sizes = Array.from({ length: inputs.sizes }, (_, i) => largest - i * step).filter((n) => n > 0);
      return { id: `${hbm}/${tier2}`, hbmGiB: Number(hbm), tier2GiB: Number(tier2), price, most, sizes };
    }),
  );
}

export const budgetKey = (design: BudgetDesign, model: string, processors: number): string =>
  `${design.id} ${model} ${processors}`;
