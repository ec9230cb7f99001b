import { numberField, systemField } from './field.js';
import type { InputsOf } from './field.js';
import {
  basePriceField,
  hbmPricesField,
  microbatchBreakField,
  tier2BandwidthField,
  tier2PricesField,
  workloadsOfPaperField,
} from './shared-fields.js';

export const BUDGET_FIELDS = {
  budget: numberField(125_000_000, 1, 1e12, {
    label: 'Budget',
    help: 'For processors with their memory; the price covers a share of network and housing.',
    unit: '$',
    slider: [1e6, 1e10],
  }),
  basePrice: basePriceField(),
  hbmPrices: hbmPricesField('Sizes of HBM to try, with a price each.'),
  tier2Prices: tier2PricesField('Sizes of tier 2 to try, with a price each.'),
  tier2GBps: tier2BandwidthField('Of one processor, each way.', { label: 'DDR bandwidth' }),
  workloads: workloadsOfPaperField(),
  system: systemField('h100-80g-nvl8'),
  step: numberField(8, 1, 1_000_000, { label: 'Step', help: 'Processors of one node.' }),
  sizes: numberField(64, 1, 1024, { label: 'Sizes', help: 'How many sizes to try, from the largest down.' }),
  microbatchBreak: microbatchBreakField(', as in the paper'),
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
