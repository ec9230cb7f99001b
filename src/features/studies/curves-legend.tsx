import type { CurvesFigure } from '../../core/studies/figure.js';
import type { ColorScheme } from '../../ui/color-scheme.js';
import { curveColour } from './curve-colours.js';
import { DASHES } from './curves-lines.js';
import classes from './curves.module.css';

interface CurvesLegendProps {
  readonly figure: CurvesFigure;
  readonly scheme: ColorScheme;
  readonly isPublished: boolean;
  /** The curve to bring forward; null for none. */
  readonly onLight: (curve: string | null) => void;
}

/** Which curve is which, by colour and stroke; pointing at a name brings its curve forward. */
export function CurvesLegend({ figure, scheme, isPublished, onLight }: CurvesLegendProps) {
  return (
    <ul className={classes['legend']}>
      {figure.curves.map(({ id, label, style, colour }) => (
        <li key={id} onPointerEnter={() => onLight(id)} onPointerLeave={() => onLight(null)}>
          <svg width={24} height={12} aria-hidden="true" stroke={curveColour(colour, scheme)}>
            {style === 'points' ? (
              <path d="M3 6h0M12 4h0M21 8h0" strokeWidth={4} strokeLinecap="round" />
            ) : (
              <path d="M1 6h22" strokeWidth={2} strokeDasharray={DASHES[style]} />
            )}
          </svg>
          {label}
        </li>
      ))}
      {isPublished && (
        <li>
          <svg width={24} height={12} aria-hidden="true">
            <path d="M7 6l5 -5l5 5l-5 5Z" className={classes['published']} />
          </svg>
          Published
        </li>
      )}
    </ul>
  );
}
