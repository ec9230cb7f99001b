import { formatQuantity } from '../../core/quantities/format.js';
import { IN } from '../../core/quantities/formula/input-ids.js';
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
/** What an engine's name takes, and how near to each other two peaks may be with both names left of their ridges. */
const NAME = { width: 150, short: 44, height: 14 };

interface RoofAt {
  readonly name: string;
  readonly how: string;
  readonly peak: number;
  readonly dashed: boolean;
  /** Where its flat part begins. */
  readonly ridge: number;
  readonly y: number;
  /** Where its name ends. */
  readonly label: { readonly x: number; readonly y: number };
  /** Its name without its peak. */
  readonly isShort: boolean;
}

/** The peaks, each with its name left of its ridge, over the slope, where no operation can be. */
function roofsAt(limits: Roofs, domain: RooflineDomain, { x, y }: Pick<RooflineScales, 'x' | 'y'>): RoofAt[] {
  const engines = [
    { name: 'Matrix', how: 'matrix-peak', peak: limits.matrix, dashed: false },
    { name: 'Vector', how: 'vector-peak', peak: limits.vector, dashed: true },
  ].filter(({ peak }) => peak > 0);
  const isCrowded = engines.length === 2 && Math.abs(y(limits.matrix) - y(limits.vector)) < NAME.height;
  return engines.map((engine) => {
    const ridge = x(Math.max(domain.x[0], engine.peak / limits.bytesPerSecond));
    const at = y(engine.peak);
    // Two names at one height: the vector engine's goes under the end of its roof.
    const label =
      isCrowded && engine.dashed ? { x: x(domain.x[1]) - 4, y: at + NAME.height } : { x: ridge - 6, y: at - 1 };
    // Left of a ridge that is near the axis there is room for the name alone.
    return { ...engine, ridge, y: at, label, isShort: label.x - NAME.width < x(domain.x[0]) };
  });
}

/** Where no operation's name may go: on the names of the roofs, and across the roofs themselves. */
export function roofLabelBoxes(limits: Roofs | null, domain: RooflineDomain, scale: Pick<RooflineScales, 'x' | 'y'>) {
  if (limits === null) return [];
  const { line, middle, angle } = slopeOf(limits, domain, scale);
  const [across, up] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)].map(
    (part) => Math.abs(part) * HALF_NAME,
  ) as [number, number];
  const ofSlopeName = {
    left: middle.x - across,
    right: middle.x + across,
    top: middle.y - up - 16,
    bottom: middle.y + up,
  };
  // The slope in steps of a few pixels, each a box of its own.
  const steps = Math.ceil((line.x2 - line.x1) / 4);
  const ofSlope = Array.from({ length: steps }, (_, step) => {
    const [from, to] = [step / steps, (step + 1) / steps];
    return {
      left: line.x1 + from * (line.x2 - line.x1),
      right: line.x1 + to * (line.x2 - line.x1),
      top: line.y1 + to * (line.y2 - line.y1),
      bottom: line.y1 + from * (line.y2 - line.y1),
    };
  });
  const end = scale.x(domain.x[1]);
  const ofPeaks = roofsAt(limits, domain, scale).flatMap(({ ridge, y, label, isShort }) => [
    {
      left: label.x - (isShort ? NAME.short : NAME.width),
      right: label.x,
      top: label.y - NAME.height,
      bottom: label.y + 3,
    },
    { left: ridge, right: end, top: y - 1, bottom: y + 1 },
  ]);
  return [ofSlopeName, ...ofSlope, ...ofPeaks];
}

interface RoofLinesProps {
  readonly limits: Roofs;
  readonly domain: RooflineDomain;
  readonly scale: Pick<RooflineScales, 'x' | 'y'>;
}

/** HBM’s slope and the peaks of both engines, each with its name. */
export function RoofLines({ limits, domain, scale }: RoofLinesProps) {
  const { line: slope, middle, angle } = slopeOf(limits, domain, scale);
  const end = scale.x(domain.x[1]);
  return (
    <g className={classes['roof']}>
      <g data-how={IN.hbmBandwidth}>
        <line {...slope} />
        <text x={middle.x} y={middle.y - 6} textAnchor="middle" transform={`rotate(${angle} ${middle.x} ${middle.y})`}>
          HBM {formatQuantity(limits.bytesPerSecond, 'bytes-per-second')}
        </text>
      </g>
      {roofsAt(limits, domain, scale).map(({ name, how, peak, dashed, ridge, y, label, isShort }) => (
        <g key={name} data-how={how} data-hint={isShort ? `${name} ${formatQuantity(peak, 'flop')}/s` : undefined}>
          <line x1={ridge} x2={end} y1={y} y2={y} className={dashed ? classes['dashed'] : undefined} />
          <text x={label.x} y={label.y} textAnchor="end">
            {isShort ? name : `${name} ${formatQuantity(peak, 'flop')}/s`}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Where no operation's name may go for what the corner says. */
export const engineKeyBox = (right: number, bottom: number) => ({
  left: right - 116,
  right,
  top: bottom - 40,
  bottom,
});

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
