import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { CurvesFigure } from '../../core/studies/figure.js';
import type { ColorScheme } from '../../ui/color-scheme.js';
import { curveColour } from './curve-colours.js';
import { nearestSpot, spotAfter, spotsOf, type Spot } from './curve-spots.js';
import { spotWords } from './curve-words.js';
import { CurvesAxes } from './curves-axes.js';
import { CurvesLines } from './curves-lines.js';
import { CurvesMarks } from './curves-marks.js';
import { NowLine } from './curves-now.js';
import { curvesBox, type CurvesBox } from './curves-scales.js';
import classes from './curves.module.css';
import type { FigureProps } from './figure-props.js';

interface CurvesPlotProps extends Omit<FigureProps<CurvesFigure>, 'figures'> {
  readonly width: number;
  readonly height: number;
  readonly scheme: ColorScheme;
  readonly lit: string | null;
}

type Place = Pick<Spot, 'curve' | 'index'>;

const found = (spots: readonly (readonly Spot[])[], place: Place | null): Spot | null =>
  place === null
    ? null
    : (spots.flat().find((spot) => spot.curve === place.curve && spot.index === place.index) ?? null);

/** The drawing with its crosshair. The curves are drawn anew only with new numbers or another size. */
export function CurvesPlot(props: CurvesPlotProps) {
  const { figure, width, height, scheme, lit, active, onPoint, onAdopt } = props;
  const [hovered, setHovered] = useState<Place | null>(null);
  const [walked, setWalked] = useState<Place | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const box = useMemo(() => curvesBox(figure, width, height), [figure, width, height]);
  const spots = useMemo(() => spotsOf(figure, box), [figure, box]);
  const byKey = useMemo(() => {
    const map = new Map<string, Spot[]>();
    for (const spot of spots.flat()) if (spot.key !== null) map.set(spot.key, [...(map.get(spot.key) ?? []), spot]);
    return map;
  }, [spots]);

  const walk = found(spots, walked) ?? spots[0]?.[0] ?? null;
  const own = found(spots, hovered) ?? (hasFocus ? walk : null);
  const others = active === null ? [] : (byKey.get(active) ?? []);
  const shown = own ?? others[0] ?? null;

  const move = (event: PointerEvent<SVGSVGElement>): void => {
    const frame = event.currentTarget.getBoundingClientRect();
    const spot = nearestSpot(spots, event.clientX - frame.left, event.clientY - frame.top);
    if (spot?.curve === hovered?.curve && spot?.index === hovered?.index) return;
    setHovered(spot);
    onPoint(spot?.key ?? null);
  };
  const leave = (): void => {
    setHovered(null);
    onPoint(hasFocus ? (walk?.key ?? null) : null);
  };
  const adopt = (spot: Spot | null): void => {
    if (spot !== null && spot.key !== null) onAdopt(spot.key);
  };
  const press = (event: KeyboardEvent): void => {
    if (walk === null) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      adopt(walk);
      return;
    }
    const next = spotAfter(event.key, spots, walk);
    if (next === null) return;
    event.preventDefault();
    setHovered(null);
    setWalked(next);
    onPoint(next.key);
  };
  const line = spots.find((each) => each[0]?.curve === walk?.curve) ?? [];
  return (
    <>
      <div className={classes['readout']} aria-hidden="true">
        {shown === null ? '' : spotWords(figure, shown)}
      </div>
      <div className={classes['canvas']}>
        <svg
          data-chart
          role="slider"
          tabIndex={0}
          aria-label={`${figure.finding}. Left and right move along a curve, up and down to another, Enter makes a point the current design, H explains it.`}
          aria-valuemin={0}
          aria-valuemax={Math.max(0, line.length - 1)}
          aria-valuenow={walk === null ? 0 : Math.max(0, line.indexOf(walk))}
          aria-valuetext={walk === null ? 'No points yet' : spotWords(figure, walk)}
          width={width}
          height={height}
          className={classes['plot']}
          data-point={walk?.key ?? undefined}
          data-pick={(own !== null && own.key !== null) || undefined}
          onPointerMove={move}
          onPointerLeave={leave}
          onClick={() => adopt(found(spots, hovered))}
          onKeyDown={press}
          onFocus={(event) => {
            // A click focuses too; only the keyboard walks.
            if (!event.currentTarget.matches(':focus-visible')) return;
            setHasFocus(true);
            onPoint(walk?.key ?? null);
          }}
          onBlur={() => {
            setHasFocus(false);
            onPoint(null);
          }}
        >
          <CurvesAxes figure={figure} box={box} />
          <NowLine figure={figure} box={box} />
          <CurvesLines figure={figure} box={box} scheme={scheme} lit={lit} />
          <CurvesMarks figure={figure} box={box} scheme={scheme} />
        </svg>
        {/* A drawing of its own: moving the crosshair does not paint thousands of dots again. */}
        <svg aria-hidden="true" width={width} height={height} className={classes['over']}>
          <Crosshair figure={figure} box={box} scheme={scheme} spots={own === null ? others : [own]} cross={shown} />
        </svg>
      </div>
    </>
  );
}

interface CrosshairProps {
  readonly figure: CurvesFigure;
  readonly box: CurvesBox;
  readonly scheme: ColorScheme;
  readonly spots: readonly Spot[];
  readonly cross: Spot | null;
}

function Crosshair({ figure, box, scheme, spots, cross }: CrosshairProps) {
  if (cross === null) return null;
  return (
    <g pointerEvents="none">
      <path
        d={`M${cross.x} ${box.top}V${box.bottom}M${box.left} ${cross.y}H${box.right}`}
        className={classes['cross']}
      />
      {spots.map((spot) => (
        <circle
          key={`${spot.curve}/${spot.index}`}
          cx={spot.x}
          cy={spot.y}
          r={5}
          fill={curveColour(figure.curves[spot.curve]?.colour ?? 0, scheme)}
          className={classes['spot']}
        />
      ))}
    </g>
  );
}
