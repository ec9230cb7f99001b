import { batchMemory } from './batch/batch-memory.js';
import { batchTime } from './batch/batch-time.js';
import { dataParallel } from './batch/data-parallel.js';
import { efficiency } from './batch/efficiency.js';
import { offloadBandwidth } from './batch/offload-bandwidth.js';
import { passTime } from './batch/pass-time.js';
import { pipelineTraffic } from './batch/pipeline-traffic.js';
import { scheduleOf } from './batch/schedule.js';
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
import type { System } from './system/system.js';
import { readSystem } from './system/system.js';

/**
 * Every number of a *valid* strategy, whether it fits the machine or not.
 * @throws if the rules were not checked and the system lacks the datatype or a network tier.
 */
function evaluateValid(model: Transformer, system: System, strategy: Strategy): Evaluation {
  const setting = blockSetting(model, system, strategy);
  const block = costBlock(walkTransformerBlock, setting);
  const schedule = scheduleOf(model, strategy);
  const pipelineNetwork = system.networks[strategy.pipelineTier];
  if (pipelineNetwork === undefined) throw new Error(`no network tier ${strategy.pipelineTier}: check the rules first`);
  const traffic = pipelineTraffic(setting, pipelineNetwork, schedule.stages);
  const pass = passTime(block, traffic, system, strategy);
  const data = dataParallel(block, schedule, pass, traffic, system.networks[strategy.dataTier], strategy);
  const time = batchTime(block, schedule, pass, traffic, data, strategy);
  return {
    model,
    system,
    strategy,
    block,
    time,
    memory: batchMemory(block, schedule, strategy),
    offload: offloadBandwidth(block, pass, strategy),
    efficiency: efficiency(block, schedule, time, setting.matrix.peak, strategy),
  };
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
