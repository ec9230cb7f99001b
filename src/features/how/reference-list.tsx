import type { Explainer } from '../../core/quantities/formula/explain.js';
import { symbolOf } from '../../core/quantities/formula/typeset.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { MathSymbol } from '../../ui/math-formula.js';
import { entryName } from './entry-name.js';
import classes from './how-panel.module.css';

interface ReferenceListProps {
  readonly title: string;
  readonly ids: readonly string[];
  readonly explainer: Explainer;
  readonly onVisit: (id: string) => void;
  /** They are in a case that is not this design's. */
  readonly unused?: boolean;
}

/** What a formula refers to, each with its value, as a way to its own explanation. */
export function ReferenceList({ title, ids, explainer, onVisit, unused = false }: ReferenceListProps) {
  if (ids.length === 0) return null;
  return (
    <section>
      <h3 className={classes['heading']}>{title}</h3>
      <ul className={classes['references']} data-unused={unused || undefined}>
        {ids.map((id) => (
          <li key={id}>
            <Reference id={id} explainer={explainer} onVisit={onVisit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A choice has its label for a symbol, which stands beside it anyway. */
const LONGEST_SYMBOL = 9;

interface ReferenceProps {
  readonly id: string;
  readonly explainer: Explainer;
  readonly onVisit: (id: string) => void;
}

function Reference({ id, explainer, onVisit }: ReferenceProps) {
  const input = explainer.input(id);
  const quantity = input === null ? explainer.quantity(id) : null;
  const symbol = input?.symbol ?? quantity?.definition.symbol ?? '';
  const value = input?.text ?? formatQuantity(quantity?.value, quantity?.definition.unit ?? 'count', { precise: true });
  return (
    <button type="button" data-quantity={id} className={classes['reference']} onClick={() => onVisit(id)}>
      <span className={classes['symbol']}>
        {symbol.length <= LONGEST_SYMBOL && <MathSymbol symbol={symbolOf(symbol)} />}
      </span>
      <span className={classes['name']}>
        {entryName(id, explainer)}
        {input !== null && <span className={classes['tag']}>input</span>}
      </span>
      <span className={classes['number']}>{value}</span>
    </button>
  );
}
