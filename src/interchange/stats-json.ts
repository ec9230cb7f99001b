import type { LayerCost } from '../core/block/layer-cost.js';
import type { Evaluation } from '../core/evaluation.js';
import { calculonLayer, calculonStats } from '../core/quantities/calculon-stats.js';
import { jsonText } from './json-text.js';

/** Calculon's stats file: its keys in its order, SI units; with `layers`, every operation of the block too. */
export function statsJson(evaluation: Evaluation, layers?: readonly LayerCost[]): string {
  const stats = calculonStats(evaluation);
  return jsonText(layers ? { ...stats, layers: layers.map(calculonLayer) } : stats);
}
