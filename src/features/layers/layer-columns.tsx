import type { ReactNode } from 'react';
import type { LayerCost, StageCost } from '../../core/block/layer-cost.js';
import { formatQuantity, splitQuantity } from '../../core/quantities/format.js';
import { operationId } from '../../core/quantities/formula/operation-ids.js';
import type { QuantityUnit } from '../../core/quantities/quantity.js';
import type { Stage } from '../../state/workbench.js';
import type { Column } from '../../ui/data-table.js';
import { NumberButton } from '../../ui/number-button.js';
import { engineOf, operationName } from './operation-name.js';

/** One number of an operation: what a column shows, sums and exports. */
export interface LayerNumber {
  readonly id: string;
  readonly header: string;
  readonly hint: string;
  readonly unit: QuantityUnit;
  readonly width: number;
  readonly value: (layer: LayerCost, stage: Stage) => number;
  /** The figure in the ids of quantities: `forward/flop` of `op/MlpBlock_Mlp1/forward/flop`. */
  readonly figure: (stage: Stage) => string;
  /** How to total; a sum unless said otherwise. */
  readonly total?: (layers: readonly LayerCost[], stage: Stage) => number;
}

const ofStage = (
  id: string,
  header: string,
  unit: QuantityUnit,
  width: number,
  field: keyof StageCost,
  hint: string,
): LayerNumber => ({
  id,
  header,
  hint,
  unit,
  width,
  value: (layer, stage) => layer[stage][field],
  figure: (stage) => `${stage}/${BASE_BLOCK.has(id) ? `base-${id}` : id}`,
});

/** Of a block inside a chunk; those of the last one say so. */
const BASE_BLOCK = new Set(['network-bytes', 'link', 'exposed']);

const ofMemory = (
  id: string,
  header: string,
  field: 'weightBytes' | 'activationBytes' | 'weightGradientBytes' | 'activationGradientBytes' | 'optimizerBytes',
  hint: string,
): LayerNumber => ({
  id,
  header,
  hint: `${hint}: the operation’s own, whatever is shared or not stored`,
  unit: 'bytes',
  width: 84,
  value: (layer) => layer[field],
  figure: () => id,
});

const total = (layers: readonly LayerCost[], stage: Stage, field: keyof StageCost): number =>
  layers.reduce((sum, layer) => sum + layer[stage][field], 0);

const COMPUTE: readonly LayerNumber[] = [
  ofStage('flop', 'FLOP', 'flop', 98, 'flop', 'Operations in this stage, one microbatch'),
  ofStage('bytes', 'Bytes', 'bytes', 78, 'bytes', 'Moved to and from HBM in this stage'),
  {
    ...ofStage(
      'intensity',
      'FLOP/B',
      'flop-per-byte',
      66,
      'intensity',
      'Arithmetic intensity: FLOP for each byte moved',
    ),
    total: (layers, stage) => {
      const bytes = total(layers, stage, 'bytes');
      return bytes > 0 ? total(layers, stage, 'flop') / bytes : 0;
    },
  },
  ofStage('time', 'Time', 'seconds', 72, 'seconds', 'Processing time; an exchange has network time only'),
];

const NETWORK: readonly LayerNumber[] = [
  ofStage(
    'network-bytes',
    'Network',
    'bytes',
    78,
    'baseNetworkBytes',
    'Bytes on the tensor-parallel network; under weight gradient, what is recommunicated',
  ),
  ofStage('link', 'Link time', 'seconds', 78, 'baseNetworkSeconds', 'How long the link is busy'),
  ofStage('exposed', 'Exposed', 'seconds', 78, 'baseExposedSeconds', 'What of the link time nothing hides'),
];

