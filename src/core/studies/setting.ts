import type { Datatype, Design, ModelInput, StrategyInput, SystemInput } from '../inputs/design.js';
import { WHOLE_SEARCH } from '../inputs/search-input.js';
import type { SearchInput } from '../inputs/search-input.js';

/** A strategy for a question that searches: only its processors and its datatype count. */
export function searchedStrategy(processors: number, datatype: Datatype = 'float16'): StrategyInput {
  return {
    num_procs: processors,
    tensor_par: 1,
    pipeline_par: 1,
    data_par: processors,
    tensor_par_net: 0,
    pipeline_par_net: 0,
    data_par_net: 0,
    batch_size: processors,
    microbatch_size: 1,
    datatype,
    fused_activation: false,
    attention_type: 'multihead',
    activation_recompute: 'full',
    pipeline_interleaving: 1,
    optimizer_sharding: false,
    tensor_par_comm_type: 'ar',
    tensor_par_overlap: 'none',
    seq_par_ag_redo: false,
    data_par_overlap: false,
    weight_offload: false,
    activations_offload: false,
    optimizer_offload: false,
    training: true,
  };
}

export const searchedDesign = (
  model: ModelInput,
  system: SystemInput,
  processors: number,
  datatype?: Datatype,
): Design => ({ model, system, strategy: searchedStrategy(processors, datatype) });

/** What a study changes of a system; what is left out stays. */
export interface Hardware {
  readonly hbmGiB?: number;
  readonly hbmGBps?: number;
  readonly tier2GiB?: number;
  readonly tier2GBps?: number;
  /** Most endpoints of the fastest network. */
  readonly domain?: number;
}

export function withHardware(system: SystemInput, change: Hardware): SystemInput {
  const { hbmGiB, hbmGBps, tier2GiB, tier2GBps, domain } = change;
  const { mem1, mem2, networks } = system;
  return {
    ...system,
    mem1: { ...mem1, GiB: hbmGiB ?? mem1.GiB, GBps: hbmGBps ?? mem1.GBps },
    mem2: { ...mem2, GiB: tier2GiB ?? mem2.GiB, GBps: tier2GBps ?? mem2.GBps },
    networks:
      domain === undefined
        ? networks
        : networks.map((network, tier) => (tier === 0 ? { ...network, size: domain } : network)),
  };
}

/** TP on the fastest tier, PP and DP on the next. */
export const STACKED_TIERS: SearchInput['allowed'] = {
  tensor_par_net: ['0'],
  pipeline_par_net: ['1'],
  data_par_net: ['1'],
};

/** The same without any option that a search may switch on, but for recompute, the kind of TP exchange and offload. */
export const PLAIN_OPTIONS: SearchInput['allowed'] = {
  ...STACKED_TIERS,
  fused_activation: ['false'],
  optimizer_sharding: ['false'],
  tensor_par_overlap: ['none'],
  data_par_overlap: ['false'],
};

const exactly = (value: number): readonly [number, number] => [value, value];

/** What a search is held to: degrees, microbatch b, interleaving v. */
interface Held {
  readonly t?: number;
  readonly p?: number;
  readonly d?: number;
  readonly b?: number;
  readonly v?: number;
}

/** Every strategy, with or without the microbatch break. */
export const wholeSearch = (maxBatch: number, microbatchBreak: boolean): SearchInput =>
  searchOf(maxBatch, {}, {}, { microbatch_break: microbatchBreak });

/** A search with some of these given; what is left out is free. */
export function searchOf(
  maxBatch: number,
  held: Held,
  allowed: SearchInput['allowed'] = {},
  rest: Partial<SearchInput> = {},
): SearchInput {
  const { t, p, d, b, v } = held;
  return {
    ...WHOLE_SEARCH,
    max_batch: maxBatch,
    bounds: {
      ...(t === undefined ? {} : { tensor_par: exactly(t) }),
      ...(p === undefined ? {} : { pipeline_par: exactly(p) }),
      ...(d === undefined ? {} : { data_par: exactly(d) }),
      ...(v === undefined ? {} : { pipeline_interleaving: exactly(v) }),
      ...(b === undefined ? {} : { microbatch_size: exactly(b) }),
    },
    allowed,
    ...rest,
  };
}
