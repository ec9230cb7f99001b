import { keptActivationBytes } from '../../../src/core/batch/offload.js';
import { scheduleOf } from '../../../src/core/batch/schedule.js';
import type { Evaluation } from '../../../src/core/evaluation.js';
import type { Collective } from '../../../src/core/inputs/design.js';
import type { Network } from '../../../src/core/system/system.js';
import { transferSeconds } from '../../../src/core/system/throughput.js';

const collective = (network: Network, name: Collective, bytes: number, members: number, times = 1): number => {
  const [scalar, offset] = network.collectives[name];
  const rate = network.bytesPerSecond * times * network.efficiency;
  return network.latencySeconds + (bytes * scalar * (1 + (offset ?? 0) / members)) / rate;
};

/**
 * The inflections of the chunks and of the tail (docs/model.md, "Data parallelism") with `times` the bandwidth for the
 * reduction D, and everything it hides behind and collides with as it is: written out, with none of the code it checks.
 */
export function dataInflections(
  evaluation: Evaluation,
  times: number,
): { readonly chunk: number; readonly tail: number } {
  const { model, system, strategy, block, time } = evaluation;
  const { blocksPerChunk: k, stages: p, microbatches: m } = scheduleOf(model, strategy);
  const network = system.networks[strategy.dataTier] as Network;
  const pipeline = system.networks[strategy.pipelineTier] as Network;
  const isSharded = strategy.optimizerSharding;
  const reduce = (name: Collective): number =>
    collective(network, name, block.weightBytes, strategy.dataParallel, times);
  const d = isSharded ? reduce('reduce_scatter') + reduce('all_gather') : reduce('all_reduce');
  const x = collective(pipeline, 'p2p', time.pipelineBackwardBytes, 2);

  const moved =
    (strategy.weightOffload ? block.weightBytes : 0) +
    (strategy.activationOffload ? keptActivationBytes(block, strategy) : 0) +
    (strategy.optimizerOffload ? block.optimizerStateBytes : 0);
  const memory = block.agradMemorySeconds + block.wgradMemorySeconds;
  const passOf = (bare: number): number => Math.max(bare, transferSeconds(system.memory2.bandwidth, moved) + memory);
  const compute = block.recomputeSeconds + block.agradSeconds + block.wgradSeconds;
  const gBase = passOf(compute + block.baseRecommunicationExposedSeconds + block.baseBackwardTensorExposedSeconds);
  const gEdge = passOf(compute + block.edgeRecommunicationExposedSeconds + block.edgeBackwardTensorExposedSeconds + x);

  const update = isSharded ? 0 : block.optimizerSeconds - block.optimizerMemorySeconds;
  const sharesTensor = strategy.dataTier === strategy.tensorTier ? 1 : 0;
  const busy = memory + block.recomputeMemorySeconds - update;
  const wBase = gBase - busy - sharesTensor * (block.baseBackwardTensorSeconds + block.baseRecommunicationSeconds);
  const wEdge = gEdge - busy - sharesTensor * (block.edgeBackwardTensorSeconds + block.edgeRecommunicationSeconds);
  const c =
    block.agradFlopSeconds +
    block.wgradFlopSeconds +
    block.recomputeFlopSeconds +
    (isSharded ? 0 : block.optimizerFlopSeconds);
  const u = network.processorUsage;

  const windowOfChunk = (k - 1) * wBase + wEdge;
  const backwardOfChunk = (k - 1) * gBase + gEdge;
  const collisions =
    strategy.dataTier === strategy.pipelineTier ? Math.min(Math.floor((k * d) / backwardOfChunk), m % p || p) : 0;
  const lastWindow = k === 1 ? 0 : windowOfChunk - x - (gBase + gEdge) / 2 + update;
  return {
    chunk: k * d - (p * windowOfChunk - collisions * x) + p * k * c * u,
    tail: (k - 1) * d + c * u - lastWindow,
  };
}
