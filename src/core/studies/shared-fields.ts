import { numberField, numbersField, pricesField, switchField, workloadsField } from './field.js';
import type { StudyField } from './field.js';

/** Processors N of one system. */
export const processorsField = (initial: number, help = 'Of the whole system.'): StudyField<number> =>
  numberField(initial, 1, 1_048_576, { label: 'Processors', help });

/** The largest global batch, in samples. */
export const maxBatchField = (initial: number): StudyField<number> =>
  numberField(initial, 1, 1_000_000, {
    label: 'Largest batch',
    help: 'Each data-parallel degree uses its largest multiple below.',
    unit: 'samples',
  });

/** Endpoints of the fastest network. */
export const domainField = (initial: number, help = 'Most processors on the fastest network.'): StudyField<number> =>
  numberField(initial, 1, 1_048_576, { label: 'NVLink domain', help, unit: 'processors' });

/** GiB of tier 2 for each processor: 512 in the paper. */
export const tier2CapacityField = (help: string, most = 1e8): StudyField<number> =>
  numberField(512, 0, most, { label: 'Tier-2 capacity', help, unit: 'GiB', slider: [16, 8192] });

/** GB/s of tier 2 for each processor, each way: 100 in the paper. */
export const tier2BandwidthField = (
  help: string,
  { label = 'Tier-2 bandwidth', most = 1e8 }: { readonly label?: string; readonly most?: number } = {},
): StudyField<number> =>
  numberField(100, 0.001, most, { label, help, unit: 'GB/s', fraction: true, slider: [10, 2000] });

/** The degrees along the two sides of a map. */
export const tensorRowsField = (initial: readonly number[]): StudyField<readonly number[]> =>
  numbersField(initial, 1, 4096, { label: 'Tensor parallel t', help: 'Rows of the maps.' });
export const pipelineColumnsField = (initial: readonly number[]): StudyField<readonly number[]> =>
  numbersField(initial, 1, 4096, { label: 'Pipeline parallel p', help: 'Columns of the maps.' });

/** The three models of the paper's hardware studies, each with its largest batch. */
export const workloadsOfPaperField = (): StudyField<readonly (readonly [string, number])[]> =>
  workloadsField(
    [
      ['gpt3-175b', 2340],
      ['turing-530b', 2520],
      ['megatron-1t', 3072],
    ],
    { label: 'Models', help: 'Each with its largest global batch, in samples.' },
  );

/** The prices of Table 3, in dollars. */
export const basePriceField = (): StudyField<number> =>
  numberField(20_000, 1, 1e7, { label: 'Base price', help: 'Of a processor without memory.', unit: '$' });
export const hbmPricesField = (help: string): StudyField<readonly (readonly [number, number])[]> =>
  pricesField(
    [
      [20, 2250],
      [40, 5000],
      [80, 10_000],
      [120, 20_000],
    ],
    { label: 'HBM, GiB : $', help },
  );
export const tier2PricesField = (help: string): StudyField<readonly (readonly [number, number])[]> =>
  pricesField(
    [
      [0, 0],
      [256, 2500],
      [512, 10_000],
      [1024, 20_000],
    ],
    { label: 'DDR, GiB : $', help },
  );

/** Whether a search may pass over larger microbatches; `like` says who does so too. */
export const microbatchBreakField = (like = ''): StudyField<boolean> =>
  switchField(true, {
    label: 'Microbatch break',
    help: `Once a microbatch does not fit, larger ones are skipped${like}.`,
  });

/** Whether d may exceed the largest batch, which is then d: so did the version of the reference behind the paper. */
export const wideDataField = (initial: boolean): StudyField<boolean> =>
  switchField(initial, {
    label: 'Let d exceed the batch',
    help: 'A data-parallel degree above the largest batch then uses a batch of d, as in the paper. The reference’s later versions skip it.',
  });
