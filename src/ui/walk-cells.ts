const ACROSS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
const DOWN: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

const buttonIn = (cell: Element): HTMLElement | null => cell.querySelector<HTMLElement>('button');

/** The cells of the rows beneath the header. */
const rowsOf = (table: Element): HTMLTableRowElement[] => [
  ...table.querySelectorAll<HTMLTableRowElement>('tbody > tr, tfoot > tr'),
];

/**
 * Arrow keys in a table whose cells have buttons: from one to the next that has one, across and down. Whether it was such
 * a key and led somewhere.
 */
export function walkCells(event: KeyboardEvent): boolean {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLButtonElement)) return false;
  const cell = target.closest<HTMLTableCellElement>('tbody :is(th, td), tfoot :is(th, td)');
  const row = cell?.parentElement;
  const table = row?.closest('table');
  if (cell === null || !(row instanceof HTMLTableRowElement) || table === null || table === undefined) return false;
  const across = ACROSS[key];
  const down = DOWN[key];
  const column = [...row.cells].indexOf(cell);
  const rows = rowsOf(table);
  const step = across ?? down;
  if (step === undefined) return false;
  let at = across === undefined ? rows.indexOf(row) : column;
  for (;;) {
    at += step;
    const next = across === undefined ? rows[at]?.cells[column] : row.cells[at];
    if (next === undefined) return false;
    const button = buttonIn(next);
    if (button === null) continue;
    event.preventDefault();
    button.focus();
    return true;
  }
}
