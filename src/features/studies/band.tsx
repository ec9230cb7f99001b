import type { KeyboardEvent, ReactNode } from 'react';
import type { Cell } from '../../core/studies/figure.js';
import type { Bands } from './bands.js';
import classes from './bands.module.css';

interface BandProps {
  readonly bands: Bands;
  readonly index: number;
  readonly top: number;
  readonly bottom: number;
  /** The point it is of; null for none. */
  readonly pointKey: string | null;
  readonly state: Cell['state'];
  /** Name and number, read out. */
  readonly label: string;
  readonly active: string | null;
  readonly onPoint: (key: string | null) => void;
  readonly onAdopt: (key: string) => void;
  readonly children: ReactNode;
}

/** The whole height of a bar as one control: points at its point, and loads it. */
export function Band(props: BandProps) {
  const { bands, index, top, bottom, pointKey: key, state, label, active, onPoint, onAdopt, children } = props;
  const back = (
    <rect
      x={bands.left + index * bands.step}
      y={top}
      width={bands.step}
      height={Math.max(0, bottom - top)}
      className={classes['back']}
    />
  );
  if (key === null) {
    return (
      <g className={classes['band']}>
        {back}
        {children}
      </g>
    );
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onAdopt(key);
  };
  return (
    <g
      className={classes['band']}
      role="button"
      tabIndex={0}
      aria-label={label}
      data-point={key}
      data-state={state}
      data-active={key === active || undefined}
      onPointerEnter={() => onPoint(key)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onPoint(key)}
      onBlur={() => onPoint(null)}
      onClick={() => onAdopt(key)}
      onKeyDown={press}
    >
      {back}
      {children}
    </g>
  );
}
