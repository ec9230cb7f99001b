import { describe, expect, it } from 'vitest';
import { reportDesign } from '../../src/core/report.js';
import { layerNumbers, layersWidth, totalOf } from '../../src/features/layers/layer-columns.js';
import { engineOf, operationName } from '../../src/features/layers/operation-name.js';
import { roofLabelBoxes } from '../../src/features/layers/roof-lines.js';
import { placeLabels } from '../../src/features/layers/roofline-labels.js';
import {
  attainable,
  hasPlace,
  rooflineDomain,
  rooflineFinding,
  rooflinePoints,
  roofs,
} from '../../src/features/layers/roofline-points.js';
import { rooflineScales } from '../../src/features/layers/roofline-scales.js';
import { decades } from '../../src/ui/axis-ticks.js';
import { designOfPreset, evaluationOfPreset } from './evaluation-of-preset.js';

const design = designOfPreset('fig3');
const { layers } = reportDesign(design);
const evaluation = evaluationOfPreset('fig3');
const STAGES = ['forward', 'agrad', 'wgrad', 'optimizer'] as const;

describe('layers table', () => {
  it('totals what the block sums', () => {
    const totals = new Map(
      layerNumbers(layers, 'forward').map((number) => [number.id, totalOf(number, layers, 'forward')]),
    );
    expect(totals.get('flop')).toBe(evaluation.block.forwardFlop);
    expect(totals.get('time')).toBeCloseTo(evaluation.block.forwardSeconds, 12);
    expect(totals.get('network-bytes')).toBe(evaluation.block.baseForwardTensorBytes);
    expect(totals.get('weights')).toBe(evaluation.block.weightBytes);
    expect(totals.get('intensity')).toBeCloseTo(evaluation.block.forwardFlop / evaluation.block.forwardBytes, 9);
  });

  it('shows edge blocks only where their exchanges differ', () => {
    const ids = (comm: 'ar' | 'p2p_rs_ag') => {
      const other = reportDesign({ ...design, strategy: { ...design.strategy, tensor_par_comm_type: comm } });
      return layerNumbers(other.layers, 'forward').map(({ id }) => id);
    };
    expect(ids('ar')).not.toContain('edge-link');
    expect(ids('p2p_rs_ag')).toContain('edge-link');
  });

  it('names operations for people and says what does their work', () => {
    expect(operationName('AttnBlock_Multihead_Key_Query')).toBe('Attn Multihead Key Query');
    const query = layers.find(({ name }) => name === 'AttnBlock_Query');
    expect(query && engineOf(query, 'forward')).toBe('matrix');
    expect(query && engineOf(query, 'optimizer')).toBe('vector');
  });
});

describe('roofline', () => {
  it('has every point on or under its roof', () => {
    const limits = roofs(evaluation);
    for (const stage of STAGES) {
      for (const point of rooflinePoints(layers, stage)) {
        expect(point.flopPerSecond).toBeLessThanOrEqual(attainable(point, limits) * (1 + 1e-9));
      }
    }
  });

  it('spans whole decades around the points and the roof', () => {
    const limits = roofs(evaluation);
    const points = rooflinePoints(layers, 'forward');
    const { x, y } = rooflineDomain(points, limits);
    for (const point of points) {
      expect(point.intensity).toBeGreaterThanOrEqual(x[0]);
      expect(point.intensity).toBeLessThanOrEqual(x[1]);
      expect(point.flopPerSecond).toBeLessThanOrEqual(y[1]);
    }
    expect(limits.matrix).toBeLessThanOrEqual(y[1]);
  });

  it('states its finding, also for nothing', () => {
    const limits = roofs(evaluation);
    expect(rooflineFinding(rooflinePoints(layers, 'forward'), limits, 'Forward')).toMatch(
      /^Forward: \d+ % of the time under HBM’s slope; the longest operation reaches \d+ % of its roof$/,
    );
    expect(rooflineFinding([], limits, 'Forward')).toBe('Forward: no operation computes');
    expect(rooflineFinding([], null, 'Forward')).not.toMatch(/NaN/);
  });
});

