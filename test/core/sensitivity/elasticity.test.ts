import { describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../../src/core/evaluate.js';
import type { Design } from '../../../src/core/inputs/design.js';
import { elasticity, improved, neighboursOf } from '../../../src/core/sensitivity/elasticity.js';
import { hardwareAt, hardwareNumbers, withHardwareAt } from '../../../src/core/sensitivity/hardware-numbers.js';
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
    value === null
      ? null
      : { value, rate: rateOf({ ...design, system: withHardwareAt(design.system, number.path, value) }) };
  const { down, up } = neighboursOf(number, 1e-4);
  return elasticity({ value: number.value, rate: rateOf(design) }, at(down), at(up));
}
const feasible = oracle.cases.map(designOf).filter((design) => rateOf(design) !== null);

describe('hardware numbers', () => {
  it('are all numbers of the system in this datatype, and each is changed alone', () => {
    const [design] = feasible as [Design];
    const numbers = numbersOf(design);
    const tiers = design.system.networks.length;
    expect(numbers).toHaveLength(6 + 5 * tiers);
    for (const { path, value } of numbers) {
      const other = withHardwareAt(design.system, path, value + 1);
      expect(hardwareAt(other, path)).toBe(value + 1);
      expect(withHardwareAt(other, path, value)).toEqual(design.system);
    }
    expect(hardwareAt(design.system, 'networks.99.size')).toBeNull();
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
