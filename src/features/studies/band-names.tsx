import { nameMiddle, twoLines, type Bands } from './bands.js';
import axis from '../../ui/axis.module.css';

interface BandNamesProps {
  readonly bands: Bands;
  readonly names: readonly string[];
  readonly y: number;
  /** What the names are of. */
  readonly label: string;
}

/** Height of the names with what they are of. */
export const NAMES_HEIGHT = 50;

/** The names beneath the bars, as many as have room. */
export function BandNames({ bands, names, y, label }: BandNamesProps) {
  return (
    <g className={axis['axis']}>
      {names.map((name, index) =>
        index % bands.every === 0 ? (
          <text key={name} y={y + 16} textAnchor="middle">
            {twoLines(name, bands.step * bands.every).map((line, at) => (
              <tspan key={line} x={nameMiddle(bands, index, line)} dy={at === 0 ? 0 : 13}>
                {line}
              </tspan>
            ))}
          </text>
        ) : null,
      )}
      <text x={bands.right} y={y + NAMES_HEIGHT - 6} textAnchor="end">
        {label}
      </text>
    </g>
  );
}
