import type { LayerCost, StageCost } from '../block/layer-cost.js';
import type { Evaluation } from '../evaluation.js';
import { CALCULON_QUANTITIES } from './registry.js';

/** Calculon's stats of an evaluation: its keys in its order, SI units; null where a value does not exist. */
export function calculonStats(evaluation: Evaluation): Record<string, number | null> {
  return Object.fromEntries(
    CALCULON_QUANTITIES.map(({ calculon, value }) => [calculon as string, value(evaluation)] as const),
  );
}

/** Calculon's record of one operation: its keys in its order. */
export function calculonLayer(layer: LayerCost): Record<string, number | string> {
  const { forward, agrad, wgrad, optimizer } = layer;
  return {
    name: layer.name,
    inputs_size: layer.inputElements,
    outputs_size: layer.outputElements,
    ...work('fw', forward),
    ...network('fw_tp_comm', forward),
    ...work('agrad', agrad),
    ...network('bw_tp_comm', agrad),
    ...work('wgrad', wgrad),
    ...network('recomm', wgrad),
    ...work('optim', optimizer),
    weight: layer.weightBytes,
    activation: layer.activationBytes,
    weight_grad: layer.weightGradientBytes,
    activation_grad: layer.activationGradientBytes,
    optimizer: layer.optimizerBytes,
  };
}

const work = (stage: string, cost: StageCost): Record<string, number> => ({
  [`${stage}_flops`]: cost.flop,
  [`${stage}_mem_accessed`]: cost.bytes,
  [`${stage}_arithmetic_intensity`]: cost.intensity,
  [`${stage}_processing_time`]: cost.seconds,
});

const network = (traffic: string, cost: StageCost): Record<string, number> => ({
  [`baseblock_${traffic}_tile`]: cost.baseTileBytes,
  [`edgeblock_${traffic}_tile`]: cost.edgeTileBytes,
  [`baseblock_${traffic}_size`]: cost.baseNetworkBytes,
  [`edgeblock_${traffic}_size`]: cost.edgeNetworkBytes,
  [`baseblock_${traffic}_time`]: cost.baseNetworkSeconds,
  [`edgeblock_${traffic}_time`]: cost.edgeNetworkSeconds,
  [`baseblock_${traffic}_time_exposed`]: cost.baseExposedSeconds,
  [`edgeblock_${traffic}_time_exposed`]: cost.edgeExposedSeconds,
});
