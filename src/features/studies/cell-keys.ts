import type { KeyboardEvent, SyntheticEvent } from 'react';

/** Where a key press leads from a cell of a grid, as row × columns + column; null for other keys. */
function cellAfter(key: string, place: number, rows: number, columns: number): number | null {
  const [row, column] = [Math.floor(place / columns), place % columns];
  const at = (down: number, across: number): number =>
    Math.min(rows - 1, Math.max(0, down)) * columns + Math.min(columns - 1, Math.max(0, across));
  switch (key) {
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowDown':
      return at(row + 1, column);
    case 'Home':
      return at(row, 0);
    case 'End':
      return at(row, columns - 1);
    case 'PageUp':
      return at(0, column);
    case 'PageDown':
      return at(rows - 1, column);
    default:
      return null;
  }
}

/** The place of the cell an event happened in; null for outside. */
export function placeOf(event: SyntheticEvent): number | null {
  const cell = event.target instanceof Element ? event.target.closest<SVGElement>('[data-cell]') : null;
  return cell === null ? null : Number(cell.dataset['cell']);
}

/** A key pressed in a drawing of cells: the arrow keys and their like walk, Enter and the space bar pick. */
export function pressCell(
  event: KeyboardEvent<SVGSVGElement>,
  rows: number,
  columns: number,
  onPick: (place: number) => void,
): void {
  const place = placeOf(event);
  if (place === null) return;
  const next = cellAfter(event.key, place, rows, columns);
  if (next !== null) {
    event.preventDefault();
    event.currentTarget.querySelector<SVGElement>(`[data-cell="${next}"]`)?.focus();
  } else if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    onPick(place);
  }
}
