import type { Transformer } from '../model/transformer.js';
import { countedName } from '../quantities/counted.js';
import type { System } from '../system/system.js';
import type { InvalidCode, Reason, ReasonField } from './reasons.js';
import { blocksPerStage, type Strategy } from './strategy.js';

const strategyField = (path: string): ReasonField => ({ part: 'strategy', path });
const modelField = (path: string): ReasonField => ({ part: 'model', path });

class Reasons {
  readonly list: Reason<InvalidCode>[] = [];

  /** `divisor` must divide `dividend`. */
  divides(code: InvalidCode, dividend: number, divisor: number, message: string, fields: readonly ReasonField[]): void {
    if (Number.isInteger(dividend / divisor)) return;
    this.list.push({ code, message, allowed: `a divisor of ${dividend}`, fields, actual: divisor, limit: dividend });
  }

  /** A degree or a switch that only means something beside another. */
  needs(
    code: InvalidCode,
    broken: boolean,
    message: string,
    allowed: string,
    fields: readonly ReasonField[],
    actual = 1,
    limit = 0,
  ): void {
    if (broken) this.list.push({ code, message, allowed, fields, actual, limit });
  }
}

/** "2 blocks do not divide", "1 block does not divide". */
const undivided = (count: number, plural: string): string =>
  `${count} ${countedName(count, plural)} ${count === 1 ? 'does' : 'do'} not divide`;

/**
 * Every rule a request breaks (docs/model.md, "Rules"). An empty list means that the strategy has a meaning on
 * this model and system, not that it fits.
 */
export function invalidReasons(model: Transformer, system: System, strategy: Strategy): readonly Reason<InvalidCode>[] {
  const reasons = new Reasons();
  productAndBatch(reasons, strategy);
  tensorDivides(reasons, model, strategy);
  pipelineInterleaving(reasons, model, strategy);
  switchesThatNeedOthers(reasons, strategy);
  machineHas(reasons, system, strategy);
  return reasons.list;
}

function productAndBatch(reasons: Reasons, s: Strategy): void {
  const product = s.tensorParallel * s.pipelineParallel * s.dataParallel;
  reasons.needs(
    'processors_product',
    product !== s.processors,
    `t ${s.tensorParallel} · p ${s.pipelineParallel} · d ${s.dataParallel} = ${product}, not the ${s.processors} ${s.processors === 1 ? 'processor there is' : 'processors there are'}.`,
    `t · p · d = ${s.processors}`,
    ['num_procs', 'tensor_par', 'pipeline_par', 'data_par'].map(strategyField),
    product,
    s.processors,
  );
  reasons.divides(
    'batch_by_data',
    s.batch,
    s.dataParallel,
    `A batch of ${s.batch} does not divide evenly over ${s.dataParallel} data-parallel replicas.`,
    ['batch_size', 'data_par'].map(strategyField),
  );
  const perReplica = s.batch / s.dataParallel;
  if (!Number.isInteger(perReplica)) return;
  reasons.divides(
    'batch_by_microbatch',
    perReplica,
    s.microbatch,
    `Each replica’s ${undivided(perReplica, 'samples')} into microbatches of ${s.microbatch}.`,
    ['microbatch_size', 'batch_size', 'data_par'].map(strategyField),
  );
}

function tensorDivides(reasons: Reasons, model: Transformer, s: Strategy): void {
  const t = s.tensorParallel;
  const split = (code: InvalidCode, size: number, what: string, path: string): void =>
    reasons.divides(code, size, t, `${what} of ${size} does not divide over ${t} tensor-parallel processors.`, [
      strategyField('tensor_par'),
      modelField(path),
    ]);
  split('hidden_by_tensor', model.hidden, 'A hidden size', 'hidden');
  split('feedforward_by_tensor', model.feedforward, 'A feed-forward size', 'feedforward');
  split('heads_by_tensor', model.heads, 'A number of attention heads', 'attn_heads');
  if (s.tensorCommunication === 'ar') return;
  const tokens = s.microbatch * model.sequenceLength;
  reasons.divides(
    'tokens_by_tensor',
    tokens,
    t,
    `A microbatch’s ${undivided(tokens, 'tokens')} over ${t} tensor-parallel processors, which splitting ${tokens === 1 ? 'it' : 'them'} needs.`,
    [strategyField('tensor_par_comm_type'), strategyField('microbatch_size'), modelField('seq_size')],
  );
}

