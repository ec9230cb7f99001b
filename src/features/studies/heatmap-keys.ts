/** Where a key press leads from a cell of a grid, as row × columns + column; null for other keys. */
export function cellAfter(key: string, place: number, rows: number, columns: number): number | null {
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
