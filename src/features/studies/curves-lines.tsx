import type { Curve, CurvesFigure } from '../../core/studies/figure.js';
import type { ColorScheme } from '../../ui/color-scheme.js';
import { memoInUnits } from '../../ui/memo-in-units.js';
import { curveColour } from './curve-colours.js';
import { diamondsPath, dotsPath, linePath } from './curves-paths.js';
import { InfeasibleBands } from './curves-infeasible.js';
import { BAND, isBanded, type CurvesBox } from './curves-scales.js';
import classes from './curves.module.css';
import { publishedValue } from './published.js';

/** Up to so many points of a line have a dot each; more would hide it. */
const MOST_DOTS = 48;
const DOT = { few: 6, many: 3 } as const;
/** How a line of each style is broken. */
export const DASHES: Readonly<Partial<Record<Curve['style'], string>>> = { dashed: '6 4', dotted: '2 3' };

interface CurvesLinesProps {
  readonly figure: CurvesFigure;
  readonly box: CurvesBox;
  readonly scheme: ColorScheme;
  /** The curve to bring forward, by its id; null for all alike. */
  readonly lit: string | null;
}

/** Curves and infinite stretches, a path or two each however many points there are. */
export const CurvesLines = memoInUnits(function CurvesLines({ figure, box, scheme, lit }: CurvesLinesProps) {
  const log = { x: figure.x.scale === 'log', y: figure.y.scale === 'log' };
  const banded = figure.curves.filter(isBanded);
  return (
    <g fill="none" pointerEvents="none">
      {figure.curves.map((curve) => {
        const stroke = curveColour(curve.colour, scheme);
        const isFew = curve.points.length <= MOST_DOTS && curve.points.some(({ key }) => key !== null);
        const isDotted = curve.style === 'points' || isFew;
        const isSmall = curve.style === 'points' && curve.points.length > MOST_DOTS;
        const band = banded.indexOf(curve);
        return (
          <g key={curve.id} className={classes['curve']} data-faint={(lit !== null && lit !== curve.id) || undefined}>
            {curve.style !== 'points' && (
              <path
                d={linePath(curve, box, log)}
                stroke={stroke}
                strokeWidth={2}
                strokeDasharray={DASHES[curve.style]}
                strokeLinejoin="round"
              />
            )}
            {isDotted && (
              <path
                d={dotsPath(curve, box, log)}
                stroke={stroke}
                strokeWidth={isSmall ? DOT.many : DOT.few}
                strokeLinecap="round"
              />
            )}
            <PublishedMarks curve={curve} box={box} />
            {band >= 0 && (
              <>
                <Band curve={curve} box={box} top={box.top - (banded.length - band) * BAND} stroke={stroke} />
                <InfeasibleBands
                  curve={curve}
                  box={box}
                  top={box.top - (banded.length - band) * BAND}
                  place={band}
                  stroke={stroke}
                />
              </>
            )}
          </g>
        );
      })}
    </g>
  );
});

interface PartProps {
  readonly curve: Curve;
  readonly box: CurvesBox;
}

/** The paper's values, open, so that ours is seen within. */
function PublishedMarks({ curve, box }: PartProps) {
  const places = curve.points.flatMap(({ x, y, published }) => {
    const value = publishedValue(y, published);
    const place = value === null ? null : ([box.x(x), box.y(value)] as const);
    return place === null || !place.every(Number.isFinite) ? [] : [place];
  });
  return places.length === 0 ? null : <path d={diamondsPath(places, 6)} className={classes['published']} />;
}

/** Where the curve is infinite: a bar above the plot. */
function Band({ curve, box, top, stroke }: PartProps & { readonly top: number; readonly stroke: string }) {
  return (curve.infinite ?? []).map(([from, to]) => {
    const [start, end] = [box.x(from), box.x(to)];
    const width = Math.max(3, end - start);
    return (
      <g key={from}>
        <rect x={start} y={top + 2} width={width} height={BAND - 4} fill={stroke} fillOpacity={0.35} />
        <text x={start + width + 3} y={top + BAND - 3} className={classes['infinite']}>
          ∞
        </text>
      </g>
    );
  });
}
