import type { DesignPart } from '../inputs/design.js';

/** A rule that a malformed request breaks: the request has no meaning and no numbers. */
export type InvalidCode =
  | 'processors_product'
  | 'batch_by_data'
  | 'batch_by_microbatch'
  | 'hidden_by_tensor'
  | 'feedforward_by_tensor'
  | 'heads_by_tensor'
  | 'tokens_by_tensor'
  | 'interleaving_without_pipeline'
  | 'interleaving_by_blocks'
  | 'sharding_needs_data'
  | 'data_overlap_needs_data'
  | 'tensor_overlap_needs_tensor'
  | 'recompute_needs_training'
  | 'data_overlap_needs_training'
  | 'optimizer_offload_needs_training'
  | 'redo_needs_sequence_parallel'
  | 'redo_without_recompute'
  | 'network_exists'
  | 'datatype_on_system';

/** A limit of the machine that a well-formed strategy breaks; its numbers can still be computed. */
export type InfeasibleCode =
  'network_size' | 'network_not_filled' | 'offload_needs_blocks' | 'tier1_capacity' | 'tier2_capacity';

/** An input that takes part in a reason. */
export interface ReasonField {
  readonly part: DesignPart;
  readonly path: string;
}

/** Why a design is invalid or infeasible, with the numbers that break the rule. */
export interface Reason<Code extends string = InvalidCode | InfeasibleCode> {
  readonly code: Code;
  /** A whole sentence for a person, with the numbers and their units. */
  readonly message: string;
  /** What has to hold, in words: "at most 80 GiB", "a divisor of 96". */
  readonly allowed: string;
  /** Inputs to look at, the one most often changed first. */
  readonly fields: readonly ReasonField[];
  /** The offending quantity in SI units (bytes, counts). */
  readonly actual: number;
  /** The limit it breaks, in the same unit. */
  readonly limit: number;
}
