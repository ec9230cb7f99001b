import { linearTicks } from '../../core/quantities/round-ticks.js';
import axis from '../../ui/axis.module.css';
import classes from './bands.module.css';

/** Where a panel of bars lies, in CSS pixels, and what is at its top. */
export interface Panel {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly most: number;
}

/** Room for the axis at the left, and at the right edge. */
export const LEFT = 64;
export const RIGHT = 8;

/** The height of a value above the foot of a panel. */
export const heightIn = ({ top, bottom, most }: Panel, value: number): number =>
  most > 0 ? (Math.max(0, Math.min(value, most)) / most) * (bottom - top) : 0;

interface BandPanelProps {
  readonly panel: Panel;
  readonly tick: (value: number) => string;
  /** Ticks are round numbers of this many: 2^30 for bytes. */
  readonly per?: number;
}

/** The axis of a panel of vertical bars, from 0: grid and ticks. */
export function BandPanel({ panel, tick, per = 1 }: BandPanelProps) {
  const { left, right, top, bottom, most } = panel;
  return (
    <g>
      <g className={axis['axis']}>
        {linearTicks(most / per, Math.max(2, Math.floor((bottom - top) / 40))).map((round) => {
          const value = round * per;
          const y = bottom - heightIn(panel, value);
          return (
            <g key={round}>
              <line x1={left} x2={right} y1={y} y2={y} className={axis['grid']} />
              <text x={left - 6} y={y + 4} textAnchor="end">
                {tick(value)}
              </text>
            </g>
          );
        })}
      </g>
      <line x1={left} x2={right} y1={bottom + 0.5} y2={bottom + 0.5} className={classes['foot']} />
    </g>
  );
}

/** What a panel shows, above it. Drawn last, over what lights up beneath. */
export function PanelName({ panel, label }: { readonly panel: Panel; readonly label: string }) {
  return (
    <g className={axis['axis']}>
      <text x={0} y={panel.top - 20}>
        {label}
      </text>
    </g>
  );
}
