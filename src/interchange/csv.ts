/**
 * Tables as comma-separated text (RFC 4180). A cell of text that a spreadsheet would run as a formula is made plain
 * text by a leading apostrophe; numbers are left alone.
 */
export type Cell = string | number | boolean | null;

/** One cell: null and what is not a finite number become empty. */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows of cells as text, each line ended. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
