import type { ReactNode } from 'react';
import classes from './axis.module.css';
import { ticksBetween } from '../core/quantities/round-ticks.js';

/** One direction of a plot: what is at its ends, and how a value is written. */
export interface PlotAxis {
  readonly from: number;
  readonly to: number;
  readonly tick: (value: number) => string;
  /** What it shows and in which unit. */
  readonly label: string;
}

/** Where things lie inside a plot of `width` × `height` CSS pixels. */
export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

const MARGIN = { left: 56, right: 12, top: 20, bottom: 40 } as const;

/** The scales of a plot whose axes start at `from` and end at `to`. */
export function plotBox(width: number, height: number, x: PlotAxis, y: PlotAxis): PlotBox {
  const left = MARGIN.left;
  const right = Math.max(left + 1, width - MARGIN.right);
  const top = MARGIN.top;
  const bottom = Math.max(top + 1, height - MARGIN.bottom);
  const along = (axis: PlotAxis, value: number): number =>
    axis.to === axis.from ? 0 : (value - axis.from) / (axis.to - axis.from);
  return {
    left,
    right,
    top,
    bottom,
    x: (value) => left + along(x, value) * (right - left),
    y: (value) => bottom - along(y, value) * (bottom - top),
  };
}

interface PlotAxesProps {
  readonly box: PlotBox;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly children: ReactNode;
}

/** Grid, ticks and names of both axes, and what is drawn over them. */
export function PlotAxes({ box, x, y, children }: PlotAxesProps) {
  const { left, right, top, bottom } = box;
  return (
    <>
      <g className={classes['axis']}>
        {ticksBetween(y.from, y.to, Math.max(2, Math.floor((bottom - top) / 44))).map((value) => (
          <g key={value}>
            <line x1={left} x2={right} y1={box.y(value)} y2={box.y(value)} className={classes['grid']} />
            <text x={left - 6} y={box.y(value) + 4} textAnchor="end">
              {y.tick(value)}
            </text>
          </g>
        ))}
        {ticksBetween(x.from, x.to, Math.max(2, Math.floor((right - left) / 80))).map((value) => (
          <g key={value}>
            <line x1={box.x(value)} x2={box.x(value)} y1={bottom} y2={bottom + 4} />
            <text x={box.x(value)} y={bottom + 16} textAnchor={box.x(value) > right - 16 ? 'end' : 'middle'}>
              {x.tick(value)}
            </text>
          </g>
        ))}
        <line x1={left} x2={right} y1={bottom + 0.5} y2={bottom + 0.5} />
        <text x={right} y={bottom + 34} textAnchor="end">
          {x.label}
        </text>
        <text x={0} y={11}>
          {y.label}
        </text>
      </g>
      {children}
    </>
  );
}
