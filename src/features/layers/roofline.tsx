import type { LayerCost } from '../../core/block/layer-cost.js';
import type { Evaluation } from '../../core/evaluation.js';
import { formatQuantity, splitQuantity } from '../../core/quantities/format.js';
import type { Stage } from '../../state/workbench.js';
import { operationId } from '../../core/quantities/formula/operation-ids.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { memoInUnits } from '../../ui/memo-in-units.js';
import { NumberButton } from '../../ui/number-button.js';
import { useWidth } from '../../ui/use-width.js';
import { operationName, STAGE_NAMES } from './operation-name.js';
import { RooflinePlot } from './roofline-plot.js';
import {
  attainable,
  rooflineFinding,
  rooflinePoints,
  roofs,
  type RooflinePoint,
  type Roofs,
} from './roofline-points.js';
import classes from './roofline.module.css';

interface RooflineProps {
  readonly layers: readonly LayerCost[];
  readonly evaluation: Evaluation | null;
  readonly stage: Stage;
  readonly tag: string | null;
}

/** A wide plot is flatter, so that the table beneath it comes into sight. */
const heightFor = (width: number): number => (width > 700 ? 280 : 340);

const rate = (value: number): string => `${formatQuantity(value, 'flop')}/s`;

const columnsFor = (limits: Roofs | null, stage: Stage): readonly Column<RooflinePoint>[] => {
  const figure = (
    id: string,
    field: string,
    header: string,
    width: number,
    text: (point: RooflinePoint) => string,
  ): Column<RooflinePoint> => ({
    id,
    header,
    numeric: true,
    width,
    cell: (point) => <NumberButton id={operationId(point.name, `${stage}/${field}`)}>{text(point)}</NumberButton>,
  });
  return [
    {
      id: 'operation',
      header: 'Operation',
      cell: (point) => (
        <button type="button" data-how={operationId(point.name, `${stage}/time`)}>
          {operationName(point.name)}
        </button>
      ),
    },
    figure('intensity', 'intensity', 'FLOP/B', 72, (point) => splitQuantity(point.intensity, 'flop-per-byte').text),
    figure('reached', 'reached', 'Reached', 104, (point) => rate(point.flopPerSecond)),
    figure('share', 'roof-share', 'Of roof', 72, (point) =>
      formatQuantity(limits === null ? null : point.flopPerSecond / attainable(point, limits), 'fraction'),
    ),
  ];
};

/** Every operation of one stage under the machine's roof. */
export const Roofline = memoInUnits(function Roofline({ layers, evaluation, stage, tag }: RooflineProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const points = rooflinePoints(layers, stage);
  const limits = evaluation === null ? null : roofs(evaluation);
  const title = rooflineFinding(points, limits, STAGE_NAMES[stage]);
  const left = layers.length - points.length;
  const sums = evaluation?.system.processingMode === 'no_overlap';
  return (
    <ChartFrame
      name={`roofline-${stage}`}
      title={title}
      subtitle="Rate reached against arithmetic intensity; area is the share of the stage’s time"
      tag={tag}
      rows={() => [
        ['operation', 'engine', 'intensity_flop_per_byte', 'reached_flop_per_s', 'roof_flop_per_s', 'time_s'],
        ...points.map((point) => [
          point.name,
          point.engine,
          point.intensity,
          point.flopPerSecond,
          limits === null ? null : attainable(point, limits),
          point.seconds,
        ]),
      ]}
      table={
        <DataTable
          caption={`Roofline: ${STAGE_NAMES[stage].toLowerCase()}`}
          columns={columnsFor(limits, stage)}
          rows={points}
          rowId={(point) => point.name}
          rowProps={(point) => ({ 'data-operation': point.name })}
          grey={tag !== null}
        />
      }
    >
      <div ref={ref}>
        <RooflinePlot
          points={points}
          limits={limits}
          stage={stage}
          width={width}
          height={heightFor(width)}
          title={title}
        />
      </div>
      <p className={classes['note']}>
        {sums
          ? 'A point lies under the roof by what its size costs it (efficiency curves) and because computing and moving data add up.'
          : 'A point lies under the roof by what its size costs it (efficiency curves).'}
        {evaluation !== null &&
          left > 0 &&
          ` Not drawn: ${left} of ${layers.length} operations, exchanges or without FLOP.`}
      </p>
    </ChartFrame>
  );
});
