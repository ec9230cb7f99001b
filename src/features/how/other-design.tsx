import { adoptedParts } from '../../state/adopted-parts.js';
import { explainCurrent, useHow, type OtherDesign } from '../../state/how.js';
import { workbench } from '../../state/workbench.js';
import classes from './how-panel.module.css';

/** What is explained of a design that is not the current one: a way to more of its numbers, when one came for one of them. */
const FIGURES = [
  ['total-time', 'Batch time'],
  ['sample-rate', 'Sample rate'],
  ['mfu', 'MFU'],
  ['tier1-memory', 'HBM'],
  ['tier2-memory', 'Offload tier'],
] as const;

/** Makes it the current design, in one step for undo, and goes on with that. */
function adopt({ name, design }: OtherDesign): void {
  const state = workbench().getState();
  const parts = adoptedParts(design, name, state, state.presets);
  if (parts === null) return;
  state.takeParts(parts);
  explainCurrent();
}

/** Makes the design that is explained the current one. */
function AdoptButton({ of }: { readonly of: OtherDesign }) {
  return (
    <button
      type="button"
      className={classes['field']}
      data-hint="Undo brings back the one that was"
      onClick={() => adopt(of)}
    >
      Make it the design
    </button>
  );
}

/** Says whose numbers are explained when they are not the current design's, with the way to its figures and back. */
export function OtherDesignNote({ of, id }: { readonly of: OtherDesign; readonly id: string }) {
  const visit = useHow((state) => state.visit);
  return (
    <section className={classes['other']} aria-label="Design explained">
      <p>
        <b>{of.name}</b>, not the current design
      </p>
      <ul className={classes['figures']} aria-label="Its figures">
        {FIGURES.map(([figure, label]) => (
          <li key={figure}>
            <button type="button" aria-current={figure === id || undefined} onClick={() => visit(figure)}>
              {label}
            </button>
          </li>
        ))}
      </ul>
      <p className={classes['ways']}>
        <AdoptButton of={of} />
        <button type="button" className={classes['field']} onClick={explainCurrent}>
          Explain the current design
        </button>
      </p>
    </section>
  );
}
