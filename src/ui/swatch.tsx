import classes from './swatch.module.css';
import type { Paint } from './palette.js';

/** A square in a quantity's colour (and pattern), for legends. */
export function Swatch({ paint }: { readonly paint: Paint }) {
  return (
    <span
      className={classes['swatch']}
      data-swatch
      data-hatched={paint.hatched || undefined}
      style={{ backgroundColor: paint.fill }}
      aria-hidden="true"
    />
  );
}
