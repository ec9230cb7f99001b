import type { CurvesFigure } from '../../core/studies/figure.js';
import type { ColorScheme } from '../../ui/color-scheme.js';
import { memoInUnits } from '../../ui/memo-in-units.js';
import { curveColour } from './curve-colours.js';
import type { CurvesBox } from './curves-scales.js';
import classes from './curves.module.css';
import { MARK_SIZE, placeMarks, type Spot } from './mark-labels.js';

interface CurvesMarksProps {
  readonly figure: CurvesFigure;
  readonly box: CurvesBox;
  readonly scheme: ColorScheme;
}

/** More points than this leave no room beside them: there a word may lie over the lines. */
const MOST_POINTS = 100;
const STEP = 8;

/** Points of the lines a few pixels apart, which a word should not lie across. */
function alongLines(curves: CurvesFigure['curves'], box: CurvesBox): readonly Spot[] {
  const lines = curves.filter(({ style, points }) => style !== 'points' && points.length <= MOST_POINTS);
  return lines.flatMap(({ points }) => {
    const spots = points
      .map(({ x, y }): Spot => ({ x: box.x(x), y: box.y(y) }))
      .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
    return spots.flatMap((spot, index) => {
      const next = spots[index + 1] ?? spot;
      const steps = Math.max(1, Math.ceil(Math.abs(next.x - spot.x) / STEP));
      return Array.from({ length: steps }, (_, step) => ({
        x: spot.x + ((next.x - spot.x) * step) / steps,
        y: spot.y + ((next.y - spot.y) * step) / steps,
      }));
    });
  });
}

/** The marked places with a word each where there is room; the list beneath has them all. */
export const CurvesMarks = memoInUnits(function CurvesMarks({
  figure: { marks, curves },
  box,
  scheme,
}: CurvesMarksProps) {
  const places = marks
    .map(({ x, y, label }, index) => ({ index, x: box.x(x), y: box.y(y), text: label }))
    .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const colourOf = (index: number): string => curveColour(marks[index]?.colour ?? 0, scheme);
  return (
    <g pointerEvents="none">
      {placeMarks(places, box, alongLines(curves, box)).map(({ index, x, y, text, labelX, labelY }) => (
        <g key={index}>
          <line x1={x} y1={y} x2={labelX} y2={labelY + (labelY > y ? -9 : 3)} className={classes['leader']} />
          <text x={labelX} y={labelY} textAnchor="middle" fontSize={MARK_SIZE} className={classes['label']}>
            {text}
          </text>
        </g>
      ))}
      {places.map(({ index, x, y }) => (
        <path
          key={index}
          d={`M${x - 5} ${y - 5}h10l-5 9Z`}
          fill={colourOf(index)}
          className={classes['mark']}
          data-mark={index}
        />
      ))}
    </g>
  );
});

interface MarkListProps {
  readonly figure: CurvesFigure;
  readonly scheme: ColorScheme;
  readonly onPoint: (key: string | null) => void;
  readonly onAdopt: (key: string) => void;
}

/** What every mark means, in full. A mark stands for the later of its two points. */
export function MarkList({ figure: { marks, finding }, scheme, onPoint, onAdopt }: MarkListProps) {
  if (marks.length === 0) return null;
  return (
    <ol className={classes['marks']} aria-label={`Marks: ${finding}`}>
      {marks.map(({ label, detail, keys, colour }, index) => {
        const key = keys.at(-1) ?? null;
        return (
          <li key={index}>
            <button
              type="button"
              data-point={key ?? undefined}
              data-hint={`${detail}\nClick to make it the current design; H explains it`}
              aria-disabled={key === null || undefined}
              onClick={() => {
                if (key !== null) onAdopt(key);
              }}
              onPointerEnter={() => onPoint(key)}
              onPointerLeave={() => onPoint(null)}
              onFocus={() => onPoint(key)}
              onBlur={() => onPoint(null)}
            >
              <svg width={10} height={10} aria-hidden="true">
                <path d="M0 1h10l-5 9Z" fill={curveColour(colour, scheme)} />
              </svg>
              <strong>{label}</strong> {detail}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
