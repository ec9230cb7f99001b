import type { CurvesFigure } from '../../core/studies/figure.js';
import type { CurvesBox } from './curves-scales.js';
import classes from './curves.module.css';

interface NowLineProps {
  readonly figure: CurvesFigure;
  readonly box: CurvesBox;
}

/** Where the input is now, if that is on the axis. */
export function NowLine({ figure: { now }, box }: NowLineProps) {
  if (now === undefined) return null;
  const x = box.x(now.x);
  if (!(x >= box.left - 1 && x <= box.right + 1)) return null;
  const isLeft = x > (box.left + box.right) / 2;
  return (
    <g aria-hidden="true" pointerEvents="none" className={classes['now']}>
      <line x1={x} x2={x} y1={box.top} y2={box.bottom} />
      <text x={isLeft ? x - 5 : x + 5} y={box.bottom - 6} textAnchor={isLeft ? 'end' : 'start'}>
        {now.label}
      </text>
    </g>
  );
}
