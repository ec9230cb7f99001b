import fc from 'fast-check';
import { RECOMPUTE_MODES, TENSOR_COMMUNICATIONS, TENSOR_OVERLAPS } from '../../src/core/inputs/design.js';
import type { Design, ModelInput, StrategyInput, SystemInput } from '../../src/core/inputs/design.js';
import { interleavingChoices, microbatchChoices, tensorChoices } from '../../src/core/strategy/degrees.js';
import { divisors } from '../../src/core/strategy/divisors.js';
import { oracle } from './oracle.js';

const unique = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((each) => [JSON.stringify(each), each])).values(),
];
const models: readonly ModelInput[] = unique(oracle.cases.map((each) => each.model));
const systems: readonly SystemInput[] = Object.values(oracle.systems);

/** An index into a list whose length is known only later. */
const pick = fc.nat({ max: 1e6 });
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** Any valid strategy of any of the oracle's models on any of its systems; feasible or not. */
export const validDesign: fc.Arbitrary<Design> = fc
  .record({
    model: fc.constantFrom(...models),
    system: fc.constantFrom(...systems),
    processors: fc.constantFrom(1, 2, 8, 12, 64, 96, 512, 1000, 4096),
    picks: fc.array(pick, { minLength: 8, maxLength: 8 }),
    flags: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
    recompute: fc.constantFrom(...RECOMPUTE_MODES),
    exchange: fc.constantFrom(...TENSOR_COMMUNICATIONS),
    overlap: fc.constantFrom(...TENSOR_OVERLAPS),
    batches: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ model, system, processors, picks, flags, recompute, exchange, overlap, batches }) => {
    const [i0, i1, i2, i3, i4, i5, i6, i7] = picks as [number, number, number, number, number, number, number, number];
    const [fused, queries, sharding, redo, dataOverlap, weights, activations, optimizer, training] = flags;
    const t = at(tensorChoices(model, processors), i0);
    const p = at(
      divisors(processors / t).filter((each) => each <= model.num_blocks),
      i1,
    );
    const d = processors / (t * p);
    const tiers = system.networks.length;
    const draft: StrategyInput = {
      num_procs: processors,
      tensor_par: t,
      pipeline_par: p,
      data_par: d,
      tensor_par_net: i2 % tiers,
      pipeline_par_net: i3 % tiers,
      data_par_net: i4 % tiers,
      batch_size: d * batches,
      microbatch_size: 1,
      datatype: at(Object.keys(system.matrix) as (keyof SystemInput['matrix'])[], i5),
      fused_activation: fused === true,
      attention_type: queries === true ? 'multiquery' : 'multihead',
      activation_recompute: training === true ? recompute : 'none',
      pipeline_interleaving: 1,
      optimizer_sharding: sharding === true && d > 1,
      tensor_par_comm_type: exchange,
      tensor_par_overlap: t > 1 ? overlap : 'none',
      seq_par_ag_redo: redo === true && exchange === 'rs_ag' && (training !== true || recompute !== 'full'),
      data_par_overlap: dataOverlap === true && d > 1 && training === true,
      weight_offload: weights === true,
      activations_offload: activations === true,
      optimizer_offload: optimizer === true && training === true,
      training: training === true,
    };
    const microbatches = microbatchChoices(model, draft);
    return {
      model,
      system,
      strategy: {
        ...draft,
        microbatch_size: microbatches.length === 0 ? 1 : at(microbatches, i6),
        pipeline_interleaving: at(interleavingChoices(model, draft), i7),
        // No microbatch of this batch splits over the group: exchange whole activations.
        ...(microbatches.length === 0 ? { tensor_par_comm_type: 'ar' as const, seq_par_ag_redo: false } : {}),
      },
    };
  });
