import { Fragment, useId } from 'react';
import type { Curve } from '../../core/studies/figure.js';
import { BAND, type CurvesBox } from './curves-scales.js';
import classes from './curves.module.css';

interface InfeasibleBandsProps {
  readonly curve: Curve;
  readonly box: CurvesBox;
  /** Top of the curve's row above the plot. */
  readonly top: number;
  /** Which of the curves with such a row: neighbours are hatched the other way. */
  readonly place: number;
  readonly stroke: string;
}

/** Width of a letter at 11 px. */
const LETTER = 6;

/** Where nothing fits: hatched over the whole height, with the reason in the curve's row above. */
export function InfeasibleBands({ curve: { infeasible = [] }, box, top, place, stroke }: InfeasibleBandsProps) {
  const id = useId();
  if (infeasible.length === 0) return null;
  return (
    <>
      <pattern
        id={id}
        width={8}
        height={8}
        patternUnits="userSpaceOnUse"
        patternTransform={`rotate(${place % 2 === 0 ? 45 : -45})`}
      >
        <path d="M0 0V8" stroke={stroke} strokeWidth={2} strokeOpacity={0.3} />
      </pattern>
      {infeasible.map(({ from, to, label, detail }, index) => {
        const [start, end] = [box.x(from), box.x(to)];
        const width = Math.max(3, end - start);
        const next = infeasible[index + 1];
        const room = (next === undefined ? box.right : box.x(next.from)) - start - 8;
        const text = label.length * LETTER <= room ? label : '';
        return (
          <Fragment key={from}>
            <rect x={start} y={box.top} width={width} height={box.bottom - box.top} fill={`url(#${id})`} />
            <rect
              x={start}
              y={top + 1}
              width={width}
              height={BAND - 2}
              fill={stroke}
              fillOpacity={0.2}
              stroke={stroke}
              pointerEvents="all"
              data-hint={`${label}\n${detail}`}
              data-infeasible={label}
            />
            <text x={start + 4} y={top + BAND - 3.5} className={classes['infinite']}>
              {text}
            </text>
          </Fragment>
        );
      })}
    </>
  );
}
