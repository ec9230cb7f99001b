import type { Explained, Explainer } from '../../core/quantities/formula/explain.js';
import { QUIRKS } from '../../core/quantities/formula/quirks.js';
import { references, sumConditions } from '../../core/quantities/formula/references.js';
import { symbolOf, typeset } from '../../core/quantities/formula/typeset.js';
import { formatQuantity, splitQuantity } from '../../core/quantities/format.js';
import { QUANTITIES } from '../../core/quantities/registry.js';
import { MathFormula, MathSymbol } from '../../ui/math-formula.js';
import classes from './how-panel.module.css';
import { ReferenceList } from './reference-list.js';

interface QuantityExplanationProps {
  readonly explained: Explained;
  readonly explainer: Explainer;
  readonly onVisit: (id: string) => void;
}

/** How one number comes to be: its formula in symbols, with the values in place, and what it refers to. */
export function QuantityExplanation({ explained, explainer, onVisit }: QuantityExplanationProps) {
  const { definition, formula, value } = explained;
  const { id, unit, symbol, source, quirks } = definition;
  const used = references(formula, explainer.scope);
  const isUsed = new Set(used);
  const deciding = sumConditions(formula);
  const values = typeset(formula, 'values', explainer);
  // A lone number says nothing that the result does not.
  const isPlain = values.kind === 'number' && values.id === null;
  const calculon = QUANTITIES.find((each) => each.id === id)?.calculon;
  return (
    <>
      <section className={classes['formula']} aria-label="Formula">
        <div className={classes['line']}>
          <MathSymbol symbol={symbolOf(symbol)} />
          <MathFormula formula={typeset(formula, 'symbols', explainer)} lead="=" onPick={onVisit} />
        </div>
        {!isPlain && (
          <div className={classes['line']}>
            <MathFormula formula={values} lead="=" onPick={onVisit} />
          </div>
        )}
        <div className={classes['line']}>
          <MathFormula
            formula={{ kind: 'number', ...splitQuantity(value, unit, { precise: true }), id: null }}
            lead="="
          />
        </div>
      </section>
      <ReferenceList
        title="From"
        ids={used.filter((each) => !deciding.has(each))}
        explainer={explainer}
        onVisit={onVisit}
      />
      <ReferenceList
        title="Which operations count"
        ids={used.filter((each) => deciding.has(each))}
        explainer={explainer}
        onVisit={onVisit}
      />
      <ReferenceList
        title="In other cases"
        ids={references(formula).filter((each) => !isUsed.has(each))}
        explainer={explainer}
        onVisit={onVisit}
        unused
      />
      {quirks.length > 0 && (
        <section>
          <h3 className={classes['heading']}>Quirks of the reference, kept for agreement</h3>
          <ul className={classes['quirks']}>
            {quirks.map((quirk) => (
              <li key={quirk}>{QUIRKS[quirk]}</li>
            ))}
          </ul>
        </section>
      )}
      <dl className={classes['facts']}>
        <dt>Exact</dt>
        <dd>{Number.isNaN(value) ? '—' : Number.isFinite(value) ? String(value) : formatQuantity(value, unit)}</dd>
        <dt>Source</dt>
        <dd>{source}</dd>
        {calculon !== undefined && (
          <>
            <dt>Calculon</dt>
            <dd>
              <code>{calculon}</code>
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
