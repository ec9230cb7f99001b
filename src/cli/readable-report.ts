import type { LayerCost } from '../core/block/layer-cost.js';
import type { Evaluation } from '../core/evaluation.js';
import { formatQuantity } from '../core/quantities/format.js';
import { quantity, TIME_PARTS } from '../core/quantities/registry.js';
import { textTable } from './text-table.js';

const MEMORY = ['weight', 'activation', 'checkpoint', 'weight-gradient', 'activation-gradient', 'optimizer'] as const;
const FIGURES = ['total-time', 'sample-rate', 'token-rate', 'mfu', 'compute-efficiency', 'system-efficiency'];
const BANDWIDTHS = ['offload-bandwidth', 'tensor-overlap-bandwidth', 'data-overlap-chunk-bandwidth'];

/** A whole evaluation as a person reads it in a terminal: figures, where the time goes, what the memory holds. */
export function readableReport(
  evaluation: Evaluation,
  names: Readonly<Record<'model' | 'system' | 'strategy', string>>,
  layers?: readonly LayerCost[],
): string {
  const { strategy: s } = evaluation;
  const value = (id: string): number | null => quantity(id).value(evaluation);
  const text = (id: string): string => formatQuantity(value(id), quantity(id).unit, { precise: true });
  const row = (id: string): string[] => [quantity(id).label, text(id)];
  const total = value('total-time') ?? 0;
  const share = (id: string): string => formatQuantity((value(id) ?? 0) / total, 'fraction');
  const memoryIds = MEMORY.map((name) => `${name}-memory`);
  const degrees = `t ${s.tensorParallel} · p ${s.pipelineParallel} · d ${s.dataParallel}`;

  const sections = [
    `Model     ${names.model}\nSystem    ${names.system}\nStrategy  ${names.strategy}: ${s.processors} processors, ${degrees}\n`,
    textTable(FIGURES.map(row)),
    textTable([...TIME_PARTS.map((id) => [...row(id), share(id)]), ['Total', text('total-time'), share('total-time')]]),
    textTable([['Memory', 'all of it', 'kept on tier 1'], ...memoryIds.map((id) => [...row(id), text(`${id}-kept`)])]),
    textTable([
      ['', 'needed', 'there'],
      ['Tier 1', text('tier1-memory'), formatQuantity(evaluation.system.memory1.capacityBytes, 'bytes')],
      ['Tier 2', text('tier2-memory'), formatQuantity(evaluation.system.memory2.capacityBytes, 'bytes')],
    ]),
    textTable([['Bandwidth needed'], ...BANDWIDTHS.map(row)]),
    ...(layers ? [layerTable(layers)] : []),
  ];
  return sections.join('\n');
}

function layerTable(layers: readonly LayerCost[]): string {
  return textTable([
    ['Operation', 'forward', 'act. gradient', 'wt. gradient', 'optimizer', 'FLOP', 'bytes'],
    ...layers.map((layer) => [
      layer.name,
      ...[layer.forward, layer.agrad, layer.wgrad, layer.optimizer].map((stage) =>
        formatQuantity(stage.seconds, 'seconds'),
      ),
      formatQuantity(layer.forward.flop, 'flop'),
      formatQuantity(layer.forward.bytes, 'bytes'),
    ]),
  ]);
}
