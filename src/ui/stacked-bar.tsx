import { useId } from 'react';
import classes from './stacked-bar.module.css';
import { inkOn, type Paint } from './palette.js';

export interface Segment {
  /** A quantity id: the segment lights up with it, and a click explains it. */
  readonly id: string;
  readonly label: string;
  readonly value: number;
  /** The value with its unit. */
  readonly text: string;
  readonly paint: Paint;
  /** What a click explains, where it is only a part of that quantity. */
  readonly how?: string;
}

interface StackedBarProps {
  readonly segments: readonly Segment[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The value at the right end of `width`. */
  readonly domain: number;
  /** A thin bar without labels: the design that is compared with. */
  readonly ghost?: boolean;
}

/** Width of a wide sans' character at 12 px, semi-bold: labels that might not fit are left to the table. */
const CHARACTER = 7.8;
const LABEL_PADDING = 6;

const fits = (text: string, width: number): boolean => text.length * CHARACTER + LABEL_PADDING <= width;

/** What is no length takes no room: less than nothing, and what never ends. */
const lengthOf = (value: number): number => (Number.isFinite(value) ? Math.max(0, value) : 0);

/** Each segment with where it begins. */
function stacked(segments: readonly Segment[]): { segment: Segment; start: number; length: number }[] {
  let start = 0;
  return segments.map((segment) => {
    const length = lengthOf(segment.value);
    const placed = { segment, start, length };
    start += length;
    return placed;
  });
}

/** One horizontal stacked bar, drawn by hand: it has to follow a drag at every frame. */
export function StackedBar({ segments, x, y, width, height, domain, ghost = false }: StackedBarProps) {
  const hatch = useId();
  const scale = domain > 0 && Number.isFinite(domain) && Number.isFinite(width / domain) ? width / domain : 0;
  const total = segments.reduce((sum, segment) => sum + lengthOf(segment.value), 0);
  return (
    <g>
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="2" height="6" fill="#ffffff" fillOpacity="0.55" />
      </pattern>
      {stacked(segments).map(({ segment, start, length }) => {
        const left = x + start * scale;
        const size = length * scale;
        const ink = inkOn(segment.paint.fill);
        const both = !ghost && fits(segment.label, size) && fits(segment.text, size) && height >= 36;
        const middle = left + size / 2;
        return (
          <g
            key={segment.id}
            data-segment
            data-quantity={segment.id}
            data-how={segment.how}
            data-hint={`${segment.label}${ghost ? ' (baseline)' : ''}: ${segment.text}`}
            className={classes['segment']}
          >
            <rect x={left} y={y} width={size} height={height} fill={segment.paint.fill} className={classes['fill']} />
            {segment.paint.hatched === true && (
              <rect x={left} y={y} width={size} height={height} fill={`url(#${hatch})`} />
            )}
            {both && (
              <text x={middle} y={y + height / 2 - 4} fill={ink} textAnchor="middle" className={classes['label']}>
                {segment.label}
              </text>
            )}
            {!ghost && fits(segment.text, size) && segment.paint.hatched !== true && (
              <text
                x={middle}
                y={y + height / 2 + (both ? 12 : 4)}
                fill={ink}
                textAnchor="middle"
                className={classes['value']}
              >
                {segment.text}
              </text>
            )}
          </g>
        );
      })}
      {total > 0 && <rect x={x} y={y} width={total * scale} height={height} className={classes['outline']} />}
    </g>
  );
}