function pipelineInterleaving(reasons: Reasons, model: Transformer, s: Strategy): void {
  const v = s.interleaving;
  const fields = ['pipeline_interleaving', 'pipeline_par'].map(strategyField);
  reasons.needs(
    'interleaving_without_pipeline',
    s.pipelineParallel === 1 && v !== 1,
    `An interleaving of ${v} needs a pipeline; there is one stage.`,
    '1 when there is one stage',
    fields,
    v,
    1,
  );
  const perStage = blocksPerStage(model.blocks, s.pipelineParallel);
  reasons.divides(
    'interleaving_by_blocks',
    perStage,
    v,
    `A stage’s ${undivided(perStage, 'blocks')} into ${v} chunks.`,
    [...fields, modelField('num_blocks')],
  );
}

function switchesThatNeedOthers(reasons: Reasons, s: Strategy): void {
  const fields = (...paths: string[]): ReasonField[] => paths.map(strategyField);
  reasons.needs(
    'sharding_needs_data',
    s.optimizerSharding && s.dataParallel === 1,
    'Optimizer sharding needs more than one data-parallel replica.',
    'off when d = 1',
    fields('optimizer_sharding', 'data_par'),
  );
  reasons.needs(
    'data_overlap_needs_data',
    s.dataOverlap && s.dataParallel === 1,
    'Data overlap needs more than one data-parallel replica.',
    'off when d = 1',
    fields('data_par_overlap', 'data_par'),
  );
  reasons.needs(
    'tensor_overlap_needs_tensor',
    s.tensorOverlap !== 'none' && s.tensorParallel === 1,
    'Tensor overlap needs more than one tensor-parallel processor.',
    'none when t = 1',
    fields('tensor_par_overlap', 'tensor_par'),
  );
  reasons.needs(
    'recompute_needs_training',
    s.recompute !== 'none' && !s.training,
    'Recompute needs training, which is off.',
    'none when not training',
    fields('activation_recompute', 'training'),
  );
  reasons.needs(
    'data_overlap_needs_training',
    s.dataOverlap && !s.training,
    'Data overlap needs gradients to reduce: training is off.',
    'off when not training',
    fields('data_par_overlap', 'training'),
  );
  reasons.needs(
    'optimizer_offload_needs_training',
    s.optimizerOffload && !s.training,
    'There is no optimizer state to offload: training is off.',
    'off when not training',
    fields('optimizer_offload', 'training'),
  );
  reasons.needs(
    'redo_needs_sequence_parallel',
    s.repeatAllGather && s.tensorCommunication !== 'rs_ag',
    'Repeating the all-gather needs sequence parallelism, the RS + AG exchange.',
    'off unless the tensor exchange is RS + AG',
    fields('seq_par_ag_redo', 'tensor_par_comm_type'),
  );
  reasons.needs(
    'redo_without_recompute',
    s.repeatAllGather && s.recompute === 'full',
    'Full recompute already repeats the all-gather.',
    'off with full recompute',
    fields('seq_par_ag_redo', 'activation_recompute'),
  );
}

function machineHas(reasons: Reasons, system: System, s: Strategy): void {
  const tiers = system.networks.length;
  const mapped: readonly (readonly [number, string, string])[] = [
    [s.tensorTier, 'Tensor', 'tensor_par_net'],
    [s.pipelineTier, 'Pipeline', 'pipeline_par_net'],
    [s.dataTier, 'Data', 'data_par_net'],
  ];
  for (const [tier, name, path] of mapped) {
    reasons.needs(
      'network_exists',
      tier >= tiers,
      `${name}-parallel traffic uses network tier ${tier}; the system has ${tiers === 1 ? 'tier 0 only' : `tiers 0 to ${tiers - 1}`}.`,
      tiers === 1 ? '0' : `0 to ${tiers - 1}`,
      [strategyField(path)],
      tier,
      tiers - 1,
    );
  }
  const known = Object.keys(system.engines);
  reasons.needs(
    'datatype_on_system',
    system.engines[s.datatype] === undefined,
    `The system has no ${s.datatype} engines.`,
    known.join(', ') || 'no datatype has both engines',
    [strategyField('datatype'), { part: 'system', path: `matrix.${s.datatype}.tflops` }],
  );
}
