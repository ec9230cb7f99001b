import type { Evaluation } from '../../core/evaluation.js';
import { MEMORY_CLASSES, memoryPlace } from '../../core/batch/memory-classes.js';
import { GIBIBYTE } from '../../core/quantities/constants.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { quantity, TIME_PARTS } from '../../core/quantities/registry.js';
import { UNLIMITED } from '../../core/studies/field.js';
import { NumberButton } from '../../ui/number-button.js';
import { StackedBar, type Segment } from '../../ui/stacked-bar.js';
import { useWidth } from '../../ui/use-width.js';
import classes from './point-card.module.css';
import { paintOf } from './stack-parts.js';

const BAR = 16;

const timeSegments = (evaluation: Evaluation): readonly Segment[] =>
  TIME_PARTS.map((id) => {
    const value = quantity(id).value(evaluation) ?? 0;
    return { id, label: quantity(id).label, value, text: formatQuantity(value, 'seconds'), paint: paintOf(id) };
  });

const memorySegments = (evaluation: Evaluation): readonly Segment[] =>
  MEMORY_CLASSES.map((id) => {
    const value = memoryPlace(id, evaluation).tier1Bytes;
    return {
      id,
      label: quantity(id).label,
      value,
      text: formatQuantity(value, 'bytes'),
      paint: paintOf(id),
      how: `${id}-on-hbm`,
    };
  });

interface LineProps {
  readonly label: string;
  /** The quantity it adds up to. */
  readonly id: string;
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly domain: number;
}

function Line({ label, id, text, segments, domain }: LineProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  return (
    <div className={classes['line']}>
      <span className={classes['what']}>{label}</span>
      <div ref={ref}>
        <svg role="img" aria-label={`${label}: ${text}`} width={width} height={BAR}>
          <StackedBar segments={segments} x={0} y={0} width={width} height={BAR} domain={domain} />
        </svg>
      </div>
      <span className={classes['amount']}>
        <NumberButton id={id} alone>
          {text}
        </NumberButton>
      </span>
    </div>
  );
}

/** Where the time of a batch goes and what tier 1 holds, each as one small bar. */
export function PointBars({ evaluation }: { readonly evaluation: Evaluation }) {
  const { time, memory, system } = evaluation;
  const capacity = system.memory1.capacityBytes;
  const used = memory.tier1Bytes;
  const isUnlimited = capacity >= UNLIMITED * GIBIBYTE;
  return (
    <div className={classes['bars']}>
      <Line
        label="Batch"
        id="total-time"
        text={formatQuantity(time.totalSeconds, 'seconds')}
        segments={timeSegments(evaluation)}
        domain={time.totalSeconds}
      />
      <Line
        label="HBM"
        id="tier1-memory"
        text={formatQuantity(used, 'bytes') + (isUnlimited ? '' : ` of ${formatQuantity(capacity, 'bytes')}`)}
        segments={memorySegments(evaluation)}
        domain={isUnlimited ? used : Math.max(capacity, used)}
      />
    </div>
  );
}
