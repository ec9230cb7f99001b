import { describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../src/core/evaluate.js';
import type { Design, ModelInput, StrategyInput, SystemInput } from '../../src/core/inputs/design.js';
import { reportDesign } from '../../src/core/report.js';
import { optionChanges } from '../../src/core/strategy/option-changes.js';
import type { Reason } from '../../src/core/strategy/reasons.js';
import { oracle } from './oracle.js';

const model: ModelInput = {
  hidden: 12288,
  feedforward: 49152,
  seq_size: 2048,
  attn_heads: 96,
  attn_size: 128,
  num_blocks: 96,
};
const system = oracle.systems.a100_80g as SystemInput;
const strategy: StrategyInput = {
  num_procs: 4096,
  tensor_par: 8,
  pipeline_par: 64,
  data_par: 8,
  tensor_par_net: 0,
  pipeline_par_net: 1,
  data_par_net: 1,
  batch_size: 2320,
  microbatch_size: 1,
  datatype: 'float16',
  fused_activation: true,
  attention_type: 'multihead',
  activation_recompute: 'full',
  pipeline_interleaving: 2,
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

const design = (changes: Partial<StrategyInput>, machine: SystemInput = system): Design => ({
  model,
  system: machine,
  strategy: { ...strategy, ...changes },
});

function reasons(each: Design): readonly Reason[] {
  const outcome = evaluateDesign(each);
  return outcome.kind === 'feasible' ? [] : outcome.reasons;
}
const codes = (each: Design): string[] => reasons(each).map((reason) => reason.code);

describe('an invalid strategy says every rule it breaks', () => {
  it.each<[Partial<StrategyInput>, string]>([
    [{ num_procs: 4095 }, 'processors_product'],
    [{ batch_size: 2321 }, 'batch_by_data'],
    [{ microbatch_size: 3 }, 'batch_by_microbatch'],
    [{ tensor_par: 5, num_procs: 5 * 512 }, 'hidden_by_tensor'],
    [{ tensor_par: 5, num_procs: 5 * 512 }, 'feedforward_by_tensor'],
    [{ tensor_par: 64, pipeline_par: 8 }, 'heads_by_tensor'],
    [{ pipeline_par: 1, num_procs: 64 }, 'interleaving_without_pipeline'],
    [{ pipeline_interleaving: 4 }, 'interleaving_by_blocks'],
    [{ data_par: 1, num_procs: 512, optimizer_sharding: true }, 'sharding_needs_data'],
    [{ data_par: 1, num_procs: 512, data_par_overlap: true }, 'data_overlap_needs_data'],
    [{ tensor_par: 1, num_procs: 512, tensor_par_overlap: 'ring' }, 'tensor_overlap_needs_tensor'],
    [{ training: false }, 'recompute_needs_training'],
    [{ training: false, data_par_overlap: true }, 'data_overlap_needs_training'],
    [{ training: false, optimizer_offload: true }, 'optimizer_offload_needs_training'],
    [{ seq_par_ag_redo: true }, 'redo_needs_sequence_parallel'],
    [{ seq_par_ag_redo: true, tensor_par_comm_type: 'rs_ag' }, 'redo_without_recompute'],
    [{ data_par_net: 2 }, 'network_exists'],
    [{ datatype: 'float8' }, 'datatype_on_system'],
  ])('%o: %s', (changes, code) => {
    expect(codes(design(changes))).toContain(code);
    expect(evaluateDesign(design(changes)).kind).toBe('invalid');
  });

  it('counts one as one', () => {
    const messages = (changes: Partial<StrategyInput>, sizes: Partial<ModelInput> = {}): string[] =>
      reasons({ ...design(changes), model: { ...model, ...sizes } }).map(({ message }) => message);
    expect(messages({ pipeline_par: 128, num_procs: 8192 })).toContain(
      'A stage’s 1 block does not divide into 2 chunks.',
    );
    expect(messages({ pipeline_interleaving: 4 })).toContain('A stage’s 2 blocks do not divide into 4 chunks.');
    expect(messages({ batch_size: 8, microbatch_size: 2 })).toContain(
      'Each replica’s 1 sample does not divide into microbatches of 2.',
    );
    expect(messages({ batch_size: 16, microbatch_size: 3 })).toContain(
      'Each replica’s 2 samples do not divide into microbatches of 3.',
    );
    expect(messages({ tensor_par_comm_type: 'rs_ag' }, { seq_size: 1 })).toContain(
      'A microbatch’s 1 token does not divide over 8 tensor-parallel processors, which splitting it needs.',
    );
    expect(messages({ num_procs: 1 })).toContain('t 8 · p 64 · d 8 = 4096, not the 1 processor there is.');
  });

  it('names the one network tier there is', () => {
    const single = { ...system, networks: system.networks.slice(0, 1) };
    const found = reasons(design({ pipeline_par_net: 0, data_par_net: 1 }, single));
    expect(found.find(({ code }) => code === 'network_exists')).toMatchObject({
      message: 'Data-parallel traffic uses network tier 1; the system has tier 0 only.',
      allowed: '0',
    });
  });

  it('splits tokens only where the exchange does', () => {
    const odd = { ...design({ tensor_par_comm_type: 'rs_ag' }), model: { ...model, seq_size: 2047 } };
    expect(codes(odd)).toEqual(['tokens_by_tensor']);
    expect(codes({ ...odd, strategy: { ...odd.strategy, tensor_par_comm_type: 'ar' } })).toEqual([]);
  });

  it('names all of them at once, with numbers, allowed values and fields', () => {
    const found = reasons(design({ num_procs: 4000, batch_size: 7, training: false, tensor_par_net: 9 }));
    expect(found.map((reason) => reason.code)).toEqual([
      'processors_product',
      'batch_by_data',
      'recompute_needs_training',
      'network_exists',
    ]);
    expect(found[0]).toMatchObject({ actual: 4096, limit: 4000, allowed: 't · p · d = 4000' });
    for (const reason of found) expect(reason.fields.length).toBeGreaterThan(0);
  });
});

describe('an infeasible strategy says every limit it breaks and keeps its numbers', () => {
  it('needs more HBM than there is', () => {
    const outcome = evaluateDesign(design({}, { ...system, mem1: { ...system.mem1, GiB: 8 } }));
    expect(outcome).toMatchObject({
      kind: 'infeasible',
      reasons: [{ code: 'tier1_capacity', message: 'HBM needs 17.4 GiB, has 8.00 GiB.' }],
    });
    expect(outcome.kind === 'infeasible' && outcome.evaluation.time.totalSeconds).toBeCloseTo(16.715, 3);
  });

  it('breaks several limits at once', () => {
    const small = { ...system, mem1: { ...system.mem1, GiB: 1 }, mem2: { ...system.mem2, GiB: 0.5 } };
    expect(codes(design({ weight_offload: true, tensor_par: 32, data_par: 2 }, small))).toEqual([
      'network_size',
      'network_not_filled',
      'offload_needs_blocks',
      'tier1_capacity',
    ]);
    expect(codes(design({ weight_offload: true }, small))).toEqual([
      'offload_needs_blocks',
      'tier1_capacity',
      'tier2_capacity',
    ]);
  });

  it('fills a tier that must be filled, and need not fill another', () => {
    const twelve = {
      ...system,
      networks: system.networks.map((network, i) => (i === 0 ? { ...network, size: 12 } : network)),
    };
    expect(codes(design({}, twelve))).toEqual(['network_not_filled']);
    const loose = { ...twelve, networks: twelve.networks.map((network) => ({ ...network, must_be_filled: false })) };
    expect(codes(design({}, loose))).toEqual([]);
  });

  it('counts the degrees that share a tier together', () => {
    expect(codes(design({ data_par_net: 0 }))).toContain('network_size');
  });
});

describe('what flipping an option would do', () => {
  const option = (path: string, value: unknown) =>
    reportDesign(design({})).options.find((each) => each.path === path && each.value === value);

  it('says by how much, and why not', () => {
    expect(option('fused_activation', true)).toMatchObject({ current: true, timeChange: 0, memoryChange: 0 });
    expect(option('optimizer_sharding', true)?.memoryChange).toBeLessThan(-0.1);
    expect(option('seq_par_ag_redo', true)).toMatchObject({ kind: 'invalid', timeChange: null });
    expect(option('datatype', 'float8')?.reasons[0]?.code).toBe('datatype_on_system');
    expect(option('activation_recompute', 'none')).toMatchObject({ kind: 'infeasible' });
  });

  it('takes along what loses its meaning', () => {
    expect(option('training', false)).toMatchObject({ kind: 'feasible' });
    const repeating = { ...strategy, seq_par_ag_redo: true, tensor_par_comm_type: 'rs_ag' as const };
    expect(optionChanges(repeating, 'tensor_par_comm_type', 'ar')).toEqual({
      tensor_par_comm_type: 'ar',
      seq_par_ag_redo: false,
    });
    expect(optionChanges(repeating, 'activation_recompute', 'full')).toHaveProperty('seq_par_ag_redo', false);
    expect(optionChanges(repeating, 'fused_activation', false)).toEqual({ fused_activation: false });
  });
});
