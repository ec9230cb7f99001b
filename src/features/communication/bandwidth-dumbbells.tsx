import type { BandwidthRow } from '../../core/findings/bandwidth-rows.js';
import { neededText, slackText, stateText } from '../../core/findings/bandwidth-words.js';
import { formatQuantity } from '../../core/quantities/format.js';
import axis from '../../ui/axis.module.css';
import { decades, logDomain } from '../../ui/axis-ticks.js';
import { tickText } from '../../core/quantities/tick-text.js';
import classes from './communication.module.css';

const AXIS = 24;
const RADIUS = 5;
const END = 24;
/** A label of a decade wants about this much room. */
const TICK_ROOM = 72;
/** From this width on names and verdicts stand beside the drawing, narrower above it. */
const ROOMY = 480;

interface Layout {
  /** The height of a row. */
  readonly row: number;
  /** What names and verdicts take at the left and at the right. */
  readonly name: number;
  readonly verdict: number;
  /** Where marks and texts are, from the top of a row. */
  readonly marks: number;
  readonly text: number;
}

const layoutIn = (width: number): Layout =>
  width >= ROOMY
    ? { row: 28, name: 136, verdict: 128, marks: 14, text: 18 }
    : { row: 44, name: 0, verdict: 0, marks: 32, text: 14 };

interface BandwidthDumbbellsProps {
  readonly rows: readonly BandwidthRow[];
  readonly width: number;
  readonly title: string;
}

/** Where a bandwidth is drawn; none and endless are beyond the ends. */
type Scale = (bytesPerSecond: number) => number;

/**
 * What is needed (a ring) and what is there (an upright) of each kind, on one log scale: joined by a full line where it
 * is enough, by a broken one where it falls short.
 */
export function BandwidthDumbbells({ rows, width, title }: BandwidthDumbbellsProps) {
  const layout = layoutIn(width);
  const { name, verdict } = layout;
  const height = rows.length * layout.row + AXIS;
  const right = Math.max(name, width - verdict);
  const values = rows.flatMap(({ needed, there, state }) =>
    state === 'nothing' ? [there ?? 0] : [needed ?? 0, there ?? 0],
  );
  const domain = logDomain(values);
  const [low, high] = domain.map(Math.log10) as [number, number];
  // Room at both ends for what is off the scale.
  const [from, room] = [name + END, Math.max(0, right - name - 2 * END)];
  const scale: Scale = (value) => {
    if (!(value > 0)) return name + 2;
    if (value === Number.POSITIVE_INFINITY) return right - 2;
    const share = (Math.log10(value) - low) / (high - low);
    return from + Math.min(1, Math.max(0, share)) * room;
  };
  const all = decades(...domain);
  const every = Math.max(1, Math.ceil(all.length / Math.max(1, Math.floor(room / TICK_ROOM))));
  const hasNumbers = values.some((value) => value > 0);
  return (
    <svg data-chart role="img" aria-label={title} width={width} height={height}>
      {hasNumbers && (
        <g className={axis['axis']}>
          {all.map((value, index) => (
            <g key={value}>
              <line x1={scale(value)} x2={scale(value)} y1={2} y2={height - AXIS} className={axis['grid']} />
              {index % every === 0 && (
                <text x={scale(value)} y={height - 6} textAnchor="middle">
                  {tickText(value, 'bytes-per-second')}
                </text>
              )}
            </g>
          ))}
        </g>
      )}
      {rows.map((row, index) => (
        <Dumbbell key={row.id} row={row} top={index * layout.row} layout={layout} scale={scale} right={width} />
      ))}
    </svg>
  );
}

interface DumbbellProps {
  readonly row: BandwidthRow;
  readonly top: number;
  readonly layout: Layout;
  readonly scale: Scale;
  readonly right: number;
}

function Dumbbell({ row, top, layout, scale, right }: DumbbellProps) {
  const y = top + layout.marks;
  const { id, label, needed, there, state } = row;
  const at = there === null ? null : scale(there);
  const isDrawn = needed !== null && state !== 'nothing';
  const need = isDrawn ? scale(needed) : null;
  // Any would do, or none: an arrow off the scale.
  const off = needed === 0 ? -1 : needed === Number.POSITIVE_INFINITY ? 1 : 0;
  const isShort = row.slack !== null && row.slack < 0;
  return (
    <g
      data-segment
      data-quantity={id}
      data-state={state}
      data-short={isShort || undefined}
      data-hint={`${label}: ${neededText(row)}${state === 'off' ? '' : ' needed'}, ${formatQuantity(there, 'bytes-per-second')} there\n${state === 'off' ? stateText(row) : slackText(row)}`}
      className={classes['dumbbell']}
    >
      {/* the whole row answers to the pointer */}
      <rect x={0} y={top} width={right} height={layout.row} className={classes['field']} />
      <text x={0} y={top + layout.text} className={classes['name']}>
        {label}
      </text>
      {at !== null && need !== null && <line x1={at} x2={need} y1={y} y2={y} className={classes['span']} />}
      {at !== null && <line x1={at} x2={at} y1={y - 9} y2={y + 9} className={classes['upright']} />}
      {need !== null && off === 0 && <circle cx={need} cy={y} r={RADIUS} className={classes['ring']} />}
      {need !== null && off !== 0 && (
        <path d={`M${need - 6 * off} ${y - 6}L${need} ${y}L${need - 6 * off} ${y + 6}`} className={classes['arrow']} />
      )}
      <text x={right} y={top + layout.text} textAnchor="end" className={classes['verdict']}>
        {stateText(row)}
      </text>
    </g>
  );
}
