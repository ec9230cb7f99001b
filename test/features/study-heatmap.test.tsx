// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HeatmapFigure } from '../../src/core/studies/figure.js';
import { colourAt, colourScale, differenceColour, shareOf } from '../../src/features/studies/colour-scale.js';
import { heatmapCsv } from '../../src/features/studies/heatmap-table.js';
import { cellType, growthOf, heatmapLayout } from '../../src/features/studies/heatmap-layout.js';
import { boundaryPath, regionLabels } from '../../src/features/studies/heatmap-regions.js';
import { Heatmap } from '../../src/features/studies/heatmap.js';
import { contrast, inkOn } from '../../src/ui/palette.js';
import { heatmap } from './study-figures.js';

afterEach(cleanup);

const shares = Array.from({ length: 101 }, (_, index) => index / 100);

describe('colours', () => {
  it('leave the text readable on every fill', () => {
    const fills = [
      ...shares.flatMap((share) => [colourAt(share, 'viridis'), colourAt(share, 'cividis')]),
      ...shares.flatMap((share) => [
        differenceColour(share / 5 - 0.1, 'light'),
        differenceColour(share / 5 - 0.1, 'dark'),
      ]),
    ];
    for (const fill of fills) {
      expect(fill).toMatch(/^#[\da-f]{6}$/i);
      expect(contrast(fill, inkOn(fill))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('are shared by the figures of one scale and differ between scales', () => {
    const twice: HeatmapFigure = {
      ...heatmap,
      id: 'more',
      cells: [[{ key: 'x', state: 'value', value: 300, text: '300' }]],
    };
    const other: HeatmapFigure = { ...heatmap, id: 'need', scale: { ...heatmap.scale, id: 'need', lowIsGood: true } };
    const figures = [heatmap, twice, other];
    expect(colourScale(heatmap, figures)).toEqual(colourScale(twice, figures));
    expect(colourScale(heatmap, figures)).toMatchObject({ low: 158.2, high: 300, log: false, map: 'viridis' });
    expect(colourScale(other, figures)).toMatchObject({ high: 248.4, map: 'cividis' });
    expect(shareOf(158.2, colourScale(heatmap, figures))).toBe(0);
    expect(shareOf(158.2, colourScale(other, figures))).toBe(1);
    expect(shareOf(Infinity, colourScale(heatmap, figures))).toBe(1);
  });

  it('go by the logarithm where values are far apart, nothing at its low end', () => {
    const far: HeatmapFigure = {
      ...heatmap,
      cells: [[0, 1, 10, 100].map((value) => ({ key: null, state: 'value', value, text: '' }))],
    };
    const scale = colourScale(far, [far]);
    expect(scale.log).toBe(true);
    expect([0, 1, 10, 100].map((value) => shareOf(value, scale))).toEqual([0, 0, 0.5, 1]);
  });
});

describe('layout', () => {
  it('has whole pixels and names only the columns there is room for', () => {
    const layout = heatmapLayout(heatmap, 411);
    expect(Object.values(layout).every(Number.isInteger)).toBe(true);
    expect(layout.right).toBeLessThanOrEqual(411);
    const wide = { label: 'x', values: Array.from({ length: 16 }, (_, index) => String(index + 100_000)) };
    expect(heatmapLayout({ rows: wide, columns: wide }, 400).columnStep).toBeGreaterThan(1);
  });

  it('breaks a text at its slash before it leaves it out', () => {
    expect(cellType(['114.8/80'], { cellWidth: 80, cellHeight: 40 })).toEqual({ size: 12, lines: 1 });
    expect(cellType(['114.8/80'], { cellWidth: 44, cellHeight: 30 })).toMatchObject({ lines: 2 });
    expect(cellType(['114.8/80'], { cellWidth: 20, cellHeight: 30 })).toBeNull();
  });
});

describe('the sides', () => {
  it.each([
    [['1', '2', '1,024'], 1],
    [['400', '12.5'], -1],
    [['8', '2', '4'], 0],
    [['1', '1', '2'], 1],
    [['4'], 0],
    [[], 0],
  ] as const)('grow along %j: %i', (values, growth) => {
    expect(growthOf(values)).toBe(growth);
  });

  it('have an arrow to the larger numbers, however the rows are ordered', () => {
    const figure = (rows: readonly string[]): HeatmapFigure => ({ ...heatmap, rows: { label: 'GB/s', values: rows } });
    const of = (each: HeatmapFigure) => (
      <Heatmap figure={each} figures={[each]} isPartial={false} active={null} onPoint={vi.fn()} onAdopt={vi.fn()} />
    );
    const { rerender } = render(of(figure(['4', '8'])));
    expect(screen.getByText('GB/s ↓')).toBeTruthy();
    expect(screen.getByText('Pipeline parallel p →')).toBeTruthy();
    rerender(of(figure(['8', '4'])));
    expect(screen.getByText('GB/s ↑')).toBeTruthy();
  });
});

describe('regions', () => {
  const layout = { left: 0, top: 0, right: 400, bottom: 90, cellWidth: 100, cellHeight: 30, columnStep: 1 };
  const regionOf = [
    [0, 0, 0, 1],
    [0, 0, 0, -1],
    [0, 0, 2, -1],
  ];

  it('are divided where both sides have one', () => {
    expect(boundaryPath(regionOf, layout)).toBe('M300 0v30M200 60h100M200 60v30');
    expect(boundaryPath([[-1, 0]], layout)).toBe('');
  });

  it('have their label inside where it fits, else a number', () => {
    const labels = regionLabels(
      regionOf,
      [
        { label: 't 8 · p 16 · d 32' },
        { label: 't 4' },
        { label: 'everything offloaded, attention recompute' },
        { label: 'gone' },
      ],
      layout,
    );
    expect(labels.map(({ region, lines, isNumber }) => [region, lines.join(' '), isNumber])).toEqual([
      [0, 't 8 · p 16 · d 32', false],
      [1, 't 4', false],
      [2, '3', true],
    ]);
    for (const { region, x, y, width, height } of labels) {
      for (const [dx, dy] of [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ] as const) {
        const [column, row] = [Math.floor((x + (dx * width) / 2) / 100), Math.floor((y + (dy * height) / 2) / 30)];
        expect(regionOf[row]?.[column]).toBe(region);
      }
    }
  });
});

describe('Heatmap', () => {
  const show = (figure = heatmap, active: string | null = null) => {
    const [onPoint, onAdopt] = [vi.fn(), vi.fn()];
    render(<Heatmap figure={figure} figures={[figure]} onPoint={onPoint} onAdopt={onAdopt} active={active} />);
    return { onPoint, onAdopt, cells: screen.getAllByRole('gridcell') };
  };

  it('says each cell with its state and what was published', () => {
    const { cells } = show();
    expect(cells.map((each) => each.getAttribute('aria-label'))).toEqual([
      'Tensor parallel t 4, Pipeline parallel p 1, nothing fits, published –, ✓ agrees',
      'Tensor parallel t 4, Pipeline parallel p 2, 158.2 samples/s, 158, published 160, −2',
      'Tensor parallel t 4, Pipeline parallel p 4, not searched yet',
      'Tensor parallel t 8, Pipeline parallel p 1, 248.4 samples/s, 248, published 248, ✓ agrees',
      'Tensor parallel t 8, Pipeline parallel p 2, 243.1 samples/s, 243',
      'Tensor parallel t 8, Pipeline parallel p 4, no such combination',
    ]);
  });

  it('points with the pointer and adopts with a click, only what is feasible', () => {
    const { onPoint, onAdopt, cells } = show();
    fireEvent.pointerMove(cells[1] as Element);
    expect(onPoint).toHaveBeenLastCalledWith('t4 p2');
    fireEvent.pointerLeave(screen.getByRole('grid'));
    expect(onPoint).toHaveBeenLastCalledWith(null);
    for (const each of cells) fireEvent.click(each);
    expect(onAdopt.mock.calls.flat()).toEqual(['t4 p2', 't8 p1', 't8 p2']);
  });

  it('is walked with arrow keys, one cell in the tab order, Enter adopts', () => {
    const { onPoint, onAdopt, cells } = show();
    expect(cells.filter((each) => each.getAttribute('tabindex') === '0')).toEqual([cells[0]]);
    (cells[0] as HTMLElement).focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft']) {
      fireEvent.keyDown(document.activeElement as Element, { key });
    }
    expect(document.activeElement).toBe(cells[3]);
    expect(onPoint).toHaveBeenLastCalledWith('t8 p1');
    fireEvent.keyDown(cells[3] as Element, { key: 'Enter' });
    expect(onAdopt).toHaveBeenCalledExactlyOnceWith('t8 p1');
    expect(cells.filter((each) => each.getAttribute('tabindex') === '0')).toEqual([cells[3]]);
    (cells[3] as HTMLElement).blur();
    expect(onPoint).toHaveBeenLastCalledWith(null);
  });

  it('shows ours, what was published, or the difference', () => {
    // Cells as wide as a page makes them: without a layout engine all widths are 0.
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
    const { cells } = show();
    const texts = (): (string | null)[] => cells.map((each) => each.textContent);
    expect(texts()).toEqual(['–', '158', '', '248', '243', '']);
    fireEvent.click(screen.getByRole('button', { name: 'Published' }));
    expect(texts()).toEqual(['–', '160', '', '248', '', '']);
    fireEvent.click(screen.getByRole('button', { name: 'Difference' }));
    expect(texts()).toEqual(['✓', '−2', '', '✓', '', '']);
    vi.restoreAllMocks();
  });

  it('has a table with value, state, published and difference', () => {
    const { onAdopt } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Table' }));
    const table = screen.getByRole('table');
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => [...row.children].map((each) => each.textContent));
    expect(rows).toHaveLength(7);
    expect(rows[2]).toEqual(['4', '2', '158', '160', '−2', '158.2 samples/s', 'feasible']);
    expect(rows[1]).toEqual(['4', '1', '–', '–', '✓ agrees', '—', 'nothing fits']);
    fireEvent.click(within(table).getByRole('button', { name: /t 8, Pipeline parallel p 2/ }));
    expect(onAdopt).toHaveBeenCalledExactlyOnceWith('t8 p2');
  });

  it('exports every cell in base units', () => {
    const rows = heatmapCsv(heatmap);
    expect(rows[0]?.slice(0, 3)).toEqual(['tensor_parallel_t', 'pipeline_parallel_p', 'sample_rate_samples_per_s']);
    expect(rows[2]).toEqual(['4', '2', 158.2, '158', 'value', '', '160', '158', false]);
    expect(rows).toHaveLength(7);
  });
});
