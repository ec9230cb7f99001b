// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { DataTable, sorted, type Column, type Sort } from '../../src/ui/data-table.js';

interface Row {
  readonly name: string;
  readonly size: number;
}

const ROWS: readonly Row[] = [
  { name: 'b', size: 2 },
  { name: 'a', size: 3 },
  { name: 'c', size: 1 },
];
const COLUMNS: readonly Column<Row>[] = [
  { id: 'name', header: 'Name', cell: (row) => row.name, sortValue: (row) => row.name },
  { id: 'size', header: 'Size', numeric: true, cell: (row) => row.size, sortValue: (row) => row.size },
];

function Sortable() {
  const [sort, setSort] = useState<Sort | null>(null);
  return (
    <DataTable
      caption="Things"
      columns={COLUMNS}
      rows={ROWS}
      rowId={(row) => row.name}
      sort={sort}
      onSort={setSort}
      totals={['All', 6]}
    />
  );
}

const names = (): (string | null)[] => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
const sizeHeader = (): HTMLElement => screen.getByRole('columnheader', { name: /Size/ });

afterEach(cleanup);

describe('DataTable', () => {
  it('sorts numbers from the largest, then from the smallest, then not at all', () => {
    render(<Sortable />);
    const button = screen.getByRole('button', { name: 'Size' });
    expect(sizeHeader().getAttribute('aria-sort')).toBe('none');
    fireEvent.click(button);
    expect(names()).toEqual(['a', 'b', 'c', 'All']);
    expect(sizeHeader().getAttribute('aria-sort')).toBe('descending');
    fireEvent.click(button);
    expect(names()).toEqual(['c', 'b', 'a', 'All']);
    expect(sizeHeader().getAttribute('aria-sort')).toBe('ascending');
    fireEvent.click(button);
    expect(names()).toEqual(['b', 'a', 'c', 'All']);
  });

  it('sorts text from A', () => {
    render(<Sortable />);
    fireEvent.click(screen.getByRole('button', { name: 'Name' }));
    expect(names()).toEqual(['a', 'b', 'c', 'All']);
  });

  it('has a caption for those who cannot see it', () => {
    render(<Sortable />);
    expect(screen.getByRole('table', { name: 'Things' })).toBeDefined();
  });
});

describe('sorted', () => {
  it('leaves the rows alone for a column it does not know', () => {
    expect(sorted(ROWS, COLUMNS, { column: 'from a link', descending: true })).toBe(ROWS);
  });
});
