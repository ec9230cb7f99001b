import classes from './axis.module.css';
import { linearTicks } from '../core/quantities/round-ticks.js';

interface LinearAxisProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The value at the right end. */
  readonly domain: number;
  readonly tick: (value: number) => string;
}

/** Room a tick's label takes, in CSS pixels. */
const LABEL_ROOM = 96;

/** A horizontal axis from 0, its ticks at round values and each with its unit. */
export function LinearAxis({ x, y, width, domain, tick }: LinearAxisProps) {
  const ticks = linearTicks(domain, Math.max(1, Math.floor(width / LABEL_ROOM)));
  return (
    <g className={classes['axis']}>
      <line x1={x} x2={x + width} y1={y + 0.5} y2={y + 0.5} />
      {ticks.map((value) => {
        const at = x + (value / domain) * width;
        return (
          <g key={value}>
            <line x1={at} x2={at} y1={y} y2={y + 4} />
            <text x={at} y={y + 16} textAnchor={value === 0 ? 'start' : at > x + width - 24 ? 'end' : 'middle'}>
              {tick(value)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
