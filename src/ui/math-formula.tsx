import { createElement, type ReactNode } from 'react';
import type { Typeset } from '../core/quantities/formula/typeset.js';
import classes from './math-formula.module.css';

/** What happens when a symbol or a number that stands for a quantity is clicked. */
type OnPick = ((id: string) => void) | undefined;

interface MathFormulaProps {
  readonly formula: Typeset;
  /** Before the formula: "=". */
  readonly lead?: string;
  readonly onPick?: ((id: string) => void) | undefined;
}

/**
 * A formula in MathML. A sum, a product and the cases at the top are set in pieces, one `<math>` each, because no browser
 * breaks a line within one. Clicking is for the pointer: whoever uses this lists the same quantities as buttons.
 */
export function MathFormula({ formula, lead, onPick }: MathFormulaProps) {
  if (formula.kind === 'cases') {
    return (
      <div className={classes['cases']}>
        {formula.rows.map(({ body, when, taken }, index) => (
          // Cases are told apart by their place alone.
          <div key={index} className={classes['case']} data-taken={taken || undefined}>
            <Pieces formula={body} lead={lead} onPick={onPick} />
            <span className={classes['when']}>
              {when === null ? 'otherwise' : 'if '}
              {when !== null && <Pieces formula={when} lead={undefined} onPick={onPick} />}
            </span>
          </div>
        ))}
      </div>
    );
  }
  return <Pieces formula={formula} lead={lead} onPick={onPick} />;
}

/** A symbol alone. */
export function MathSymbol({ symbol }: { readonly symbol: Typeset }) {
  return createElement('math', null, set(symbol, undefined));
}

interface PiecesProps {
  readonly formula: Typeset;
  readonly lead: string | undefined;
  readonly onPick: OnPick;
}

function Pieces({ formula, lead, onPick }: PiecesProps) {
  return (
    <span className={classes['pieces']}>
      {lead !== undefined && createElement('math', { key: 'lead' }, createElement('mo', null, lead))}
      {pieces(formula).map((piece, index) =>
        createElement(
          'math',
          { key: index, displaystyle: 'true' },
          createElement('mrow', null, ...piece.map((each) => set(each, onPick))),
        ),
      )}
    </span>
  );
}

/** Rows within a row need no brackets, so they break like it. */
const flat = (items: readonly Typeset[]): readonly Typeset[] =>
  items.flatMap((item) => (item.kind === 'row' ? flat(item.items) : [item]));

/** Where a line may break: before an operator. */
function pieces(formula: Typeset): Typeset[][] {
  if (formula.kind !== 'row') return [[formula]];
  const found: Typeset[][] = [];
  for (const item of flat(formula.items)) {
    const last = found[found.length - 1];
    const isAfterOperator = last?.length === 1 && last[0]?.kind === 'operator';
    if (last === undefined || item.kind === 'operator') found.push([item]);
    else if (isAfterOperator || item.kind === 'fenced' || item.kind === 'text' || last.at(-1)?.kind === 'text')
      last.push(item);
    else found.push([item]);
  }
  return found;
}

const OPERATORS_WITH_SPACE = new Set(['mod', 'min', 'max']);

/** One node and what is beneath it, as MathML elements. */
function set(formula: Typeset, onPick: OnPick): ReactNode {
  switch (formula.kind) {
    case 'row':
      return element('mrow', ...formula.items.map((item) => set(item, onPick)));
    case 'operator':
      return OPERATORS_WITH_SPACE.has(formula.text)
        ? element('mtext', `\u00a0${formula.text}\u00a0`)
        : // Also where a line begins with it.
          createElement('mo', { form: 'infix' }, formula.text);
    case 'text':
      // <mtext> counts as space, which takes that of an operator before it away; so a word is an identifier.
      return element(formula.text === formula.text.trim() ? 'mi' : 'mtext', formula.text.replaceAll(' ', '\u00a0'));
    case 'number':
      return link(
        formula.id,
        onPick,
        element('mn', formula.text),
        formula.unit === '' ? null : element('mtext', `\u00a0${formula.unit}`),
      );
    case 'symbol':
      return link(
        formula.id,
        onPick,
        formula.index === ''
          ? element('mi', formula.base)
          : element('msub', element('mi', formula.base), element('mtext', formula.index)),
      );
    case 'fraction':
      return element('mfrac', set(formula.top, onPick), set(formula.bottom, onPick));
    case 'fenced':
      return element('mrow', element('mo', formula.open), set(formula.body, onPick), element('mo', formula.close));
    case 'sum':
      return element(
        'mrow',
        element('munder', element('mo', '∑'), element('mtext', formula.over)),
        set(formula.body, onPick),
      );
    case 'cases':
      return element(
        'mrow',
        element('mo', '{'),
        element(
          'mtable',
          ...formula.rows.map(({ body, when }) =>
            element(
              'mtr',
              element('mtd', set(body, onPick)),
              element(
                'mtd',
                when === null
                  ? element('mtext', 'otherwise')
                  : element('mrow', element('mtext', 'if\u00a0'), set(when, onPick)),
              ),
            ),
          ),
        ),
      );
  }
}

const element = (name: string, ...children: ReactNode[]): ReactNode => createElement(name, null, ...children);

function link(id: string | null, onPick: OnPick, ...children: ReactNode[]): ReactNode {
  if (id === null || onPick === undefined) return element('mrow', ...children);
  return createElement(
    'mrow',
    { 'data-quantity': id, className: classes['link'], onClick: () => onPick(id) },
    ...children,
  );
}
