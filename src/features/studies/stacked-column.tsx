import type { MouseEvent } from 'react';
import { quantity } from '../../core/quantities/registry.js';
import type { StackBar } from '../../core/studies/figure.js';
import { heightIn, type Panel } from './band-panel.js';
import type { Bands } from './bands.js';
import classes from './bands.module.css';
import { explainPoint } from './explain-point.js';
import { figureText } from './figure-text.js';
import { paintOf, partQuantity, stacked, stackSum, sumQuantity, type StackKind } from './stack-parts.js';

interface StackedColumnProps {
  readonly bar: StackBar;
  readonly kind: StackKind;
  readonly unit: 'seconds' | 'bytes';
  readonly panel: Panel;
  readonly bands: Bands;
  readonly index: number;
  /** The id of the pattern for hatched parts. */
  readonly hatch: string;
  /** Where a line crosses the panel, in CSS pixels; null for none. */
  readonly line: number | null;
}

/** Room for a total above its bar, in CSS pixels. */
const TOTAL_ROOM = 50;
/** How far a total stands above what is below it, and how high its digits are. */
const TOTAL = { gap: 4, height: 9 } as const;

/** The foot of a total above a bar, and above a line that would strike it through. */
export function totalFoot(top: number, line: number | null): number {
  const foot = top - TOTAL.gap;
  const isStruck = line !== null && line < foot + 2 && line > foot - TOTAL.height - 2;
  return isStruck ? line - TOTAL.gap : foot;
}

/** One bar of a panel, its parts from the bottom up, the sum above, each of which explains itself; or why there is none. */
export function StackedColumn({ bar, kind, unit, panel, bands, index, hatch, line }: StackedColumnProps) {
  const x = bands.middle(index) - bands.barWidth / 2;
  const total = stackSum(bar[kind]);
  const top = panel.bottom - heightIn(panel, total);
  if (bar.state !== 'value') {
    return (
      <text
        x={bands.middle(index)}
        y={panel.bottom - 6}
        textAnchor="middle"
        className={classes['nothing']}
        data-hint={bar.state === 'infeasible' ? `${bar.label}: nothing fits` : undefined}
      >
        {bar.state === 'infeasible' ? '–' : ''}
      </text>
    );
  }
  const { key } = bar;
  const explains = (asked: string) =>
    key === null
      ? undefined
      : (event: MouseEvent<SVGElement>): void => {
          // what is not on a part loads the point, as the keys do
          if (explainPoint(key, asked, event.currentTarget)) event.stopPropagation();
        };
  const invites = key === null ? '' : '\nPress for how it is computed';
  return (
    <>
      {stacked(bar[kind]).map(({ id, value, below }) => {
        const height = heightIn(panel, value);
        const y = panel.bottom - heightIn(panel, below) - height;
        const paint = paintOf(id);
        const hint = `${quantity(id).label}: ${figureText(value, unit)}`;
        return (
          <g
            key={id}
            data-segment
            data-hint={`${bar.label}\n${hint}${invites}`}
            onClick={explains(partQuantity(kind, id))}
          >
            <rect x={x} y={y} width={bands.barWidth} height={height} fill={paint.fill} className={classes['part']} />
            {paint.hatched === true && (
              <rect x={x} y={y} width={bands.barWidth} height={height} fill={`url(#${hatch})`} />
            )}
          </g>
        );
      })}
      {bands.step >= TOTAL_ROOM && (
        <text
          x={bands.middle(index)}
          y={totalFoot(top, line)}
          textAnchor="middle"
          className={`${classes['value']} ${classes['asked']}`}
          data-hint={`${bar.label}\n${quantity(sumQuantity(kind)).label}: ${figureText(total, unit)}${invites}`}
          onClick={explains(sumQuantity(kind))}
        >
          {figureText(total, unit)}
        </text>
      )}
    </>
  );
}
