import type { Evaluation } from '../../core/evaluation.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { quantity } from '../../core/quantities/registry.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { LinearAxis } from '../../ui/linear-axis.js';
import { memoInUnits } from '../../ui/memo-in-units.js';
import { NumberButton } from '../../ui/number-button.js';
import { tickText } from '../../core/quantities/tick-text.js';
import { useWidth } from '../../ui/use-width.js';
import { blockFinding, blockStages, type BlockStage } from './block-stages.js';
import classes from './block-time.module.css';

const ROW = 32;
const BAR = 10;
const AXIS = 20;
const NAME = 116;
const VALUE = 76;

const seconds = (value: number | null): string => formatQuantity(value, 'seconds', { precise: true });

const number = (stage: BlockStage, figure: string, value: number | null) => (
  <NumberButton id={`block-${stage.id}-${figure}`}>{seconds(value)}</NumberButton>
);

const COLUMNS: readonly Column<BlockStage>[] = [
  {
    id: 'stage',
    header: 'Stage',
    cell: (stage) => (
      <button type="button" data-quantity={`block-${stage.id}-time`}>
        {stage.label}
      </button>
    ),
  },
  {
    id: 'flop',
    header: 'Computing',
    numeric: true,
    width: 112,
    cell: (stage) => number(stage, 'flop-time', stage.flopSeconds),
  },
  {
    id: 'memory',
    header: 'Moving data',
    numeric: true,
    width: 112,
    cell: (stage) => number(stage, 'memory-time', stage.memorySeconds),
  },
  {
    id: 'time',
    header: 'Time',
    hint: 'The two together, or the longer under roofline; operation by operation',
    numeric: true,
    width: 112,
    cell: (stage) => number(stage, 'time', stage.seconds),
  },
];

/** Time of one block and microbatch, and of its optimizer step, stage by stage: computing beside moving data. */
export const BlockTime = memoInUnits(function BlockTime({
  evaluation,
  tag,
}: {
  readonly evaluation: Evaluation | null;
  readonly tag: string | null;
}) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const stages = blockStages(evaluation);
  const domain = Math.max(0, ...stages.map((stage) => Math.max(stage.flopSeconds ?? 0, stage.memorySeconds ?? 0)));
  const height = stages.length * ROW + AXIS;
  const title = blockFinding(evaluation, stages);
  const room = Math.max(0, width - NAME - VALUE);
  return (
    <ChartFrame
      name="block-time"
      title={title}
      subtitle="One block and microbatch, the optimizer once a batch: computing (solid) and moving data to and from HBM (outlined)"
      tag={tag}
      rows={() => [
        ['stage', 'flop_time_s', 'memory_time_s', 'time_s'],
        ...stages.map((stage) => [stage.label, stage.flopSeconds, stage.memorySeconds, stage.seconds]),
      ]}
      table={
        <DataTable
          caption="Time of one block by stage"
          columns={COLUMNS}
          rows={stages}
          rowId={(stage) => stage.id}
          grey={tag !== null}
        />
      }
    >
      <div ref={ref}>
        <svg data-chart role="img" aria-label={title} width={width} height={height}>
          {stages.map((stage, index) => (
            <StageBars key={stage.id} stage={stage} y={index * ROW} room={room} domain={domain} />
          ))}
          <LinearAxis
            x={NAME}
            y={height - AXIS}
            width={room}
            domain={domain}
            tick={(value) => tickText(value, 'seconds')}
          />
        </svg>
      </div>
    </ChartFrame>
  );
});

interface StageBarsProps {
  readonly stage: BlockStage;
  readonly y: number;
  readonly room: number;
  readonly domain: number;
}

function StageBars({ stage, y, room, domain }: StageBarsProps) {
  const flop = `block-${stage.id}-flop-time`;
  const memory = `block-${stage.id}-memory-time`;
  // a stage that never ends has no length
  const length = (value: number | null): number => {
    const share = (value ?? 0) / domain;
    return Number.isFinite(share) ? share * room : 0;
  };
  const hint = (id: string, value: number | null): string =>
    `${quantity(id).label}: ${formatQuantity(value, 'seconds')}`;
  return (
    <g>
      <text x={0} y={y + 19} className={classes['name']}>
        {stage.label}
      </text>
      <g data-segment data-quantity={flop} data-hint={hint(flop, stage.flopSeconds)} className={classes['bar']}>
        <rect x={NAME} y={y + 4} width={length(stage.flopSeconds)} height={BAR} className={classes['flop']} />
        <text x={NAME + length(stage.flopSeconds) + 6} y={y + 13} className={classes['value']}>
          {formatQuantity(stage.flopSeconds, 'seconds')}
        </text>
      </g>
      <g data-segment data-quantity={memory} data-hint={hint(memory, stage.memorySeconds)} className={classes['bar']}>
        <rect
          x={NAME + 0.5}
          y={y + 16.5}
          width={Math.max(0, length(stage.memorySeconds) - 1)}
          height={BAR - 1}
          className={classes['memory']}
        />
        <text x={NAME + length(stage.memorySeconds) + 6} y={y + 25} className={classes['value']}>
          {formatQuantity(stage.memorySeconds, 'seconds')}
        </text>
      </g>
    </g>
  );
}
