import type { WaterfallStep } from '../../core/compare/waterfall.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { quantity } from '../../core/quantities/registry.js';
import { ticksBetween } from '../../core/quantities/round-ticks.js';
import { showsDesign } from '../../state/how.js';
import axis from '../../ui/axis.module.css';
import { TIME_PAINT } from '../../ui/palette.js';
import { tickText } from '../../core/quantities/tick-text.js';
import classes from './compare.module.css';
import type { Entry } from './entries.js';
import { signedText } from '../../core/quantities/signed-text.js';

const ROW = 24;
const AXIS = 20;
const NAMES = 168;
const FIGURES = 84;

/** The height of the drawing with so many steps: they, both totals and the axis. */
export const waterfallHeight = (steps: number): number => (steps + 2) * ROW + AXIS;

interface WaterfallPlotProps {
  /** Those that are not nothing. */
  readonly steps: readonly WaterfallStep[];
  /** Whose batch times the first and the last are. */
  readonly ends: readonly [a: Entry, b: Entry];
  /** Seconds. */
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** Each step with the batch time before and after it, in seconds. */
function stepped(steps: readonly WaterfallStep[], from: number) {
  let level = from;
  return steps.map((step) => {
    const start = level;
    level += step.seconds;
    return { step, start, end: level };
  });
}

/** Each step begins where the one before ends. The axis leaves out what all levels have in common if that is much. */
export function WaterfallPlot({ steps, ends, from, to, width }: WaterfallPlotProps) {
  const placed = stepped(steps, from);
  const levels = [from, to, ...placed.map(({ end }) => end)];
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  const spare = (most - least || most) * 0.06;
  const low = least > 0.5 * most ? Math.max(0, least - spare) : Math.min(0, least);
  const high = most + (low > 0 ? spare : 0);
  const [left, right] = [NAMES, Math.max(NAMES + 1, width - FIGURES)];
  const x = (seconds: number): number => left + (high > low ? (seconds - low) / (high - low) : 0) * (right - left);
  const bottom = (steps.length + 2) * ROW;
  const middle = (row: number): number => row * ROW + ROW / 2;

  const total = (row: number, { letter, other }: Entry, seconds: number) => (
    <g ref={showsDesign(other)} data-how="total-time" className={classes['asked']}>
      <text x={0} y={middle(row) + 4} className={classes['name']}>
        Batch time of {letter}
      </text>
      <line x1={x(seconds)} x2={x(seconds)} y1={row * ROW + 3} y2={(row + 1) * ROW - 3} className={classes['total']} />
      <text x={width} y={middle(row) + 4} textAnchor="end" className={classes['total-figure']}>
        {formatQuantity(seconds, 'seconds')}
      </text>
    </g>
  );
  return (
    <>
      {ticksBetween(low, high, Math.max(2, Math.floor((right - left) / 88))).map((tick) => (
        <g key={tick} className={axis['axis']}>
          <line x1={x(tick)} x2={x(tick)} y1={0} y2={bottom} className={axis['grid']} />
          <text x={x(tick)} y={bottom + 14} textAnchor="middle">
            {tickText(tick, 'seconds')}
          </text>
        </g>
      ))}
      {total(0, ends[0], from)}
      {placed.map(({ step, start, end }, index) => {
        const row = index + 1;
        const { label } = quantity(step.id);
        const text = signedText(step.seconds, 'seconds');
        return (
          <g
            key={step.id}
            ref={showsDesign(ends[1].other)}
            data-step={step.id}
            data-segment
            data-quantity={step.id}
            data-hint={`${label}: ${text}`}
            className={classes['asked']}
          >
            <text x={0} y={middle(row) + 4} className={classes['name']}>
              {label}
            </text>
            <line x1={x(start)} x2={x(start)} y1={row * ROW - 4} y2={row * ROW + 4} className={classes['join']} />
            <rect
              x={Math.min(x(start), x(end))}
              y={row * ROW + 4}
              width={Math.max(1, Math.abs(x(end) - x(start)))}
              height={ROW - 8}
              fill={TIME_PAINT[step.id].fill}
              className={classes['bar']}
            />
            <text x={width} y={middle(row) + 4} textAnchor="end" className={classes['figure']}>
              {text}
            </text>
          </g>
        );
      })}
      {total(steps.length + 1, ends[1], to)}
    </>
  );
}
