import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../src/core/evaluate.js';
import type { Design } from '../../src/core/inputs/design.js';
import { QUANTITIES, TIME_PARTS, quantity } from '../../src/core/quantities/registry.js';
import { reportDesign } from '../../src/core/report.js';
import { validDesign } from './design-arbitrary.js';

function evaluationOf(design: Design) {
  const outcome = evaluateDesign(design);
  if (outcome.kind === 'invalid') throw new Error(outcome.reasons.map((reason) => reason.message).join(' '));
  return outcome.evaluation;
}

describe('any valid design', () => {
  it('has finite, non-negative numbers only', () => {
    fc.assert(
      fc.property(validDesign, (design) => {
        const evaluation = evaluationOf(design);
        for (const { id, value } of QUANTITIES) {
          const number = value(evaluation);
          if (number === null) continue;
          expect(Number.isFinite(number), id).toBe(true);
          expect(number, id).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('spends its batch time on the eleven parts and nothing else', () => {
    fc.assert(
      fc.property(validDesign, (design) => {
        const evaluation = evaluationOf(design);
        const sum = TIME_PARTS.reduce((total, id) => total + (quantity(id).value(evaluation) ?? 0), 0);
        expect(Math.abs(sum / evaluation.time.totalSeconds - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it('holds on tier 1 what its classes keep there, and on tier 2 what moved', () => {
    fc.assert(
      fc.property(validDesign, (design) => {
        const { memory, strategy, block } = evaluationOf(design);
        const blocks = Math.ceil(design.model.num_blocks / strategy.pipelineParallel);
        const { weightOffload: w, activationOffload: a, optimizerOffload: o } = strategy;
        const tier1 =
          (w ? memory.weightKeptBytes : memory.weightBytes) +
          (a ? memory.activationKeptBytes : memory.activationBytes) +
          (a ? memory.checkpointKeptBytes : memory.checkpointBytes) +
          (o ? memory.weightGradientKeptBytes : memory.weightGradientBytes) +
          (o ? memory.optimizerKeptBytes : memory.optimizerBytes) +
          memory.activationGradientBytes;
        const tier2 =
          (w ? memory.weightBytes : 0) +
          (a ? (strategy.recompute === 'full' ? memory.checkpointBytes : memory.activationBytes) : 0) +
          (o ? blocks * (block.weightGradientBytes + block.optimizerStateBytes) : 0);
        expect(memory.tier1Bytes).toBeCloseTo(tier1, -1);
        expect(memory.tier2Bytes).toBeCloseTo(tier2, -1);
      }),
    );
  });

  it('exposes no more of a network than its link time, where nothing overlaps', () => {
    fc.assert(
      fc.property(validDesign, (design) => {
        const { time, strategy } = evaluationOf(design);
        if (strategy.tensorOverlap === 'none')
          expect(time.tensorExposedSeconds).toBeCloseTo(time.tensorLinkSeconds, 12);
        if (!strategy.dataOverlap) expect(time.dataExposedSeconds).toBe(time.dataLinkSeconds);
        expect(time.pipelineExposedSeconds).toBe(time.pipelineLinkSeconds);
      }),
    );
  });

  it('stays feasible when a capacity grows', () => {
    fc.assert(
      fc.property(
        validDesign,
        fc.constantFrom('mem1', 'mem2'),
        fc.double({ min: 1, max: 10, noNaN: true }),
        (design, tier, factor) => {
          fc.pre(evaluateDesign(design).kind === 'feasible');
          const memory = { ...design.system[tier], GiB: design.system[tier].GiB * factor };
          expect(evaluateDesign({ ...design, system: { ...design.system, [tier]: memory } }).kind).toBe('feasible');
        },
      ),
    );
  });

  it('is not changed by evaluating it', () => {
    fc.assert(
      fc.property(validDesign, (design) => {
        const before = JSON.stringify(design);
        evaluateDesign(design);
        expect(JSON.stringify(design)).toBe(before);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the report', () => {
  it('has the layers of the block its evaluation added up, and an effect for every option', () => {
    fc.assert(
      fc.property(validDesign, (design) => {
        const report = reportDesign(design);
        if (report.outcome.kind === 'invalid') throw new Error('invalid');
        const { block } = report.outcome.evaluation;
        const forward = report.layers.reduce((sum, layer) => sum + layer.forward.flop, 0);
        expect(forward / block.forwardFlop).toBeCloseTo(1, 12);
        expect(report.options.filter((option) => option.current)).toHaveLength(13);
        for (const option of report.options) if (option.current) expect(option.timeChange).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
