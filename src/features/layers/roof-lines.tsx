import { formatQuantity } from '../../core/quantities/format.js';
import type { RooflineDomain, Roofs } from './roofline-points.js';
import type { RooflineScales } from './roofline-scales.js';
import classes from './roofline.module.css';

/** HBM's slope, from where it enters the plot to the highest peak, and where its name stands on it. */
function slopeOf(limits: Roofs, domain: RooflineDomain, { x, y }: Pick<RooflineScales, 'x' | 'y'>) {
  const { bytesPerSecond } = limits;
  const start = Math.max(domain.x[0], domain.y[0] / bytesPerSecond);
  const top = Math.max(limits.matrix, limits.vector);
  const line = { x1: x(start), y1: y(start * bytesPerSecond), x2: x(top / bytesPerSecond), y2: y(top) };
  const [across, up] = [line.x2 - line.x1, line.y2 - line.y1];
  return {
    line,
    // Low on the slope, out of the way of the engines' names.
    middle: { x: line.x1 + across * 0.4, y: line.y1 + up * 0.4 },
    angle: (Math.atan2(up, across) * 180) / Math.PI,
  };
}

/** Half of what HBM's name takes along the slope, in CSS pixels. */
const HALF_NAME = 48;

/**
 * Where the names of the roofs are written, so that no operation's name goes there: the engines' left of each ridge,
 * over the slope, where no operation can be.
 */
export function roofLabelBoxes(limits: Roofs | null, domain: RooflineDomain, scale: Pick<RooflineScales, 'x' | 'y'>) {
  if (limits === null) return [];
  const { middle, angle } = slopeOf(limits, domain, scale);
  const [across, up] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)].map(
    (part) => Math.abs(part) * HALF_NAME,
  ) as [number, number];
  const ofSlope = { left: middle.x - across, right: middle.x + across, top: middle.y - up - 16, bottom: middle.y + up };
  const ofPeaks = [limits.matrix, limits.vector]
    .filter((peak) => peak > 0)
    .map((peak) => {
      const right = scale.x(peak / limits.bytesPerSecond);
      return { left: right - 150, right, top: scale.y(peak) - 8, bottom: scale.y(peak) + 8 };
    });
  return [ofSlope, ...ofPeaks];
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
  const { line: slope, middle, angle } = slopeOf(limits, domain, { x, y });
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
          <text x={x(Math.max(low, peak / bytesPerSecond)) - 6} y={y(peak) + 4} textAnchor="end">
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
