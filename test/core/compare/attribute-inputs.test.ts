import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeInputs, type Attribution } from '../../../src/core/compare/attribute-inputs.js';
import { inputDifferences, withInputsOf } from '../../../src/core/compare/input-differences.js';
import { inputGroups } from '../../../src/core/compare/input-groups.js';
import type { Design } from '../../../src/core/inputs/design.js';
import { quantity } from '../../../src/core/quantities/registry.js';
import { designOfPreset } from '../../features/evaluation-of-preset.js';
import { validDesign } from '../design-arbitrary.js';

const batchTime = quantity('total-time');
const fig3 = designOfPreset('fig3');

function attributed(a: Design, b: Design): Attribution {
  const attribution = attributeInputs(a, b, batchTime);
  if (attribution === null) throw new Error('there is no batch time');
  return attribution;
}

/** Apart by no more than rounding, against the larger of both batch times. */
function near(actual: number, expected: number, { from, to }: Attribution): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.max(from, to));
}

describe('the inputs that differ', () => {
  it('turn one design into the other', () => {
    fc.assert(
      fc.property(validDesign, validDesign, (a, b) => {
        const differences = inputDifferences([a, b]);
        const made = withInputsOf(a, differences, 1);
        expect(inputDifferences([made, b])).toEqual([]);
        expect(withInputsOf(made, differences, 0)).toEqual(a);
      }),
    );
  });

  it('have the degrees as one, and tiers that are not as many as one', () => {
    const other: Design = {
      ...fig3,
      system: { ...fig3.system, networks: fig3.system.networks.slice(0, 1) },
      strategy: { ...fig3.strategy, tensor_par: 4, data_par: 16, fused_activation: !fig3.strategy.fused_activation },
    };
    const groups = inputGroups(inputDifferences([fig3, other]));
    expect(groups.map(({ inputs }) => inputs.map(({ path }) => path))).toEqual([
      ['networks'],
      ['tensor_par', 'data_par'],
      ['fused_activation'],
    ]);
  });

  it('compare more than two designs', () => {
    const with96: Design = { ...fig3, system: { ...fig3.system, mem1: { ...fig3.system.mem1, GiB: 96 } } };
    expect(inputDifferences([fig3, with96, fig3])).toEqual([
      { part: 'system', path: 'mem1.GiB', values: [80, 96, 80] },
    ]);
  });
});

describe('the attribution to inputs', () => {
  it('adds up to the difference of the batch time, over all orders and over some', () => {
    const walked = new Set<boolean>();
    fc.assert(
      fc.property(validDesign, validDesign, (a, b) => {
        // the strategies on one machine differ in few inputs, whole designs in many
        for (const other of [b, { ...a, model: b.model }]) {
          const attribution = attributeInputs(a, other, batchTime);
          if (attribution === null) continue;
          walked.add(attribution.allOrders);
          const sum = attribution.effects.reduce((total, { effect }) => total + effect, 0);
          near(sum, attribution.to - attribution.from, attribution);
        }
      }),
      { numRuns: 15 },
    );
    expect(walked).toEqual(new Set([true, false]));
  });

  it('is the opposite the other way round', () => {
    fc.assert(
      fc.property(validDesign, validDesign, (a, { model }) => {
        const there = attributeInputs(a, { ...a, model }, batchTime);
        const back = attributeInputs({ ...a, model }, a, batchTime);
        if (there === null || back === null) return;
        for (const [index, { effect }] of there.effects.entries())
          near(back.effects[index]?.effect ?? NaN, -effect, there);
      }),
      { numRuns: 40 },
    );
  });

  it('gives one changed input all of the change, and an input that does nothing none of it', () => {
    const faster: Design = { ...fig3, system: { ...fig3.system, mem1: { ...fig3.system.mem1, GBps: 4096 } } };
    const one = attributed(fig3, faster);
    expect(one.effects.map(({ group }) => group.id)).toEqual(['system.mem1.GBps']);
    near(one.effects[0]?.effect ?? NaN, one.to - one.from, one);
    const larger: Design = { ...faster, system: { ...faster.system, mem1: { ...faster.system.mem1, GiB: 96 } } };
    const two = attributed(fig3, larger);
    expect(two.effects.find(({ group }) => group.id === 'system.mem1.GiB')?.effect).toBe(0);
  });

  it('passes over what is invalid on the way: inputs that only move together share the change', () => {
    const { system, strategy } = fig3;
    const a: Design = { ...fig3, strategy: { ...strategy, tensor_par_comm_type: 'ar', seq_par_ag_redo: false } };
    const redo = { tensor_par_comm_type: 'rs_ag', seq_par_ag_redo: true, activation_recompute: 'none' } as const;
    const b: Design = { model: fig3.model, system, strategy: { ...a.strategy, ...redo } };
    const attribution = attributed(a, b);
    expect(attribution.effects).toHaveLength(3);
    near(
      attribution.effects.reduce((sum, { effect }) => sum + effect, 0),
      attribution.to - attribution.from,
      attribution,
    );
  });

  it('says nothing of an invalid design', () => {
    const invalid: Design = { ...fig3, strategy: { ...fig3.strategy, tensor_par: 7 } };
    expect(attributeInputs(fig3, invalid, batchTime)).toBeNull();
  });
});
