import type { ModelInput, StrategyInput } from '../inputs/design.js';
import { divisors, nearest } from './divisors.js';
import { blocksPerStage } from './strategy.js';

/** The three parallel degrees, whose product is the number of processors. */
export const DEGREES = ['tensor_par', 'pipeline_par', 'data_par'] as const;
export type Degree = (typeof DEGREES)[number];

type DegreeValues = Readonly<Record<Degree, number>>;

/** A tensor-parallel degree must divide h, f and a. */
const splitsModel = (model: ModelInput, t: number): boolean =>
  model.hidden % t === 0 && model.feedforward % t === 0 && model.attn_heads % t === 0;

/** Tensor-parallel degrees a model can be split over: those that divide h, f, a and N. */
export const tensorChoices = (model: ModelInput, processors: number): number[] =>
  divisors(processors).filter((t) => splitsModel(model, t));

/** Whether a degree may be `value` by itself; a pipeline has at most as many stages as there are blocks. */
function mayBe(model: ModelInput, degree: Degree, value: number): boolean {
  if (degree === 'tensor_par') return splitsModel(model, value);
  return degree === 'data_par' || value <= model.num_blocks;
}

/** Divisors of N that a degree may be by itself. */
const ownChoices = (model: ModelInput, processors: number, degree: Degree): number[] =>
  divisors(processors).filter((value) => mayBe(model, degree, value));

/**
 * Valid values of each degree. With one locked, another's value must leave a valid one for the third; a locked
 * degree has its own value only.
 */
export function degreeChoices(
  model: ModelInput,
  strategy: StrategyInput,
  locked: Degree | null,
): Record<Degree, readonly number[]> {
  const N = strategy.num_procs;
  const choicesOf = (degree: Degree): readonly number[] => {
    if (degree === locked) return [strategy[degree]];
    return ownChoices(model, N, degree).filter((value) => solveOthers(model, strategy, degree, value, locked) !== null);
  };
  return {
    tensor_par: choicesOf('tensor_par'),
    pipeline_par: choicesOf('pipeline_par'),
    data_par: choicesOf('data_par'),
  };
}

/** Which of the other degrees gives way first: data parallelism, which every model allows most of. */
const YIELD_ORDER: Readonly<Record<Degree, readonly [Degree, Degree]>> = {
  tensor_par: ['data_par', 'pipeline_par'],
  pipeline_par: ['data_par', 'tensor_par'],
  data_par: ['pipeline_par', 'tensor_par'],
};

/** All three degrees when `degree` becomes `value`, with the others as near as can be to what they were. */
function solveOthers(
  model: ModelInput,
  strategy: StrategyInput,
  degree: Degree,
  value: number,
  locked: Degree | null,
): DegreeValues | null {
  const N = strategy.num_procs;
  const [first, second] = YIELD_ORDER[degree];
  const keepers: readonly (readonly [keeper: Degree, yielder: Degree])[] =
    locked === first
      ? [[first, second]]
      : locked === second
        ? [[second, first]]
        : [
            [second, first],
            [first, second],
          ];
  for (const [keeper, yielder] of keepers) {
    const rest = N / (value * strategy[keeper]);
    if (Number.isInteger(rest) && mayBe(model, yielder, rest)) {
      return withDegrees({ [degree]: value, [keeper]: strategy[keeper], [yielder]: rest });
    }
  }
  if (locked !== null) return null;
  // Neither can stay as it is: take the pair that moves the second least.
  const room = N / value;
  if (!Number.isInteger(room)) return null;
  const pairs = ownChoices(model, room, second).filter((each) => mayBe(model, first, room / each));
  if (pairs.length === 0) return null;
  const kept = nearest(pairs, strategy[second]);
  return withDegrees({ [degree]: value, [second]: kept, [first]: room / kept });
}

function withDegrees(values: Partial<DegreeValues>): DegreeValues {
  return {
    tensor_par: values.tensor_par ?? 1,
    pipeline_par: values.pipeline_par ?? 1,
    data_par: values.data_par ?? 1,
  };
}

/**
 * The strategy with one degree set: t·p·d stays N by trading against the unlocked others, and what depends on the
 * degrees is repaired. A value that no trade allows leaves the strategy as it is.
 */
