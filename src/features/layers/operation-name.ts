import type { LayerCost } from '../../core/block/layer-cost.js';
import type { Stage } from '../../state/workbench.js';

/** "AttnBlock_Multihead_Key_Query" as "Attn Multihead Key Query". */
export function operationName(name: string): string {
  return name.replace('AttnBlock_', 'Attn ').replace('MlpBlock_', 'MLP ').replaceAll('_', ' ');
}

/** What does the work of an operation in a stage. Weights are always updated by the vector engine. */
export type Engine = 'matrix' | 'vector' | 'network';

export function engineOf(layer: LayerCost, stage: Stage): Engine {
  if (layer.kind === 'exchange') return 'network';
  return layer.onMatrixEngine && stage !== 'optimizer' ? 'matrix' : 'vector';
}

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  forward: 'Forward',
  agrad: 'Activation gradient',
  wgrad: 'Weight gradient',
  optimizer: 'Optimizer',
};
