import { formatQuantity } from '../../core/quantities/format.js';
import type { RooflineDomain, Roofs } from './roofline-points.js';
import type { RooflineScales } from './roofline-scales.js';
import classes from './roofline.module.css';

/** Where the names of the roofs are written, so that no operation's name goes there. */
export function roofLabelBoxes(limits: Roofs | null, y: (value: number) => number, right: number) {
  const peaks = limits === null ? [] : [limits.matrix, limits.vector];
  return peaks
    .filter((peak) => peak > 0)
    .map((peak) => ({ left: right - 140, right, top: y(peak) - 18, bottom: y(peak) - 5 }));
}

interface RoofLinesProps {
  readonly limits: Roofs;
  readonly domain: RooflineDomain;
  readonly scale: Pick<RooflineScales, 'x' | 'y'>;
}

/** HBM’s slope and the peaks of both engines, each with its name. */
export function RoofLines({ limits, domain, scale: { x, y } }: RoofLinesProps) {
  const { matrix, vector, bytesPerSecond } = limits;
  const [low, high] = domain.x;
  // The slope starts where it enters the plot: at its left edge or its foot.
  const start = Math.max(low, domain.y[0] / bytesPerSecond);
  const top = Math.max(matrix, vector);
  const slope = { x1: x(start), y1: y(start * bytesPerSecond), x2: x(top / bytesPerSecond), y2: y(top) };
  const middle = { x: (slope.x1 + slope.x2) / 2, y: (slope.y1 + slope.y2) / 2 };
  const angle = (Math.atan2(slope.y2 - slope.y1, slope.x2 - slope.x1) * 180) / Math.PI;
  const roofs = [
    { name: 'Matrix', peak: matrix, dashed: false },
    { name: 'Vector', peak: vector, dashed: true },
  ].filter(({ peak }) => peak > 0);
  return (
    <g className={classes['roof']}>
      <line {...slope} />
      <text x={middle.x} y={middle.y - 6} textAnchor="middle" transform={`rotate(${angle} ${middle.x} ${middle.y})`}>
        HBM {formatQuantity(bytesPerSecond, 'bytes-per-second')}
      </text>
      {roofs.map(({ name, peak, dashed }) => (
        <g key={name}>
          <line
            x1={x(Math.max(low, peak / bytesPerSecond))}
            x2={x(high)}
            y1={y(peak)}
            y2={y(peak)}
            className={dashed ? classes['dashed'] : undefined}
          />
          <text x={x(high) - 4} y={y(peak) - 5} textAnchor="end">
            {name} {formatQuantity(peak, 'flop')}/s
          </text>
        </g>
      ))}
    </g>
  );
}

/** Which mark is which engine; in the corner under the roof, where no operation can be. */
export function EngineKey({ right, bottom }: { readonly right: number; readonly bottom: number }) {
  return (
    <g>
      <g className={classes['matrix']}>
        <circle cx={right - 108} cy={bottom - 30} r={5} />
        <text x={right - 96} y={bottom - 26} className={classes['label']}>
          matrix engine
        </text>
      </g>
      <g className={classes['vector']}>
        <path d={`M${right - 108} ${bottom - 18}l6 6l-6 6l-6 -6Z`} />
        <text x={right - 96} y={bottom - 8} className={classes['label']}>
          vector engine
        </text>
      </g>
    </g>
  );
}
