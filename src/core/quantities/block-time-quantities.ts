import type { BlockCost } from '../block/block-cost.js';
import type { Quantity, QuantityGroup, QuantityUnit } from './quantity.js';
import { CALCULON } from './quantity.js';

type BlockField = keyof BlockCost;

function ofBlock(
  id: string,
  calculon: string,
  field: BlockField,
  label: string,
  unit: QuantityUnit,
  group: QuantityGroup,
  meaning: string,
): Quantity {
  return { id, calculon, label, unit, group, meaning, source: CALCULON, value: ({ block }) => block[field] };
}

interface Stage {
  readonly id: string;
  readonly calculon: string;
  readonly field: 'forward' | 'recompute' | 'agrad' | 'wgrad' | 'optimizer';
  readonly label: string;
  readonly what: string;
}

const FORWARD: Stage = { id: 'forward', calculon: 'fw', field: 'forward', label: 'Forward', what: 'the forward pass' };
const RECOMPUTE: Stage = {
  id: 'recompute',
  calculon: 're',
  field: 'recompute',
  label: 'Recompute',
  what: 'the forward work repeated in the backward pass',
};
const AGRAD: Stage = {
  id: 'agrad',
  calculon: 'agrad',
  field: 'agrad',
  label: 'Activation gradient',
  what: 'the gradients of the activations',
};
const WGRAD: Stage = {
  id: 'wgrad',
  calculon: 'wgrad',
  field: 'wgrad',
  label: 'Weight gradient',
  what: 'the gradients of the weights',
};
const OPTIMIZER: Stage = {
  id: 'optimizer',
  calculon: 'optim',
  field: 'optimizer',
  label: 'Optimizer',
  what: 'the weight update',
};

/** The five sums of a stage over one block and microbatch. */
function stageQuantities({ id, calculon, field, label, what }: Stage): Quantity[] {
  const running =
    field === 'recompute'
      ? ' The reference adds the running forward sum at each recomputed operation; kept for agreement.'
      : '';
  const often = field === 'optimizer' ? 'once a batch' : 'one microbatch';
  return [
    ofBlock(
      `block-${id}-flop`,
      `block_${calculon}_flops`,
      `${field}Flop`,
      `${label} FLOP`,
      'flop',
      'block time',
      `Operations of ${what} in one block, ${often}.${running}`,
    ),
    ofBlock(
      `block-${id}-flop-time`,
      `block_${calculon}_flops_time`,
      `${field}FlopSeconds`,
      `${label} FLOP time`,
      'seconds',
      'block time',
      `Time the engines need for ${what} of one block.${running}`,
    ),
    ofBlock(
      `block-${id}-bytes`,
      `block_${calculon}_mem_accessed`,
      `${field}Bytes`,
      `${label} bytes`,
      'bytes',
      'block time',
      `Bytes that ${what} of one block moves to and from HBM.${running}`,
    ),
    ofBlock(
      `block-${id}-memory-time`,
      `block_${calculon}_mem_time`,
      `${field}MemorySeconds`,
      `${label} memory time`,
      'seconds',
      'block time',
      `Time HBM needs for ${what} of one block.${running}`,
    ),
    ofBlock(
      `block-${id}-time`,
      `block_${calculon}_time`,
      `${field}Seconds`,
      `${label} time`,
      'seconds',
      'block time',
      `Processing time of ${what} in one block, ${often}.`,
    ),
  ];
}

interface Exchange {
  readonly id: string;
  readonly calculon: string;
  readonly field: 'ForwardTensor' | 'BackwardTensor' | 'Recommunication';
  readonly label: string;
  readonly what: string;
}

