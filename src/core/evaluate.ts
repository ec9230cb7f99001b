import type { BatchTime } from './batch/batch-cost.js';
import { batchMemory, newBatchMemory } from './batch/batch-memory.js';
import { blocksTime, linkSeconds, newBlocksTime, newPassesTime, passesTime } from './batch/batch-time.js';
import { dataParallel } from './batch/data-parallel-report.js';
import { efficiency } from './batch/efficiency.js';
import { offloadBandwidth } from './batch/offload-bandwidth.js';
import { newOffloadTraffic, offloadTraffic } from './batch/offload.js';
import { barePass, newPassTime, offloadedPass } from './batch/pass-time.js';
import { newPipelineTraffic, pipelineTraffic } from './batch/pipeline-traffic.js';
import { scheduleOf } from './batch/schedule.js';
import type { BlockCost } from './block/block-cost.js';
import type { BlockSetting } from './block/block-setting.js';
import { blockSetting } from './block/block-setting.js';
import { costBlock } from './block/sum-block.js';
import { walkTransformerBlock } from './block/transformer-block.js';
import type { Evaluation, Outcome } from './evaluation.js';
import type { Design } from './inputs/design.js';
import type { Transformer } from './model/transformer.js';
import { readTransformer } from './model/transformer.js';
import { infeasibleReasons } from './strategy/feasibility.js';
import type { Strategy } from './strategy/strategy.js';
import { readStrategy } from './strategy/strategy.js';
import { invalidReasons } from './strategy/validity.js';
import type { Network, System } from './system/system.js';
import { readSystem } from './system/system.js';

/**
 * Every number of a *valid* strategy, whether it fits the machine or not.
 * @throws if the rules were not checked and the system lacks the datatype or a network tier.
 */
function evaluateValid(model: Transformer, system: System, strategy: Strategy): Evaluation {
  const setting = blockSetting(model, system, strategy);
  return evaluateOnBlock(model, system, strategy, setting, costBlock(walkTransformerBlock, setting));
}

/**
 * The evaluation of a valid strategy whose block is costed already: strategies of one setting share their block.
 * `setting` is the strategy's, and `block` the cost of that setting.
 * @throws if the system lacks a network tier, which the rules exclude beforehand.
 */
export function evaluateOnBlock(
  model: Transformer,
  system: System,
  strategy: Strategy,
  setting: BlockSetting,
  block: BlockCost,
): Evaluation {
  const schedule = scheduleOf(model, strategy);
  const traffic = pipelineTraffic(
    newPipelineTraffic(),
    setting,
    networkAt(system, strategy.pipelineTier),
    schedule.stages,
  );
  const offload = offloadTraffic(newOffloadTraffic(), block, system.memory2.bandwidth, strategy);
  const pass = offloadedPass(barePass(newPassTime(), block, traffic), block, offload, strategy.training);
  const data = dataParallel(block, schedule, pass, traffic, networkAt(system, strategy.dataTier), strategy);
  const blocks = blocksTime(newBlocksTime(), block, schedule);
  const passes = passesTime(newPassesTime(), schedule, pass, traffic);
  const link = linkSeconds(block, schedule);
  // Field by field: rest and spread would take twice as long as everything else here.
  const time: BatchTime = {
    forwardSeconds: blocks.forwardSeconds,
    backwardSeconds: blocks.backwardSeconds,
    optimizerSeconds: blocks.optimizerSeconds,
    recomputeSeconds: blocks.recomputeSeconds,
    recommunicationLinkSeconds: link.recommunication,
    recommunicationExposedSeconds: blocks.recommunicationExposedSeconds,
    bubbleSeconds: passes.bubbleSeconds,
    tensorLinkSeconds: link.tensor,
    tensorExposedSeconds: blocks.tensorExposedSeconds,
    pipelineLinkSeconds: passes.pipelineExposedSeconds,
    pipelineExposedSeconds: passes.pipelineExposedSeconds,
    dataLinkSeconds: data.linkSeconds,
    dataExposedSeconds: data.exposedSeconds,
    dataChunkOverhangSeconds: data.chunkOverhangSeconds,
    dataTailOverhangSeconds: data.tailOverhangSeconds,
    forwardOffloadExposedSeconds: passes.forwardOffloadExposedSeconds,
    backwardOffloadExposedSeconds: passes.backwardOffloadExposedSeconds,
    totalSeconds: blocks.blocksSeconds + passes.passesSeconds + data.exposedSeconds,
    dataOverlapChunkBytesPerSecond: data.chunkBytesPerSecond,
    dataOverlapTailBytesPerSecond: data.tailBytesPerSecond,
    pipelineForwardBytes: traffic.forwardBytes,
    pipelineBackwardBytes: traffic.backwardBytes,
    dataBytes: data.blockBytes,
  };
  return {
    model,
    system,
    strategy,
    block,
    time,
    memory: batchMemory(newBatchMemory(), block, schedule, strategy),
    offload: offloadBandwidth(block, pass, offload, strategy),
    efficiency: efficiency(block, schedule, time, setting.matrix.peak, strategy),
  };
}

function networkAt(system: System, tier: number): Network {
  const network = system.networks[tier];
  if (network === undefined) throw new Error(`no network tier ${tier}: check the rules first`);
  return network;
}

/** What a strategy costs on a machine, or every reason why it has no meaning or does not fit. */
export function evaluate(model: Transformer, system: System, strategy: Strategy): Outcome {
  const invalid = invalidReasons(model, system, strategy);
  if (invalid.length > 0) return { kind: 'invalid', reasons: invalid };
  const evaluation = evaluateValid(model, system, strategy);
  const reasons = infeasibleReasons(model, system, strategy, evaluation.memory);
  return reasons.length > 0 ? { kind: 'infeasible', evaluation, reasons } : { kind: 'feasible', evaluation };
}

/** `evaluate` of a design as a person edits it. Never throws for a design whose fields are within their limits. */
export function evaluateDesign(design: Design): Outcome {
  return evaluate(readTransformer(design.model), readSystem(design.system), readStrategy(design.strategy));
}
