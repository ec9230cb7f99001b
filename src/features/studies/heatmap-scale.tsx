import { useId } from 'react';
import type { HeatmapFigure } from '../../core/studies/figure.js';
import axis from '../../ui/axis.module.css';
import { colourAt, shareOf, valueAt, type ColourScale } from './colour-scale.js';
import { axisName, figureTick } from './figure-text.js';
import { hatch } from './heatmap-cells.js';
import classes from './heatmap.module.css';

const STOPS = Array.from({ length: 11 }, (_, index) => index / 10);
const BAR = { width: 192, height: 10 } as const;
/** Room that the scale takes, in CSS pixels. */
export const SCALE_HEIGHT = 48;

interface HeatmapScaleProps {
  readonly scale: HeatmapFigure['scale'];
  readonly colours: ColourScale;
  readonly x: number;
  readonly y: number;
  /** A value to point at: that of the cell under the pointer. */
  readonly value: number | null;
}

/** The key to the colours: from low to high, with values, and what is hatched. */
export function HeatmapScale({ scale, colours, x, y, value }: HeatmapScaleProps) {
  const gradient = useId();
  const { low, high, lowIsGood, map } = colours;
  const isEmpty = !(high >= low);
  const way = (share: number): number => (lowIsGood ? 1 - share : share);
  const ticks = isEmpty ? [] : high > low ? [0, 0.5, 1] : [way(shareOf(high, colours))];
  const at = value === null || isEmpty ? null : x + way(shareOf(value, colours)) * BAR.width;
  return (
    <g className={axis['axis']} pointerEvents="none">
      <text x={x} y={y + 10}>
        {axisName(scale.label, scale.unit)}
        {colours.log && ', logarithmic'}
      </text>
      <linearGradient id={gradient}>
        {STOPS.map((stop) => (
          <stop key={stop} offset={stop} stopColor={colourAt(way(stop), map)} />
        ))}
      </linearGradient>
      <rect x={x} y={y + 18} width={BAR.width} height={BAR.height} fill={`url(#${gradient})`} />
      {at !== null && <path d={`M${at} ${y + 18}l-4 -5h8Z`} className={classes['pointer']} />}
      {ticks.map((share) => (
        <text
          key={share}
          x={x + share * BAR.width}
          y={y + 41}
          textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}
        >
          {figureTick(rounded(valueAt(share, colours)), scale.unit)}
        </text>
      ))}
      <g data-state="infeasible" className={classes['cell']}>
        <rect x={x + BAR.width + 20} y={y + 17} width={16} height={12} data-bare />
        <path d={hatch(x + BAR.width + 20, y + 17, 16, 12)} className={classes['hatch']} />
      </g>
      <text x={x + BAR.width + 42} y={y + 27}>
        nothing fits
      </text>
    </g>
  );
}

/** Three digits say where a colour lies. */
const rounded = (value: number): number => Number(value.toPrecision(3));
