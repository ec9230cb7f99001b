import { RECOMPUTE_MODES, TENSOR_COMMUNICATIONS, TENSOR_OVERLAPS } from '../inputs/design.js';
import type { BoundedField, ChosenField } from '../inputs/search-input.js';
import type { ExchangeChoice, OffloadFlags, RecomputeBranch, SearchGroup, SearchSpace, TierChoice } from './space.js';

/** A field that differs between the strategies of a space. */
export type VariedField = BoundedField | ChosenField | 'batch_size';

/** The codes of a field's choices: numbers are themselves, switches 0 and 1, options their place in the list. */
export const FIELD_OPTIONS: Readonly<Partial<Record<VariedField, readonly string[]>>> = {
  activation_recompute: RECOMPUTE_MODES,
  tensor_par_comm_type: TENSOR_COMMUNICATIONS,
  tensor_par_overlap: TENSOR_OVERLAPS,
};

/** The lists a strategy of one branch is a product of, innermost first, as `strategyAt` takes its place apart. */
const listsOf = (group: SearchGroup, branch: RecomputeBranch) =>
  [
    group.tiers,
    group.microbatches,
    group.fusions,
    branch.offloads,
    group.tensorOverlaps,
    group.dataOverlaps,
    branch.exchanges,
    group.shardings,
  ] as const;

/** Which of these lists holds a field, and the code of one of its choices. */
const DIGITS: Readonly<Partial<Record<VariedField, readonly [list: number, code: (choice: never) => number]>>> = {
  tensor_par_net: [0, (choice: TierChoice) => choice.tensorTier],
  pipeline_par_net: [0, (choice: TierChoice) => choice.pipelineTier],
  data_par_net: [0, (choice: TierChoice) => choice.dataTier],
  microbatch_size: [1, (choice: number) => choice],
  fused_activation: [2, Number as (choice: boolean) => number],
  weight_offload: [3, (choice: OffloadFlags) => Number(choice.weightOffload)],
  activations_offload: [3, (choice: OffloadFlags) => Number(choice.activationOffload)],
  optimizer_offload: [3, (choice: OffloadFlags) => Number(choice.optimizerOffload)],
  tensor_par_overlap: [4, (choice: (typeof TENSOR_OVERLAPS)[number]) => TENSOR_OVERLAPS.indexOf(choice)],
  data_par_overlap: [5, Number as (choice: boolean) => number],
  tensor_par_comm_type: [6, (choice: ExchangeChoice) => TENSOR_COMMUNICATIONS.indexOf(choice.tensorCommunication)],
  seq_par_ag_redo: [6, (choice: ExchangeChoice) => Number(choice.repeatAllGather)],
  optimizer_sharding: [7, Number as (choice: boolean) => number],
};

type OfGroup = (group: SearchGroup) => number;
const OF_GROUP: Readonly<Partial<Record<VariedField, OfGroup>>> = {
  tensor_par: (group) => group.tensorParallel,
  pipeline_par: (group) => group.pipelineParallel,
  data_par: (group) => group.dataParallel,
  batch_size: (group) => group.batch,
};

/** A field of one branch: the place within the branch over `stride` gives its digit. */
interface Digit {
  readonly offset: number;
  readonly stride: number;
  readonly codes: readonly number[];
}

function digitsOf(group: SearchGroup, field: VariedField): Digit[] {
  return group.branches
    .filter((branch) => branch.size > 0)
    .map((branch) => {
      const { offset } = branch;
      if (field === 'activation_recompute')
        return { offset, stride: branch.size, codes: [RECOMPUTE_MODES.indexOf(branch.recompute)] };
      const [list, code] = DIGITS[field] as readonly [number, (choice: unknown) => number];
      const lists: readonly (readonly unknown[])[] = listsOf(group, branch);
      const stride = lists.slice(0, list).reduce((product, each) => product * each.length, 1);
      return { offset, stride, codes: (lists[list] as readonly unknown[]).map(code) };
    });
}

/** Reads one field of the strategy at a place of the space. */
type FieldReader = (place: number) => number;

/**
 * A reader of one field that builds no strategy: for columns of millions of rows. It answers with the field's code
 * (`FIELD_OPTIONS`); the place has to be one of the space.
 */
export function fieldReader(space: SearchSpace, field: VariedField): FieldReader {
  const { groups } = space;
  const firsts = Float64Array.from(groups, (group) => group.first);
  let at = 0;
  // Rows come in runs of one group, so the last one is the likeliest.
  const groupOf = (place: number): SearchGroup => {
    const last = groups[at] as SearchGroup;
    if (place >= last.first && place < last.first + last.size) return last;
    let low = 0;
    let high = groups.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((firsts[middle] as number) <= place) low = middle;
      else high = middle - 1;
    }
    at = low;
    return groups[low] as SearchGroup;
  };
  const ofGroup = OF_GROUP[field];
  if (ofGroup !== undefined) return (place) => ofGroup(groupOf(place));
  if (field === 'pipeline_interleaving') {
    return (place) => {
      const group = groupOf(place);
      return group.interleavings[Math.floor((place - group.first) / group.sizePerInterleaving)] as number;
    };
  }
  const digits = groups.map((group) => digitsOf(group, field));
  return (place) => {
    const group = groupOf(place);
    const rest = (place - group.first) % group.sizePerInterleaving;
    const branches = digits[at] as Digit[];
    let i = branches.length - 1;
    while (i > 0 && (branches[i] as Digit).offset > rest) i--;
    const { offset, stride, codes } = branches[i] as Digit;
    return codes[Math.floor((rest - offset) / stride) % codes.length] as number;
  };
}
