import { describe, expect, it } from 'vitest';
import { reportDesign } from '../../src/core/report.js';
import { layerNumbers, totalOf } from '../../src/features/layers/layer-columns.js';
import { engineOf, operationName } from '../../src/features/layers/operation-name.js';
import { placeLabels } from '../../src/features/layers/roofline-labels.js';
import {
  attainable,
  rooflineDomain,
  rooflineFinding,
  rooflinePoints,
  roofs,
} from '../../src/features/layers/roofline-points.js';
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
