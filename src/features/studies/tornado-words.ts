import type { Cell, TornadoFigure, TornadoRow } from '../../core/studies/figure.js';
import type { ColorScheme } from '../../ui/color-scheme.js';
import { boundUnits } from '../../ui/bound-units.js';
import { STATE_WORDS } from './published.js';

/** The fill of a bar by its sign and its mode. */
export interface TornadoColours {
  readonly gain: readonly [string, string];
  readonly loss: readonly [string, string];
}

/**
 * Blue for more, orange for less, which no colour-blindness confuses; the side of the zero line and the sign say it too. The
 * current strategy is the paler one. Each stands at 3 : 1 or better on its surface.
 */
export const TORNADO_COLOURS: Readonly<Record<ColorScheme, TornadoColours>> = {
  light: { gain: ['#6F95C2', '#1F4E85'], loss: ['#C9803C', '#8A3E00'] },
  dark: { gain: ['#5079A6', '#9CCBFA'], loss: ['#A5682F', '#FFB876'] },
};

/** What a cell says where there is room for a word. */
export const cellText = ({ state, text }: Cell): string =>
  state === 'value' || state === 'none' ? text : STATE_WORDS[state];

const elasticityText = (cell: Cell | undefined): string =>
  cell === undefined ? '—' : cell.state === 'value' ? `${cell.text} % per %` : cellText(cell);

/** What a number is now, and where an improvement of it ends. */
export const nowText = ({ value, capped }: TornadoRow): string => (capped === '' ? value : `${value}, ${capped}`);

/** A row in full, a line for each mode. */
export function rowHint(figure: TornadoFigure, { label, value, elasticities, gains, note }: TornadoRow): string {
  const lines = figure.modes.map(({ label: mode }, at) => {
    const gain = gains[at];
    return `${mode}: ${elasticityText(elasticities[at])}, ${figure.gain} ${gain ? cellText(gain) : '—'}`;
  });
  return boundUnits([`${label}, now ${value}`, ...lines, ...(note === '' ? [] : [note])].join('\n'));
}

/** A cell of the grid, read out. */
export function gridWords(figure: TornadoFigure, row: TornadoRow, column: number): string {
  const count = figure.modes.length;
  const mode = figure.modes[column % count]?.label ?? '';
  const name = `${row.label}, now ${row.value}; ${mode}`;
  if (column < count) return `${name}: ${elasticityText(row.elasticities[column])}`;
  const gain = row.gains[column - count];
  const text = gain === undefined ? '—' : cellText(gain);
  const end = row.capped === '' ? '' : `, ${row.capped}`;
  return `${name}, ${figure.gain}${end}: ${text}${row.marked && column === 2 * count - 1 ? ', gains most' : ''}`;
}
