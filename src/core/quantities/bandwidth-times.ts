import { dataParallel } from '../batch/data-parallel-report.js';
import { newOffloadTraffic, offloadTraffic } from '../batch/offload.js';
import { barePass, newPassTime, offloadedPass } from '../batch/pass-time.js';
import { newPipelineTraffic, pipelineTraffic } from '../batch/pipeline-traffic.js';
import { scheduleOf } from '../batch/schedule.js';
import { blockSetting } from '../block/block-setting.js';
import { costBlock } from '../block/sum-block.js';
import { walkTransformerBlock } from '../block/transformer-block.js';
import type { OverlapOverhang } from '../batch/data-parallel.js';
import { evaluateOnBlock } from '../evaluate.js';
import type { Evaluation } from '../evaluation.js';
import type { Network, System } from '../system/system.js';
import { offloadExposedSeconds } from './bandwidth-there.js';
import { tensorOverlapExposed } from './overlap-exposed.js';
import type { Seconds } from './units.js';

/*
 * What of a batch reaches beyond its window with `times` the bandwidth for one kind of traffic and for nothing else,
 * not even for what shares its tier: the windows it hides in, and what it collides with, stay what they are.
 */

const timesOf = (network: Network, times: number): Network => ({
  ...network,
  bytesPerSecond: network.bytesPerSecond * times,
});

/** Of overlapped tensor-parallel exchanges. */
export function tensorOverhangWith({ model, system, strategy }: Evaluation, times: number): Seconds {
  const setting = blockSetting(model, system, strategy);
  const exchanging = { ...setting, tensorNetwork: timesOf(setting.tensorNetwork, times) };
  const block = costBlock(walkTransformerBlock, exchanging);
  return tensorOverlapExposed(evaluateOnBlock(model, system, strategy, setting, block)).overhangSeconds;
}

/** Of offloading: nothing else passes between a processor and its offload tier. */
export function offloadExposedWith({ model, system, strategy, block }: Evaluation, times: number): Seconds {
  const { peak, thresholds, rates } = system.memory2.bandwidth;
  const bandwidth = { peak: peak * times, thresholds, rates: rates.map((rate) => rate * times) };
  const linked: System = { ...system, memory2: { ...system.memory2, bandwidth } };
  return offloadExposedSeconds(evaluateOnBlock(model, linked, strategy, blockSetting(model, linked, strategy), block));
}

/**
 * Of the reduction of gradients, behind the passes there are: messages between stages on its tier neither slow down,
 * which would give it longer to hide in, nor speed up.
 */
export function dataOverhangWith({ model, system, strategy, block }: Evaluation, times: number): OverlapOverhang {
  const [data, pipeline] = [system.networks[strategy.dataTier], system.networks[strategy.pipelineTier]];
  if (data === undefined || pipeline === undefined) throw new Error('no such network tier: check the rules first');
  const schedule = scheduleOf(model, strategy);
  const setting = blockSetting(model, system, strategy);
  const traffic = pipelineTraffic(newPipelineTraffic(), setting, pipeline, schedule.stages);
  const offload = offloadTraffic(newOffloadTraffic(), block, system.memory2.bandwidth, strategy);
  const pass = offloadedPass(barePass(newPassTime(), block, traffic), block, offload, strategy.training);
  return dataParallel(block, schedule, pass, traffic, timesOf(data, times), strategy);
}
