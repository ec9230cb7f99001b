import { newOffloadTraffic, offloadTraffic } from '../../batch/offload.js';
import type { OffloadTraffic } from '../../batch/offload.js';
import { newOverlapWindow, overlapWindow } from '../../batch/data-parallel.js';
import type { OverlapWindow } from '../../batch/data-parallel.js';
import { barePass, newPassTime, offloadedPass } from '../../batch/pass-time.js';
import type { PassTime } from '../../batch/pass-time.js';
import { newPipelineTraffic, pipelineTraffic } from '../../batch/pipeline-traffic.js';
import type { PipelineTraffic } from '../../batch/pipeline-traffic.js';
import { scheduleOf } from '../../batch/schedule.js';
import type { Schedule } from '../../batch/schedule.js';
import { blockSetting } from '../../block/block-setting.js';
import type { BlockSetting } from '../../block/block-setting.js';
import { newOperation } from '../../block/operation.js';
import type { Operation } from '../../block/operation.js';
import { walkTransformerBlock } from '../../block/transformer-block.js';
import type { Evaluation } from '../../evaluation.js';
import type { Design } from '../../inputs/design.js';

/** What an evaluation computes on its way and does not report, by the core's own functions. */
export interface Workings {
  readonly design: Design;
  readonly evaluation: Evaluation;
  readonly setting: BlockSetting;
  readonly schedule: Schedule;
  readonly traffic: PipelineTraffic;
  readonly offload: OffloadTraffic;
  readonly pass: PassTime;
  readonly window: OverlapWindow;
  /** Every operation of the block, in order. */
  readonly operations: readonly Operation[];
  readonly operation: (name: string) => Operation | undefined;
}

const copied = (op: Operation): Operation => ({
  ...op,
  forward: { ...op.forward },
  agrad: { ...op.agrad },
  wgrad: { ...op.wgrad },
  optimizer: { ...op.optimizer },
});

/**
 * The workings of an evaluation of `design`.
 * @throws if they do not belong together.
 */
export function workingsOf(design: Design, evaluation: Evaluation): Workings {
  const { model, system, strategy, block } = evaluation;
  const setting = blockSetting(model, system, strategy);
  const schedule = scheduleOf(model, strategy);
  const network = system.networks[strategy.pipelineTier];
  if (network === undefined) throw new Error(`no network tier ${strategy.pipelineTier}`);
  const traffic = pipelineTraffic(newPipelineTraffic(), setting, network, schedule.stages);
  const offload = offloadTraffic(newOffloadTraffic(), block, system.memory2.bandwidth, strategy);
  const pass = offloadedPass(barePass(newPassTime(), block, traffic), block, offload, strategy.training);
  const { optimizerSharding, dataTier, tensorTier } = strategy;
  const window = overlapWindow(newOverlapWindow(), block, pass, optimizerSharding, dataTier === tensorTier);
  const operations: Operation[] = [];
  walkTransformerBlock(setting, newOperation(), { add: (op) => void operations.push(copied(op)) });
  const byName = new Map(operations.map((op) => [op.name, op]));
  return {
    design,
    evaluation,
    setting,
    schedule,
    traffic,
    offload,
    pass,
    window,
    operations,
    operation: (name) => byName.get(name),
  };
}
