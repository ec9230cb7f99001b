// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Cell, TornadoFigure, TornadoRow } from '../../src/core/studies/figure.js';
import { Figures } from '../../src/features/studies/figures.js';
import { tornadoLayout } from '../../src/features/studies/tornado-layout.js';
import { tornadoCsv } from '../../src/features/studies/tornado-table.js';
import { TORNADO_COLOURS } from '../../src/features/studies/tornado-words.js';
import { contrast } from '../../src/ui/palette.js';

const value = (of: number, key: string | null = null, text = of.toFixed(3).replace('-', '−')): Cell => ({
  key,
  state: 'value',
  value: of,
  text,
});
const row = (id: string, own: number, best: number, more: Partial<TornadoRow> = {}): TornadoRow => ({
  id,
  label: id.toUpperCase(),
  value: '2.05 TB/s',
  elasticities: [value(own), value(best)],
  gains: [value(0.1, `fixed ${id}`, '+10.0 %'), value(0.2, `best ${id}`, '+20.0 %')],
  capped: '',
  note: '',
  marked: false,
  ...more,
});
const tornado: TornadoFigure = {
  kind: 'tornado',
  id: 'elasticities',
  finding: 'One percent of A moves the rate by 0.60 %',
  subtitle: 'Elasticity of the sample rate',
  names: 'Hardware number',
  axis: 'Change of the rate for one percent more, % per %',
  gain: '2× as good',
  modes: [
    { id: 'fixed', label: 'Current strategy' },
    { id: 'best', label: 'Re-optimised' },
  ],
  rows: [
    row('a', 0.6, 0.5, { marked: true }),
    row('b', -0.2, -0.1, { note: 'measured upwards only' }),
    row('c', 0.1, 0, {
      elasticities: [value(0.1), { key: null, state: 'pending', value: null, text: '' }],
      gains: [value(0.1, null, '+10.0 %'), { key: 'best c', state: 'pending', value: null, text: '' }],
    }),
  ],
  nil: [row('d', 0, 0, { note: 'takes no part here' })],
  nilText: 'No effect on the rate: D (takes no part here).',
};

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(900);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const show = (figure: TornadoFigure = tornado) => {
  const [onPoint, onAdopt] = [vi.fn(), vi.fn()];
  render(<Figures figures={[figure]} onPoint={onPoint} onAdopt={onAdopt} active={null} />);
  return { onPoint, onAdopt, grid: screen.getByRole('grid') };
};
const cells = (): HTMLElement[] => screen.getAllByRole('gridcell');