describe('a machine at the ends of what its fields allow', () => {
  it.each([1e-300, 5e-324, 1e-12, 1e12])('with %d of everything has every mark at a place', (speed) => {
    const engines = { ...design.system.matrix.float16, tflops: speed };
    const system = {
      ...design.system,
      matrix: { ...design.system.matrix, float16: engines },
      vector: { ...design.system.vector, float16: engines },
      mem1: { ...design.system.mem1, GBps: speed },
    } as typeof design.system;
    const { layers: slow, outcome } = reportDesign({ ...design, system });
    for (const stage of STAGES) {
      const points = rooflinePoints(slow, stage);
      const limits = outcome.kind === 'invalid' ? null : roofs(outcome.evaluation);
      const domain = rooflineDomain(points, limits);
      const { x, y } = rooflineScales(800, 300, domain);
      for (const { intensity, flopPerSecond, share } of points)
        expect([x(intensity), y(flopPerSecond), share].every(Number.isFinite)).toBe(true);
      for (const ends of [domain.x, domain.y]) expect(decades(...ends).length).toBeLessThan(700);
      if (limits === null || !hasPlace(limits)) continue;
      for (const box of roofLabelBoxes(limits, domain, { x, y }))
        expect(Object.values(box).every(Number.isFinite)).toBe(true);
    }
  });
});

describe('the names in the roofline', () => {
  const CHARACTER = 6.8;
  const boxOf = ({ text, x, y, anchor }: ReturnType<typeof placeLabels>[number]) => {
    const width = text.length * CHARACTER;
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    return { left, right: left + width, top: y - 10, bottom: y + 2 };
  };

  it('never run across a roof, in any stage, at any width', () => {
    const limits = roofs(evaluation);
    for (const stage of STAGES) {
      const points = rooflinePoints(layers, stage);
      const domain = rooflineDomain(points, limits);
      for (const width of [408, 854, 1480]) {
        const scale = rooflineScales(width, 280, domain);
        const marks = points.map((point) => ({
          name: point.name,
          text: operationName(point.name),
          x: scale.x(point.intensity),
          y: scale.y(point.flopPerSecond),
          radius: 4,
          weight: point.share,
        }));
        const plot = { left: 84, right: scale.right, top: 12, bottom: scale.bottom };
        for (const box of placeLabels(marks, plot, roofLabelBoxes(limits, domain, scale)).map(boxOf)) {
          for (const peak of [limits.matrix, limits.vector]) {
            const isBeside = box.right < scale.x(peak / limits.bytesPerSecond);
            expect(isBeside || scale.y(peak) < box.top || scale.y(peak) > box.bottom).toBe(true);
          }
          for (let intensity = domain.x[0]; intensity < limits.matrix / limits.bytesPerSecond; intensity *= 1.02) {
            const [x, y] = [scale.x(intensity), scale.y(intensity * limits.bytesPerSecond)];
            expect(x > box.left && x < box.right && y > box.top && y < box.bottom).toBe(false);
          }
        }
      }
    }
  });

  it('of two engines as fast as each other do not cover one another', () => {
    const limits = { ...roofs(evaluation), vector: roofs(evaluation).matrix * 0.95 };
    const domain = rooflineDomain([], limits);
    const boxes = roofLabelBoxes(limits, domain, rooflineScales(440, 340, domain)).filter(
      ({ left, right }) => right - left === 150,
    );
    expect(boxes).toHaveLength(2);
    const [matrix, vector] = boxes;
    expect((matrix?.bottom ?? 0) <= (vector?.top ?? 0) || (matrix?.right ?? 0) <= (vector?.left ?? 0)).toBe(true);
  });
});

describe('the width of the layers table', () => {
  it('is within a 1920 pixel screen, edge blocks included', () => {
    const edges = reportDesign({ ...design, strategy: { ...design.strategy, tensor_par_comm_type: 'p2p_rs_ag' } });
    // 1920 less the inputs, the paddings and the border of its card
    expect(layersWidth(layerNumbers(edges.layers, 'forward'))).toBeLessThan(1920 - 360 - 2 * 16 - 26 - 15);
  });
});

describe('placeLabels', () => {
  const plot = { left: 0, right: 400, top: 0, bottom: 200 };
  const mark = (name: string, x: number, y: number, weight = 1) => ({ name, text: name, x, y, radius: 5, weight });

  it('puts names beside their marks and never over another', () => {
    const labels = placeLabels([mark('first', 100, 100, 2), mark('second', 104, 101)], plot, []);
    expect(labels[0]?.name).toBe('first');
    const boxes = labels.map(({ y }) => y);
    expect(new Set(boxes).size).toBe(labels.length);
  });

  it('leaves out a name that has no room', () => {
    expect(placeLabels([mark('x'.repeat(100), 100, 100)], plot, [])).toEqual([]);
    expect(placeLabels([mark('a', 100, 100)], plot, [plot])).toEqual([]);
  });
});
