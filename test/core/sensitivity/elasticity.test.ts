import { describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../../src/core/evaluate.js';
import type { Design } from '../../../src/core/inputs/design.js';
import { elasticity, improved, neighboursOf } from '../../../src/core/sensitivity/elasticity.js';
import { hardwareAt, withHardwareAt } from '../../../src/core/sensitivity/hardware-at.js';
import { hardwareNumbers } from '../../../src/core/sensitivity/hardware-numbers.js';
import type { HardwareNumber } from '../../../src/core/sensitivity/hardware-numbers.js';
import { designOf, oracle } from '../oracle.js';

const rateOf = (design: Design): number | null => {
  const outcome = evaluateDesign(design);
  return outcome.kind === 'feasible' ? outcome.evaluation.efficiency.sampleRate : null;
};
const numbersOf = ({ system, strategy }: Design): readonly HardwareNumber[] =>
  hardwareNumbers(system, strategy.datatype);
function elasticityOf(design: Design, number: HardwareNumber) {
  const at = (value: number | null) =>
    value === null ? null : { value, rate: rateOf({ ...design, system: number.systemAt(value) }) };
  const { down, up } = neighboursOf(number, 1e-4);
  return elasticity({ value: number.value, rate: rateOf(design) }, at(down), at(up));
}
const feasible = oracle.cases.map(designOf).filter((design) => rateOf(design) !== null);

describe('hardware numbers', () => {
  it('are all numbers of the system in this datatype, and each is changed alone', () => {
    const [design] = feasible as [Design];
    const numbers = numbersOf(design);
    const tiers = design.system.networks.length;
    expect(numbers).toHaveLength(10 + 9 * tiers);
    for (const { path, value, systemAt } of numbers) {
      expect(systemAt(value)).toEqual(design.system);
      if (hardwareAt(design.system, path) === null) continue;
      const other = withHardwareAt(design.system, path, value + 1);
      expect(hardwareAt(other, path)).toBe(value + 1);
      expect(systemAt(value + 1)).toEqual(other);
    }
    expect(hardwareAt(design.system, 'networks.99.size')).toBeNull();
  });

  it('are of a curve its highest efficiency, the others in proportion, and of a collective its factor', () => {
    const [design] = feasible as [Design];
    const { system } = design;
    const numberAt = (path: string): HardwareNumber => {
      const found = numbersOf(design).find((number) => number.path === path);
      if (found === undefined) throw new Error(`no ${path}`);
      return found;
    };
    const matrix = numberAt(`matrix.${design.strategy.datatype}.gflops_efficiency`);
    expect(matrix).toMatchObject({ label: 'Matrix efficiency, highest', lessIsBetter: false });
    const curve = system.matrix[design.strategy.datatype]?.gflops_efficiency ?? [];
    expect(matrix.value).toBe(Math.max(...curve.map(([, efficiency]) => efficiency)));
    const half = matrix.systemAt(matrix.value / 2).matrix[design.strategy.datatype]?.gflops_efficiency ?? [];
    half.forEach(([threshold, efficiency], i) => {
      expect(threshold).toBe(curve[i]?.[0]);
      expect(efficiency).toBeCloseTo((curve[i]?.[1] ?? 0) / 2, 12);
    });
    const reduce = numberAt('networks.0.ops.all_reduce');
    expect(reduce).toMatchObject({ label: 'Tier 0: all-reduce factor', lessIsBetter: true });
    const [, offset] = system.networks[0]?.ops.all_reduce ?? [];
    expect(reduce.systemAt(3).networks[0]?.ops.all_reduce).toEqual([3, offset]);
    expect(reduce.systemAt(3).networks.slice(1)).toEqual(system.networks.slice(1));
  });

  // an operation's time is its work over peak × efficiency, and a curve is looked up by work
  it('have the efficiency of an engine count as much as its peak, and that of a memory as much as its bandwidth', () => {
    const pairs = [
      [/^matrix.*tflops$/, /^matrix.*efficiency$/],
      [/^vector.*tflops$/, /^vector.*efficiency$/],
      [/^mem1.GBps$/, /^mem1.*efficiency$/],
    ] as const;
    for (const design of feasible.filter((_, i) => i % 13 === 0))
      for (const [rate, efficiency] of pairs) {
        const of = (path: RegExp): number => {
          const number = numbersOf(design).find((each) => path.test(each.path)) as HardwareNumber;
          return elasticityOf(design, number).value ?? 0;
        };
        expect(of(efficiency)).toBeCloseTo(of(rate), 3);
      }
  });

  it('stay within what their field allows', () => {
    for (const number of feasible.slice(0, 40).flatMap(numbersOf)) {
      const { field } = number;
      const { down, up } = neighboursOf(number, 0.005);
      for (const value of [down, up, improved(number, 2)]) {
        if (value === null) continue;
        expect(value).not.toBe(number.value);
        expect(value).toBeGreaterThanOrEqual(field.min);
        expect(value).toBeLessThanOrEqual(field.max);
        expect(field.integer && !Number.isInteger(value)).toBe(false);
      }
    }
  });
});

describe('elasticity', () => {
  // every time is a size over a rate, or a latency: a machine λ times as fast throughout has λ times the rate
  it('adds up to one over all rates and latencies', () => {
    for (const design of feasible.filter((_, i) => i % 7 === 0)) {
      const total = numbersOf(design)
        .filter(({ path }) => /tflops|GBps|bandwidth|latency/.test(path))
        .reduce((sum, number) => {
          const each = elasticityOf(design, number).value ?? 0;
          return sum + (number.lessIsBetter ? -each : each);
        }, 0);
      expect(total).toBeCloseTo(1, 3);
    }
  });

  it('is a law of a small change: with the number times k the rate is times k to the elasticity', () => {
    const k = 1 + 1e-5;
    for (const design of feasible.filter((_, i) => i % 11 === 0)) {
      for (const number of numbersOf(design).filter(({ value, field }) => value > 0 && !field.integer)) {
        const system = number.systemAt(Math.min(number.field.max, number.value * k));
        const ratio = (rateOf({ ...design, system }) ?? 0) / (rateOf(design) ?? 0);
        const moved = Math.min(number.field.max, number.value * k) / number.value;
        const { value } = elasticityOf(design, number);
        // a capacity that is full to the last byte fits on one side only
        if (value === null || ratio === 0) continue;
        expect(Math.abs(ratio / moved ** value - 1)).toBeLessThan(1e-7);
      }
    }
  });

  /*
   * The law behind the sum: an efficiency is looked up by the size of an operation or a transfer, which no rate of the
   * machine changes, so that every time is a size over a rate times a constant, or a latency.
   */
  it('adds up to one because a machine k times as fast throughout has exactly k times the rate', () => {
    for (const k of [0.5, 2, 3.7]) {
      for (const design of feasible) {
        const faster = numbersOf(design)
          .filter(({ path }) => /tflops|GBps|bandwidth|latency/.test(path))
          .reduce(
            (system, { path, value, lessIsBetter }) =>
              withHardwareAt(system, path, lessIsBetter ? value / k : value * k),
            design.system,
          );
        const rate = rateOf({ ...design, system: faster }) ?? 0;
        expect(Math.abs(rate / (k * (rateOf(design) ?? 0)) - 1)).toBeLessThan(1e-12);
      }
    }
  });

  it('is the finite difference done by hand, of the batch time', () => {
    const [design] = feasible as [Design];
    const number = numbersOf(design).find(({ path }) => path === 'mem1.GBps') as HardwareNumber;
    const secondsAt = (GBps: number): number => {
      const outcome = evaluateDesign({
        ...design,
        system: { ...design.system, mem1: { ...design.system.mem1, GBps } },
      });
      return outcome.kind === 'feasible' ? outcome.evaluation.time.totalSeconds : Number.NaN;
    };
    const { GBps } = design.system.mem1;
    // the share of the batch that waits for this memory: seconds saved for each percent
    const byHand = (secondsAt(GBps * 0.9999) - secondsAt(GBps * 1.0001)) / (0.0002 * secondsAt(GBps));
    expect(elasticityOf(design, number).value).toBeCloseTo(byHand, 6);
  });

  it('is 0 for a capacity and a size that neither neighbour runs out of', () => {
    for (const design of feasible.slice(0, 30)) {
      for (const number of numbersOf(design).filter(({ path }) => /GiB|size/.test(path)))
        expect(elasticityOf(design, number).value ?? 0).toBe(0);
    }
  });

  it('is exact for a power, on one side where the other is infeasible, and nothing for a number of 0', () => {
    const at = (value: number) => ({ value, rate: value ** 1.5 });
    const nothing = { value: 2, rate: null };
    expect(elasticity(at(2), at(1.9), at(2.1)).value).toBeCloseTo(1.5, 12);
    expect(elasticity(at(2), nothing, at(2.1))).toMatchObject({ sides: 'up' });
    expect(elasticity(at(2), at(1.9), null).value).toBeCloseTo(1.5, 12);
    expect(elasticity(nothing, at(1.9), null)).toEqual({ value: null, sides: 'none' });
    const number = { ...(numbersOf(feasible[0] as Design)[0] as HardwareNumber), value: 0 };
    expect(neighboursOf(number, 0.005)).toEqual({ down: null, up: null });
  });
});
