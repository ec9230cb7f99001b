import type { Efficiency, OffloadBandwidth } from '../batch/batch-cost.js';
import type { Quantity, QuantityUnit } from './quantity.js';
import { CALCULON } from './quantity.js';

const ofOffload = (
  id: string,
  calculon: string,
  field: keyof OffloadBandwidth,
  label: string,
  meaning: string,
  formula: string,
): Quantity => ({
  id,
  calculon,
  label,
  unit: 'bytes-per-second',
  group: 'bandwidth needed',
  meaning,
  formula,
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
  formula: string,
): Quantity => ({
  id,
  calculon,
  label,
  unit,
  group: 'efficiency',
  meaning,
  formula,
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
    '(A_s or cp) / min(F⁰ − forward memory time)',
  ),
  ofOffload(
    'weight-offload-bandwidth',
    'weight_offload_bw_req',
    'weightBytesPerSecond',
    'Weight offload bandwidth needed',
    'Bandwidth of the offload tier that would hide moving weights, offloaded or not.',
    'W / min(F⁰ − forward memory time)',
  ),
  ofOffload(
    'optimizer-offload-bandwidth',
    'optim_offload_bw_req',
    'optimizerBytesPerSecond',
    'Optimizer offload bandwidth needed',
    'Bandwidth of the offload tier that would hide moving weight gradients and optimizer state.',
    '(W_g + O) / min(G⁰ − backward memory times)',
  ),
  ofOffload(
    'offload-bandwidth',
    'offload_mem_bw_req',
    'totalBytesPerSecond',
    'Offload bandwidth needed',
    'Bandwidth of the offload tier that would hide all that is offloaded.',
    'max(forward bytes / forward window, backward bytes / backward window)',
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
    'U = forward + activation gradient + weight gradient + optimizer',
  ),
  ofEfficiency(
    'compute-efficiency',
    'compute_efficiency',
    'computeEfficiency',
    'Compute efficiency',
    'fraction',
    'How near the matrix peak the compute time comes.',
    '(q·m·U / peak) / (forward + backward + optimizer)',
  ),
  ofEfficiency(
    'system-efficiency',
    'system_efficiency',
    'systemEfficiency',
    'System efficiency',
    'fraction',
    'Share of the batch time that is useful compute.',
    '(forward + backward + optimizer) / total',
  ),
  ofEfficiency(
    'mfu',
    'total_efficiency',
    'totalEfficiency',
    'MFU',
    'fraction',
    'Model FLOP utilisation: useful FLOP over what the matrix engines could do in the whole batch.',
    '(q·m·U / peak) / total',
  ),
  ofEfficiency(
    'sample-rate',
    'sample_rate',
    'sampleRate',
    'Sample rate',
    'samples-per-second',
    'Samples a second of the whole machine.',
    'batch / total',
  ),
];
