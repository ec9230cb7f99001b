import type { LayerCost } from '../../core/block/layer-cost.js';
import type { Evaluation } from '../../core/evaluation.js';
import type { Stage } from '../../state/workbench.js';
import { logDomain } from '../../ui/axis-ticks.js';
import { engineOf, type Engine } from './operation-name.js';

/** One operation in the roofline plot. */
export interface RooflinePoint {
  readonly name: string;
  readonly engine: Engine;
  /** FLOP/byte. */
  readonly intensity: number;
  /** FLOP/s that the operation reaches. */
  readonly flopPerSecond: number;
  readonly seconds: number;
  /** Of the time of all the points, 0–1: the area of the mark. */
  readonly share: number;
}

/** The machine's limits, in FLOP/s and bytes/s. */
export interface Roofs {
  readonly matrix: number;
  readonly vector: number;
  readonly bytesPerSecond: number;
}

/** Operations that compute and move data in this stage; an exchange is network time and has no place here. */
export function rooflinePoints(layers: readonly LayerCost[], stage: Stage): RooflinePoint[] {
  const drawn = layers.filter((layer) => {
    const cost = layer[stage];
    // a machine at the ends of what its fields allow has operations that never end, or no rate to speak of
    const numbers = [cost.intensity, cost.seconds, cost.flop / cost.seconds];
    return layer.kind !== 'exchange' && numbers.every((value) => value > 0 && Number.isFinite(value));
  });
  const total = drawn.reduce((sum, layer) => sum + layer[stage].seconds, 0);
  return drawn.map((layer) => {
    const { flop, intensity, seconds } = layer[stage];
    const engine = engineOf(layer, stage);
    // the sum may be more than a number holds
    const share = Number.isFinite(total) ? seconds / total : 1 / drawn.length;
    return { name: layer.name, engine, intensity, flopPerSecond: flop / seconds, seconds, share };
  });
}

/** Whether the roofs have places on axes: a bandwidth of nearly nothing puts their ridges at infinity. */
export function hasPlace({ matrix, vector, bytesPerSecond }: Roofs): boolean {
  const top = Math.max(matrix, vector);
  return bytesPerSecond > 0 && top > 0 && Number.isFinite(top * 2) && Number.isFinite(top / bytesPerSecond);
}

/** The peaks of both engines at the strategy's datatype, and of HBM. */
export function roofs({ system, strategy }: Evaluation): Roofs {
  const engines = system.engines[strategy.datatype];
  return {
    matrix: engines?.matrix.peak ?? 0,
    vector: engines?.vector.peak ?? 0,
    bytesPerSecond: system.memory1.bandwidth.peak,
  };
}

export interface RooflineDomain {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Whole decades around every point, both ridges and both peaks, so that the axes hold still while a slider moves. */
export function rooflineDomain(points: readonly RooflinePoint[], limits: Roofs | null): RooflineDomain {
  const ridges = limits === null ? [] : [limits.matrix / limits.bytesPerSecond, limits.vector / limits.bytesPerSecond];
  const peaks = limits === null ? [] : [limits.matrix, limits.vector];
  return {
    x: logDomain([...points.map((point) => point.intensity), ...ridges, 1]),
    // Room above the highest roof for its name.
    y: logDomain([...points.map((point) => point.flopPerSecond), ...peaks.map((peak) => peak * 2)]),
  };
}

/** The highest rate the machine allows an operation: HBM's slope up to the engine's peak. */
export function attainable(point: Pick<RooflinePoint, 'engine' | 'intensity'>, limits: Roofs): number {
  return Math.min(point.intensity * limits.bytesPerSecond, point.engine === 'matrix' ? limits.matrix : limits.vector);
}

/** What the plot shows: how much of the stage's time is bound by HBM rather than by an engine. */
export function rooflineFinding(points: readonly RooflinePoint[], limits: Roofs | null, stage: string): string {
  if (limits === null) return 'The machine’s roof and every operation';
  if (points.length === 0) return `${stage}: no operation computes`;
  const bound = points
    .filter((point) => attainable(point, limits) === point.intensity * limits.bytesPerSecond)
    .reduce((sum, point) => sum + point.share, 0);
  const longest = points.reduce((a, b) => (b.share > a.share ? b : a));
  const reached = Math.round((longest.flopPerSecond / attainable(longest, limits)) * 100);
  return `${stage}: ${Math.round(bound * 100)} % of the time under HBM’s slope; the longest operation reaches ${reached} % of its roof`;
}