export function setDegree(
  model: ModelInput,
  strategy: StrategyInput,
  degree: Degree,
  value: number,
  locked: Degree | null,
): StrategyInput {
  if (degree === locked) return strategy;
  const degrees = solveOthers(model, strategy, degree, value, locked);
  return degrees === null ? strategy : repair(model, { ...strategy, ...degrees });
}

/**
 * The strategy on N processors: tensor and pipeline degrees stay as near as they can, data takes the rest, and a locked
 * degree stays as it is. An N that cannot keep the locked degree leaves the strategy as it is.
 */
export function setProcessors(
  model: ModelInput,
  strategy: StrategyInput,
  processors: number,
  locked: Degree | null = null,
): StrategyInput {
  const room = locked === null ? processors : processors / strategy[locked];
  if (!Number.isInteger(room)) return strategy;
  const t = locked === 'tensor_par' ? 1 : nearest(tensorChoices(model, room), strategy.tensor_par);
  const p = locked === 'pipeline_par' ? 1 : nearest(ownChoices(model, room / t, 'pipeline_par'), strategy.pipeline_par);
  const rest = room / (t * p);
  const kept = locked === null ? {} : { [locked]: strategy[locked] };
  if (locked === 'data_par' && rest !== 1) return fillPipeline(model, strategy, processors, room);
  return repair(model, {
    ...strategy,
    num_procs: processors,
    tensor_par: t,
    pipeline_par: p,
    data_par: rest,
    ...kept,
  });
}

/** With d locked, t and p share what is left: the pair nearest to what they were, if there is one. */
function fillPipeline(model: ModelInput, strategy: StrategyInput, processors: number, room: number): StrategyInput {
  const fitting = tensorChoices(model, room).filter((t) => mayBe(model, 'pipeline_par', room / t));
  if (fitting.length === 0) return strategy;
  const t = nearest(fitting, strategy.tensor_par);
  return repair(model, { ...strategy, num_procs: processors, tensor_par: t, pipeline_par: room / t });
}

/** Microbatch sizes the batch and the exchange allow. */
export function microbatchChoices(model: ModelInput, strategy: StrategyInput): number[] {
  const perReplica = strategy.batch_size / strategy.data_par;
  if (!Number.isInteger(perReplica)) return [];
  const splits = strategy.tensor_par_comm_type !== 'ar';
  return divisors(perReplica).filter((b) => !splits || (b * model.seq_size) % strategy.tensor_par === 0);
}

/** Interleavings a stage's blocks allow; 1 without a pipeline. */
export function interleavingChoices(model: ModelInput, strategy: Pick<StrategyInput, 'pipeline_par'>): number[] {
  return strategy.pipeline_par === 1 ? [1] : divisors(blocksPerStage(model.num_blocks, strategy.pipeline_par));
}

/** The multiple of `step` nearest to `wanted`, at least one step. A batch is a multiple of d. */
export const nearestMultiple = (wanted: number, step: number): number => Math.max(1, Math.round(wanted / step)) * step;

/** The least microbatch whose tokens the exchange can split. */
function smallestMicrobatch(model: ModelInput, strategy: StrategyInput): number {
  if (strategy.tensor_par_comm_type === 'ar') return 1;
  const t = strategy.tensor_par;
  return divisors(t).find((b) => (b * model.seq_size) % t === 0) ?? t;
}

/** What follows from the degrees, brought back within the rules by the smallest change. */
export function repair(model: ModelInput, strategy: StrategyInput): StrategyInput {
  const step = strategy.data_par * smallestMicrobatch(model, strategy);
  const divided = { ...strategy, batch_size: nearestMultiple(strategy.batch_size, strategy.data_par) };
  const batched =
    microbatchChoices(model, divided).length > 0
      ? divided
      : { ...strategy, batch_size: nearestMultiple(strategy.batch_size, step) };
  const oneReplica = batched.data_par === 1;
  return {
    ...batched,
    microbatch_size: nearest(microbatchChoices(model, batched), batched.microbatch_size),
    pipeline_interleaving: nearest(interleavingChoices(model, batched), batched.pipeline_interleaving),
    optimizer_sharding: batched.optimizer_sharding && !oneReplica,
    data_par_overlap: batched.data_par_overlap && !oneReplica,
    tensor_par_overlap: batched.tensor_par === 1 ? 'none' : batched.tensor_par_overlap,
  };
}
