/** Cells of a grid that touch and have the same name. */
export interface Regions {
  /** By row, then column: an index of `regions`; −1 where there is no name. */
  readonly regionOf: readonly (readonly number[])[];
  readonly regions: readonly { readonly label: string; readonly cells: number }[];
}

/** The connected regions of a grid of names, in reading order of their first cells. */
export function regionsOf(names: readonly (readonly (string | null)[])[]): Regions {
  const regionOf = names.map((row) => row.map(() => -1));
  const regions: { label: string; cells: number }[] = [];
  for (const [row, line] of names.entries()) {
    for (const [column, label] of line.entries()) {
      if (label === null || regionOf[row]?.[column] !== -1) continue;
      const region = regions.length;
      regions.push({ label, cells: fill(names, regionOf, row, column, region) });
    }
  }
  return { regionOf, regions };
}

/** Marks everything that touches a cell and has its name; how many cells that is. */
function fill(
  names: readonly (readonly (string | null)[])[],
  regionOf: number[][],
  row: number,
  column: number,
  region: number,
): number {
  const label = names[row]?.[column];
  const open: [number, number][] = [[row, column]];
  let cells = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [r, c] = next;
    const line = regionOf[r];
    if (line === undefined || line[c] !== -1 || names[r]?.[c] !== label) continue;
    line[c] = region;
    cells++;
    open.push([r + 1, c], [r - 1, c], [r, c + 1], [r, c - 1]);
  }
  return cells;
}
