import type { CurvesFigure } from '../../core/studies/figure.js';
import { figureText } from './figure-text.js';
import classes from './curves.module.css';

/** Where nothing fits and why, in words; then what there is to know of the figure. */
export function CurvesNotes({ figure: { curves, x, notes = [] } }: { readonly figure: CurvesFigure }) {
  const stretches = curves.flatMap(({ label, infeasible = [] }) =>
    infeasible.map(({ from, to, label: reason, detail }) => {
      const ends = [from, to].map((value) => figureText(value, x.unit));
      const where = ends[0] === ends[1] ? `at ${ends[0]}` : `from ${ends[0]} to ${ends[1]}`;
      return { key: `${label} ${from}`, title: `${label}, ${where}: ${reason}.`, detail };
    }),
  );
  if (stretches.length + notes.length === 0) return null;
  return (
    <ul className={classes['notes']}>
      {stretches.map(({ key, title, detail }) => (
        <li key={key}>
          <strong>{title}</strong> {detail}
        </li>
      ))}
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
