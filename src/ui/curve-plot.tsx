import { useRef, useState, type PointerEvent } from 'react';
import { curveDomain, draggedPoint, withPoint, type Curve } from './curve-points.js';
import classes from './curve-field.module.css';

interface CurvePlotProps {
  readonly curve: Curve;
  readonly base?: Curve | undefined;
  readonly onChange: (curve: Curve, options: { readonly commit: boolean }) => void;
  readonly onCommit: () => void;
}

const WIDTH = 300;
const HEIGHT = 64;
const PAD = 6;

/** Right to left: each efficiency holds from its threshold up to the one above. */
function stepPath(curve: Curve, x: (threshold: number) => number, y: (efficiency: number) => number): string {
  let path = '';
  let right = WIDTH - PAD;
  for (const [threshold, efficiency] of curve) {
    const left = threshold === 0 ? PAD : x(threshold);
    path += `${path === '' ? 'M' : 'L'}${right},${y(efficiency)}L${left},${y(efficiency)}`;
    right = left;
  }
  return path;
}

/** The curve as steps over a log axis. Points can be dragged; the rows beneath do the same by keyboard, so this is hidden from readers. */
export function CurvePlot({ curve, base, onChange, onCommit }: CurvePlotProps) {
  const svgRef = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<{ readonly index: number; readonly domain: readonly [number, number] } | null>(null);
  // The axis holds still while a point is dragged along it.
  const [low, high] = drag?.domain ?? curveDomain(base === undefined ? curve : [...curve, ...base]);
  const x = (threshold: number): number => {
    const share = Math.log(Math.max(threshold, low) / low) / Math.log(high / low);
    return PAD + share * (WIDTH - 2 * PAD);
  };
  const y = (efficiency: number): number => PAD + (1 - efficiency) * (HEIGHT - 2 * PAD);

  const move = (event: PointerEvent): void => {
    const box = svgRef.current?.getBoundingClientRect();
    if (drag === null || box === undefined) return;
    const across = (((event.clientX - box.left) / box.width) * WIDTH - PAD) / (WIDTH - 2 * PAD);
    const down = (((event.clientY - box.top) / box.height) * HEIGHT - PAD) / (HEIGHT - 2 * PAD);
    const [threshold, efficiency] = draggedPoint(curve, drag.index, low * (high / low) ** across, 1 - down);
    onChange(withPoint(curve, drag.index, threshold, efficiency), { commit: false });
  };
  const end = (): void => {
    if (drag === null) return;
    setDrag(null);
    onCommit();
  };
  const decades = Math.round(Math.log10(high / low));

  return (
    <svg
      ref={svgRef}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={classes['plot']}
      aria-hidden="true"
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {Array.from({ length: decades + 1 }, (_, at) => (
        <line
          key={at}
          className={classes['grid']}
          x1={x(low * 10 ** at)}
          x2={x(low * 10 ** at)}
          y1={PAD}
          y2={HEIGHT - PAD}
        />
      ))}
      <line className={classes['grid']} x1={PAD} x2={WIDTH - PAD} y1={y(1)} y2={y(1)} />
      <line className={classes['axis']} x1={PAD} x2={WIDTH - PAD} y1={y(0)} y2={y(0)} />
      {base !== undefined && <path className={classes['basePath']} d={stepPath(base, x, y)} />}
      <path className={classes['path']} d={stepPath(curve, x, y)} />
      {curve.map(([threshold, efficiency], index) => (
        <circle
          key={index}
          className={classes['point']}
          cx={threshold === 0 ? PAD : x(threshold)}
          cy={y(efficiency)}
          r={4}
          onPointerDown={(event) => {
            event.preventDefault();
            svgRef.current?.setPointerCapture(event.pointerId);
            setDrag({ index, domain: [low, high] });
          }}
        />
      ))}
    </svg>
  );
}