/** An edge block is the last one of a pipeline chunk; its exchanges may be of another kind. */
const EDGE: readonly LayerNumber[] = [
  ofStage(
    'edge-network-bytes',
    'Edge network',
    'bytes',
    96,
    'edgeNetworkBytes',
    'Network bytes in the last block of a chunk',
  ),
  ofStage('edge-link', 'Edge link', 'seconds', 78, 'edgeNetworkSeconds', 'Link time in the last block of a chunk'),
  ofStage(
    'edge-exposed',
    'Edge exposed',
    'seconds',
    96,
    'edgeExposedSeconds',
    'Exposed time in the last block of a chunk',
  ),
];

const MEMORY: readonly LayerNumber[] = [
  ofMemory('weights', 'Weights', 'weightBytes', 'Weights'),
  ofMemory('activations', 'Activations', 'activationBytes', 'Activations'),
  ofMemory('weight-gradients', 'W. grads', 'weightGradientBytes', 'Weight gradients'),
  ofMemory('activation-gradients', 'A. grads', 'activationGradientBytes', 'Activation gradients'),
  ofMemory('optimizer', 'Optimizer', 'optimizerBytes', 'Optimizer state'),
];

/** Base and edge blocks differ in this stage, so that both have to be shown. */
const edgesDiffer = (layers: readonly LayerCost[], stage: Stage): boolean =>
  layers.some((layer) => {
    const cost = layer[stage];
    return cost.baseNetworkBytes !== cost.edgeNetworkBytes || cost.baseNetworkSeconds !== cost.edgeNetworkSeconds;
  });

/** The numbers of the table for a stage; those of edge blocks only where they differ. */
export function layerNumbers(layers: readonly LayerCost[], stage: Stage): readonly LayerNumber[] {
  return [...COMPUTE, ...NETWORK, ...(edgesDiffer(layers, stage) ? EDGE : []), ...MEMORY];
}

export function totalOf(number: LayerNumber, layers: readonly LayerCost[], stage: Stage): number {
  return number.total?.(layers, stage) ?? layers.reduce((sum, layer) => sum + number.value(layer, stage), 0);
}

/** A number in three digits, in seven on hover; nothing is a quiet "—". A click asks how it is computed. */
export function numberCell(value: number, unit: QuantityUnit, id: string): ReactNode {
  if (value === 0) {
    return (
      <NumberButton key={id} id={id}>
        —
      </NumberButton>
    );
  }
  const { text, unit: name } = splitQuantity(value, unit);
  // The header of the intensity column has its unit; the others change theirs from row to row.
  const written = unit === 'flop-per-byte' ? text : `${text} ${name}`;
  return (
    <NumberButton key={id} id={id} hint={formatQuantity(value, unit, { precise: true })}>
      {written}
    </NumberButton>
  );
}

const OPERATION_WIDTH = 180;
const ENGINE_WIDTH = 66;

/** What the table needs to show every column, in CSS pixels. */
export const layersWidth = (numbers: readonly LayerNumber[]): number =>
  OPERATION_WIDTH + ENGINE_WIDTH + numbers.reduce((sum, { width }) => sum + width, 0);

/** The table's columns for a stage. */
export function layerColumns(numbers: readonly LayerNumber[], stage: Stage): readonly Column<LayerCost>[] {
  return [
    {
      id: 'operation',
      header: 'Operation',
      width: OPERATION_WIDTH,
      sortValue: (layer) => operationName(layer.name),
      cell: (layer) => (
        <button type="button" data-hint={`${layer.name}: show it in the roofline`}>
          {operationName(layer.name)}
        </button>
      ),
    },
    {
      id: 'engine',
      header: 'Engine',
      width: ENGINE_WIDTH,
      sortValue: (layer) => engineOf(layer, stage),
      cell: (layer) => engineOf(layer, stage),
    },
    ...numbers.map((number): Column<LayerCost> => ({
      id: number.id,
      header: number.header,
      hint: number.hint,
      numeric: true,
      width: number.width,
      sortValue: (layer) => number.value(layer, stage),
      cell: (layer) =>
        numberCell(number.value(layer, stage), number.unit, operationId(layer.name, number.figure(stage))),
    })),
  ];
}