describe('tornado', () => {
  it('draws all bars on one axis, to the side of their sign', () => {
    const layout = tornadoLayout(tornado, 900);
    const { grid } = show();
    const bars = [...grid.querySelectorAll<SVGRectElement>('[data-bar]')];
    expect(bars).toHaveLength(6);
    const zero = layout.x(0);
    const unit = layout.x(0.1) - zero;
    const at = (bar: SVGRectElement | undefined, name: string): number => Number(bar?.getAttribute(name));
    expect(at(bars[0], 'x')).toBeCloseTo(zero, 9);
    expect(at(bars[0], 'width')).toBeCloseTo(6 * unit, 9);
    expect(at(bars[1], 'width')).toBeCloseTo(5 * unit, 9);
    expect(at(bars[2], 'x') + at(bars[2], 'width')).toBeCloseTo(zero, 9);
    expect(at(bars[2], 'width')).toBeCloseTo(2 * unit, 9);
    expect(bars.map((bar) => bar.dataset['bar'])).toEqual(['gain', 'gain', 'loss', 'loss', 'gain', 'gain']);
    // what is pending takes no room of its own, and gives none up
    expect(at(bars[5], 'width')).toBe(0);
    for (const each of [layout, tornadoLayout({ ...tornado, rows: tornado.rows.toReversed() }, 900)])
      expect(each.height).toBe(layout.height);
  });

  it('leaves the bars room on a phone: names stand above them', () => {
    const [narrow, wide] = [tornadoLayout(tornado, 340), tornadoLayout(tornado, 900)];
    expect([narrow.left, wide.nameLine]).toEqual([0, 0]);
    expect(narrow.row - narrow.nameLine).toBe(wide.row);
    // beside names of two fifths of the width there was no room at all
    expect(narrow.x(narrow.ends[1]) - narrow.x(narrow.ends[0])).toBeGreaterThan(60);
    expect(narrow.gains[0]).toBeGreaterThan(narrow.right);
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(340);
    const { grid } = show();
    const names = [...grid.querySelectorAll('[data-row] > text')].map((text) => text.textContent);
    expect(names).toEqual(['A2.05 TB/s', 'B2.05 TB/s', 'C2.05 TB/s']);
  });

  it('says each number with its mode, and which to buy', () => {
    show();
    const names = cells().map((cell) => cell.getAttribute('aria-label'));
    expect(names).toHaveLength(12);
    expect(names[0]).toBe('A, now 2.05 TB/s; Current strategy: 0.600 % per %');
    expect(names[3]).toBe('A, now 2.05 TB/s; Re-optimised, 2× as good: +20.0 %, gains most');
    expect(names[4]).toBe('B, now 2.05 TB/s; Current strategy: −0.200 % per %');
    expect(names[9]).toBe('C, now 2.05 TB/s; Re-optimised: not searched yet');
    expect(document.querySelectorAll('[data-best]')).toHaveLength(1);
    expect(document.querySelector('[data-best]')?.textContent).toBe('★ +20.0 %');
    expect(document.querySelector('[data-row="b"]')?.getAttribute('data-hint')).toContain('measured upwards only');
    expect(screen.getByText(tornado.nilText)).toBeTruthy();
  });

  it('says in the row where an improvement ends', () => {
    show({ ...tornado, rows: [row('a', 0.6, 0.5, { value: '95.0 %', capped: 'capped at 100 %' })] });
    expect(screen.getByText('95.0 %, capped at 100 %')).toBeTruthy();
    expect(cells()[3]?.getAttribute('aria-label')).toBe(
      'A, now 95.0 %; Re-optimised, 2× as good, capped at 100 %: +20.0 %',
    );
  });

  it('is walked by keyboard; a gain becomes the design, a bar does not', () => {
    const { onPoint, onAdopt } = show();
    const [first] = cells();
    if (first === undefined) throw new Error('no cells');
    expect(cells().filter(({ tabIndex }) => tabIndex === 0)).toEqual([first]);
    first.focus();
    fireEvent.keyDown(first, { key: 'Enter' });
    expect(onAdopt).not.toHaveBeenCalled();
    for (const key of ['End', 'ArrowDown']) fireEvent.keyDown(document.activeElement ?? first, { key });
    expect(document.activeElement).toBe(cells()[7]);
    expect(onPoint).toHaveBeenLastCalledWith('best b');
    fireEvent.keyDown(document.activeElement ?? first, { key: 'Enter' });
    expect(onAdopt).toHaveBeenCalledExactlyOnceWith('best b');
  });

  it('adopts the gain that is pressed, if it is there', () => {
    const { onPoint, onAdopt } = show();
    const all = cells();
    fireEvent.pointerMove(all[2] as HTMLElement);
    expect(onPoint).toHaveBeenLastCalledWith('fixed a');
    fireEvent.click(all[2] as HTMLElement);
    expect(onAdopt).toHaveBeenCalledExactlyOnceWith('fixed a');
    fireEvent.click(all[11] as HTMLElement);
    expect(onAdopt).toHaveBeenCalledOnce();
  });

  it('has a table and a CSV of every number', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Table' }));
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows).toHaveLength(5);
    expect(rows.at(-1)?.textContent).toContain('takes no part here');
    const csv = tornadoCsv(tornado);
    expect(csv[0]?.slice(3, 5)).toEqual([
      'elasticity_current_strategy_percent_per_percent',
      'elasticity_re_optimised_percent_per_percent',
    ]);
    expect(csv[1]).toEqual(['A', 'a', '2.05 TB/s', 0.6, 0.5, 0.1, 0.2, '']);
    expect(csv).toHaveLength(5);
  });

  it('has bars that stand out from the surface in both schemes', () => {
    for (const [scheme, surface] of [
      ['light', '#ffffff'],
      ['dark', '#171b1f'],
    ] as const) {
      const { gain, loss } = TORNADO_COLOURS[scheme];
      for (const fill of [...gain, ...loss]) expect([fill, contrast(fill, surface) >= 3]).toEqual([fill, true]);
    }
  });
});