const FORWARD_EXCHANGE: Exchange = {
  id: 'forward-tensor',
  calculon: 'fw_tp',
  field: 'ForwardTensor',
  label: 'Forward TP',
  what: 'tensor-parallel exchanges of the forward pass',
};
const BACKWARD_EXCHANGE: Exchange = {
  id: 'backward-tensor',
  calculon: 'agrad_tp',
  field: 'BackwardTensor',
  label: 'Backward TP',
  what: 'tensor-parallel exchanges of the backward pass',
};
const RECOMMUNICATION: Exchange = {
  id: 'recommunication',
  calculon: 'recomm',
  field: 'Recommunication',
  label: 'Recommunication',
  what: 'exchanges repeated to rebuild activations that were not stored',
};

function exchangeTimes({ id, calculon, field, label, what }: Exchange): Quantity[] {
  return [
    ofBlock(
      `base-${id}-time`,
      `baseblock_${calculon}_time`,
      `base${field}Seconds`,
      `${label}, base block`,
      'seconds',
      'block traffic',
      `Link time of ${what}, in a block inside a chunk.`,
    ),
    ofBlock(
      `edge-${id}-time`,
      `edgeblock_${calculon}_time`,
      `edge${field}Seconds`,
      `${label}, edge block`,
      'seconds',
      'block traffic',
      `Link time of ${what}, in the last block of a chunk.`,
    ),
    ofBlock(
      `base-${id}-exposed`,
      `baseblock_${calculon}_time_exposed`,
      `base${field}ExposedSeconds`,
      `${label} exposed, base block`,
      'seconds',
      'block traffic',
      `What of the link time of ${what} is not hidden, in a block inside a chunk.`,
    ),
    ofBlock(
      `edge-${id}-exposed`,
      `edgeblock_${calculon}_time_exposed`,
      `edge${field}ExposedSeconds`,
      `${label} exposed, edge block`,
      'seconds',
      'block traffic',
      `What of the link time of ${what} is not hidden, in the last block of a chunk.`,
    ),
  ];
}

function exchangeSizes({ id, field, label, what }: Exchange, calculon: string): Quantity[] {
  return [
    ofBlock(
      `base-${id}-bytes`,
      `baseblock_${calculon}_size`,
      `base${field}Bytes`,
      `${label} bytes, base block`,
      'bytes',
      'block traffic',
      `Bytes of ${what}, in a block inside a chunk.`,
    ),
    ofBlock(
      `edge-${id}-bytes`,
      `edgeblock_${calculon}_size`,
      `edge${field}Bytes`,
      `${label} bytes, edge block`,
      'bytes',
      'block traffic',
      `Bytes of ${what}, in the last block of a chunk.`,
    ),
  ];
}

/** Times of one block, in the order of Calculon's stats. */
export const BLOCK_TIMES: readonly Quantity[] = [
  ...stageQuantities(FORWARD),
  ...exchangeTimes(FORWARD_EXCHANGE),
  ...stageQuantities(RECOMPUTE),
  ...exchangeTimes(RECOMMUNICATION),
  ...stageQuantities(AGRAD),
  ...exchangeTimes(BACKWARD_EXCHANGE),
  ...stageQuantities(WGRAD),
  ...stageQuantities(OPTIMIZER),
];

/** Bytes of one block's exchanges. */
export const BLOCK_EXCHANGE_SIZES: readonly Quantity[] = [
  ...exchangeSizes(FORWARD_EXCHANGE, 'fw_tp'),
  ...exchangeSizes(BACKWARD_EXCHANGE, 'bw_tp'),
  ...exchangeSizes(RECOMMUNICATION, 'recomm'),
];

/** Bandwidth a tensor-parallel link would need. */
export const TENSOR_OVERLAP_BANDWIDTH: Quantity = ofBlock(
  'tensor-overlap-bandwidth',
  'tp_bw_overlap_req',
  'tensorOverlapBytesPerSecond',
  'TP overlap bandwidth needed',
  'bytes-per-second',
  'bandwidth needed, by the reference',
  'Bandwidth at which the overlapped tensor-parallel exchanges would just hide; 0 with nothing overlapped.',
);
