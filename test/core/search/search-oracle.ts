import { readFileSync } from 'node:fs';
import type { Datatype, ModelInput, SystemInput } from '../../../src/core/inputs/design.js';
import { readTransformer } from '../../../src/core/model/transformer.js';
import { ALL_OPTIONS } from '../../../src/core/search/request.js';
import type { SearchRequest } from '../../../src/core/search/request.js';
import { readSystem } from '../../../src/core/system/system.js';

/** One search of the reference implementation. */
export interface OracleSearch {
  readonly model: ModelInput;
  readonly modelName: string;
  readonly system: SystemInput;
  readonly systemName: string;
  readonly num_procs: number;
  readonly max_batch_size: number;
  readonly datatype: Datatype;
  readonly fused_activation: 'true' | 'false' | 'both';
  readonly mbs_break: boolean;
  readonly tp_overlap: boolean;
  readonly dp_overlap: boolean;
  readonly strategies: number;
  readonly feasible: number;
  readonly top_sample_rates: readonly number[];
}

export const searches = JSON.parse(
  readFileSync(new URL('../../oracle/search.json', import.meta.url), 'utf8'),
) as readonly OracleSearch[];

export function requestOf(oracle: OracleSearch): SearchRequest {
  return {
    model: readTransformer(oracle.model),
    system: readSystem(oracle.system),
    processors: oracle.num_procs,
    maxBatch: oracle.max_batch_size,
    datatype: oracle.datatype,
    microbatchBreak: oracle.mbs_break,
    objective: 'rate',
    hbmLimitBytes: null,
    leastRate: 0,
    options: {
      ...ALL_OPTIONS,
      tensorOverlap: oracle.tp_overlap ? ALL_OPTIONS.tensorOverlap : ['none'],
      dataOverlap: oracle.dp_overlap ? ALL_OPTIONS.dataOverlap : [false],
      fusedActivation:
        oracle.fused_activation === 'both' ? ALL_OPTIONS.fusedActivation : [oracle.fused_activation === 'true'],
    },
  };
}
