import type { Efficiency, OffloadBandwidth } from '../batch/batch-cost.js';
import type { Quantity, QuantityUnit } from './quantity.js';
import { CALCULON } from './quantity.js';

const ofOffload = (
  id: string,
  calculon: string,
  field: keyof OffloadBandwidth,
  label: string,
  meaning: string,
): Quantity => ({
  id,
  calculon,
  label,
  unit: 'bytes-per-second',
  group: 'bandwidth needed, by the reference',
  meaning,
  source: CALCULON,
  value: ({ offload }) => offload[field],
});

const ofEfficiency = (
  id: string,
  calculon: string,
  field: keyof Efficiency,
  label: string,
  unit: QuantityUnit,
  meaning: string,
): Quantity => ({
  id,
  calculon,
  label,
  unit,
  group: 'efficiency',
  meaning,
  source: CALCULON,
  value: ({ efficiency }) => efficiency[field],
});

export const OFFLOAD_BANDWIDTHS: readonly Quantity[] = [
  ofOffload(
    'activation-offload-bandwidth',
    'act_offload_bw_req',
    'activationBytesPerSecond',
    'Activation offload bandwidth needed',
    'Bandwidth of the offload tier that would hide moving activations, offloaded or not.',
  ),
  ofOffload(
    'weight-offload-bandwidth',
    'weight_offload_bw_req',
    'weightBytesPerSecond',
    'Weight offload bandwidth needed',
    'Bandwidth of the offload tier that would hide moving weights, offloaded or not.',
  ),
  ofOffload(
    'optimizer-offload-bandwidth',
    'optim_offload_bw_req',
    'optimizerBytesPerSecond',
    'Optimizer offload bandwidth needed',
    'Bandwidth of the offload tier that would hide moving weight gradients and optimizer state.',
  ),
  ofOffload(
    'offload-bandwidth',
    'offload_mem_bw_req',
    'totalBytesPerSecond',
    'Offload bandwidth needed',
    'Bandwidth of the offload tier that would hide all that is offloaded.',
  ),
];

export const EFFICIENCIES: readonly Quantity[] = [
  ofEfficiency(
    'useful-flop',
    'useful_flops',
    'usefulFlop',
    'Useful FLOP',
    'flop',
    'Model FLOP of one block and microbatch, recomputation left out.',
  ),
  ofEfficiency(
    'compute-efficiency',
    'compute_efficiency',
    'computeEfficiency',
    'Compute efficiency',
    'fraction',
    'How near the matrix peak the compute time comes.',
  ),
  ofEfficiency(
    'system-efficiency',
    'system_efficiency',
    'systemEfficiency',
    'System efficiency',
    'fraction',
    'Share of the batch time that is useful compute.',
  ),
  ofEfficiency(
    'mfu',
    'total_efficiency',
    'totalEfficiency',
    'MFU',
    'fraction',
    'Model FLOP utilisation: useful FLOP over what the matrix engines could do in the whole batch.',
  ),
  ofEfficiency(
    'sample-rate',
    'sample_rate',
    'sampleRate',
    'Sample rate',
    'samples-per-second',
    'Samples a second of the whole machine.',
  ),
];
