import type { ChoiceField, CollectiveLawField, CurveField, InputField, NumberField, SwitchField } from './field.js';

type NumberOptions = Partial<Omit<NumberField, 'kind' | 'part' | 'path' | 'label' | 'help'>>;

const number = (path: string, label: string, help: string, options: NumberOptions): NumberField => ({
  kind: 'number',
  part: 'system',
  path,
  label,
  help,
  unit: '',
  integer: false,
  min: 0,
  max: 1e12,
  slider: [1, 1000],
  scale: 'log',
  ...options,
});
const curve = (path: string, label: string, thresholdUnit: CurveField['thresholdUnit'], help: string): CurveField => ({
  kind: 'curve',
  part: 'system',
  path,
  label,
  thresholdUnit,
  help,
});
const law = (path: string, label: string, help: string): CollectiveLawField => ({
  kind: 'collective-law',
  part: 'system',
  path,
  label,
  help,
});

const positive = { min: 0, minExclusive: true } as const;

const engineFields = (engine: 'matrix' | 'vector', name: string, work: string): InputField[] => [
  number(`${engine}.*.tflops`, `${name} peak`, `Peak rate of ${work}, dense, at this datatype.`, {
    ...positive,
    unit: 'TFLOP/s',
    max: 1e9,
    slider: engine === 'matrix' ? [10, 20000] : [1, 2000],
    landmarks:
      engine === 'matrix'
        ? [
            { value: 312, label: 'A100 float16' },
            { value: 989.4, label: 'H100 float16' },
            { value: 2250, label: 'B200 float16' },
          ]
        : [],
  }),
  curve(
    `${engine}.*.gflops_efficiency`,
    `${name} efficiency`,
    'GFLOP',
    'Share of the peak an operation reaches, by how much work it is: the first entry whose threshold it meets.',
  ),
];

const memoryFields = (
  memory: 'mem1' | 'mem2',
  name: string,
  help: { capacity: string; bandwidth: string },
  ranges: Pick<NumberOptions, 'slider' | 'landmarks'> & { capacity: readonly [number, number] },
): InputField[] => [
  number(`${memory}.GiB`, `${name} capacity`, help.capacity, { unit: 'GiB', max: 1e12, slider: ranges.capacity }),
  number(`${memory}.GBps`, `${name} bandwidth`, help.bandwidth, {
    ...positive,
    unit: 'GB/s',
    slider: ranges.slider ?? [1, 1000],
    landmarks: ranges.landmarks ?? [],
  }),
  curve(
    `${memory}.MB_efficiency`,
    `${name} efficiency`,
    'MB',
    'Share of the bandwidth a transfer reaches, by its size: the first entry whose threshold it meets.',
  ),
];

const networkFields: InputField[] = [
  number('networks.*.bandwidth', 'Bandwidth', 'One direction, per processor.', {
    ...positive,
    unit: 'GB/s',
    slider: [1, 10000],
    landmarks: [
      { value: 25, label: 'InfiniBand HDR' },
      { value: 50, label: 'InfiniBand NDR' },
      { value: 300, label: 'NVLink 3' },
      { value: 450, label: 'NVLink 4' },
      { value: 900, label: 'NVLink 5' },
    ],
  }),
  number('networks.*.efficiency', 'Efficiency', 'Share of the bandwidth that a message reaches.', {
    ...positive,
    unit: '%',
    max: 1,
    slider: [0.05, 1],
    scale: 'linear',
  }),
  number('networks.*.size', 'Size', 'Most endpoints one group on this tier can have.', {
    unit: 'endpoints',
    integer: true,
    min: 1,
    max: 1e9,
    slider: [1, 131072],
  }),
  number('networks.*.latency', 'Latency', 'Paid once for each collective or message.', {
    unit: 's',
    max: 1000,
    slider: [1e-7, 1e-3],
  }),
  law('networks.*.ops.p2p', 'Point to point', 'S bytes cost S·scalar·(1 + offset/n).'),
  law('networks.*.ops.reduce_scatter', 'Reduce-scatter', 'S bytes over n members cost S·scalar·(1 + offset/n).'),
  law('networks.*.ops.all_gather', 'All-gather', 'S bytes over n members cost S·scalar·(1 + offset/n).'),
  law('networks.*.ops.all_reduce', 'All-reduce', 'S bytes over n members cost S·scalar·(1 + offset/n).'),
  {
    kind: 'switch',
    part: 'system',
    path: 'networks.*.must_be_filled',
    label: 'Filled exactly',
    help: 'The degrees mapped to this tier must multiply to a divisor of its size.',
  } satisfies SwitchField,
  number('networks.*.processor_usage', 'Processor use', 'Share of compute lost while this network is busy.', {
    unit: '%',
    max: 1,
    maxExclusive: true,
    slider: [0, 0.9],
    scale: 'linear',
  }),
];

/** Every input of a system, in the order of its Calculon file. */
export const SYSTEM_FIELDS: readonly InputField[] = [
  ...engineFields('matrix', 'Matrix', 'matrix multiplication'),
  ...engineFields('vector', 'Vector', 'everything that is not a matrix multiplication'),
  ...memoryFields(
    'mem1',
    'HBM',
    {
      capacity: 'Memory on the processor; what does not fit makes a strategy infeasible.',
      bandwidth: 'Every operation reads and writes here.',
    },
    {
      capacity: [8, 2048],
      slider: [100, 40000],
      landmarks: [
        { value: 2039, label: 'HBM2e, A100 80' },
        { value: 3352, label: 'HBM3, H100' },
        { value: 4800, label: 'HBM3e, H200' },
        { value: 8000, label: 'HBM3e, B200' },
      ],
    },
  ),
  ...memoryFields(
    'mem2',
    'Offload',
    {
      capacity: 'The second memory tier that holds what is offloaded; 0 for none.',
      bandwidth: 'One direction, per processor, between the two tiers.',
    },
    {
      capacity: [1, 16384],
      slider: [1, 5000],
      landmarks: [
        { value: 32, label: 'PCIe 4 ×16' },
        { value: 64, label: 'PCIe 5 ×16' },
        { value: 450, label: 'NVLink-C2C' },
      ],
    },
  ),
  {
    kind: 'choice',
    part: 'system',
    path: 'processing_mode',
    label: 'Processing',
    help: 'How the time to compute and the time to move data combine in one operation.',
    options: [
      { value: 'no_overlap', label: 'No overlap', help: 'The sum of both: the paper’s setting.' },
      { value: 'roofline', label: 'Roofline', help: 'The larger of both: a perfect overlap.' },
    ],
  } satisfies ChoiceField,
  ...networkFields,
];
