// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CurvesFigure } from '../../src/core/studies/figure.js';
import { curveColour } from '../../src/features/studies/curve-colours.js';
import { curveRows, curvesCsv } from '../../src/features/studies/curve-rows.js';
import { nearestSpot, spotAfter, spotsOf } from '../../src/features/studies/curve-spots.js';
import { dotsPath, linePath } from '../../src/features/studies/curves-paths.js';
import { curvesBox, curveScale } from '../../src/features/studies/curves-scales.js';
import { Curves } from '../../src/features/studies/curves.js';
import { placeMarks } from '../../src/features/studies/mark-labels.js';
import { contrast } from '../../src/ui/palette.js';
import { curves } from './study-figures.js';

const linear = { x: false, y: false };

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('scales', () => {
  it('begin at 0 where linear, and fill the width where logarithmic', () => {
    const one = curveScale([200, 500, Infinity], { label: '', unit: 'none', scale: 'linear' }, 0);
    expect([one.from, one.to]).toEqual([0, 500]);
    expect(one.ticks(5)).toEqual([0, 100, 200, 300, 400, 500]);
    const log = curveScale([0, 8, 8192], { label: '', unit: 'processors', scale: 'log' }, 0);
    expect([log.from, log.to]).toEqual([8, 8192]);
    expect(log.along(256)).toBeCloseTo(0.5, 12);
    expect(log.ticks(12)).toHaveLength(11);
    expect(log.ticks(4)).toEqual([16, 128, 1024, 8192]);
    const decades = curveScale([1e12, 1.28e14], { label: '', unit: 'count', scale: 'log' }, 0);
    expect(decades.ticks(8)).toEqual([1e12, 2e12, 5e12, 1e13, 2e13, 5e13, 1e14]);
  });

  it('has no ticks without values', () => {
    expect(curveScale([], curves.x, 0).ticks(5)).toEqual([]);
    expect(curveScale([], { ...curves.x, scale: 'log' }, 0).ticks(5)).toEqual([]);
  });
});

describe('drawing', () => {
  const box = curvesBox(curves, 600, 300);

  it('breaks lines at infinite points and makes each point a dot', () => {
    const [dots, line] = curves.curves;
    expect(linePath(line as CurvesFigure['curves'][number], box, linear)).toMatch(/^M[\d.]+ [\d.]+$/);
    expect(dotsPath(dots as CurvesFigure['curves'][number], box, linear).match(/h0/g)).toHaveLength(3);
  });

  it('takes a path or two for a thousand points', () => {
    const many = Array.from({ length: 1024 }, (_, index) => ({
      x: 8 * (index + 1),
      y: Math.sqrt(index),
      key: `${index}`,
    }));
    const figure: CurvesFigure = {
      ...curves,
      curves: [0, 1, 2].map((colour) => ({ id: `${colour}`, label: 'x', style: 'points', colour, points: many })),
      marks: [],
    };
    render(<Curves figure={figure} figures={[figure]} onPoint={vi.fn()} onAdopt={vi.fn()} active={null} />);
    expect(document.querySelectorAll('svg[data-chart] *').length).toBeLessThan(100);
  });

  it('puts mark labels over no other label and no other mark', () => {
    const marks = Array.from({ length: 12 }, (_, index) => ({
      index,
      x: 300 + index * 6,
      y: 150,
      text: `d must divide ${index}`,
    }));
    const placed = placeMarks(marks, { left: 56, right: 584, top: 20, bottom: 260 });
    expect(placed.length).toBeGreaterThan(4);
    for (const one of placed) {
      for (const other of placed) {
        if (one === other) continue;
        const apart = Math.abs(one.labelY - other.labelY) >= 12 || Math.abs(one.labelX - other.labelX) >= 80;
        expect(apart).toBe(true);
      }
    }
  });

  it('gives marks near each other one label where they say the same, and no leaders that cross', () => {
    const plot = { left: 56, right: 584, top: 20, bottom: 260 };
    const mark = (index: number, x: number, y: number, text: string) => ({ index, x, y, text });
    const same = [mark(0, 300, 150, 'memory'), mark(1, 320, 160, 'memory'), mark(2, 500, 150, 'memory')];
    expect(placeMarks(same, plot).map(({ index }) => index)).toEqual([0, 2]);
    const crowd = Array.from({ length: 8 }, (_, index) =>
      mark(index, 70 + index * 4, 250 - index * 3, `cause ${index}`),
    );
    const placed = placeMarks(crowd, plot);
    const side = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number) =>
      Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
    for (const a of placed)
      for (const b of placed) {
        if (a === b) continue;
        const apart =
          side(a.x, a.y, a.labelX, a.labelY, b.x, b.y) === side(a.x, a.y, a.labelX, a.labelY, b.labelX, b.labelY) ||
          side(b.x, b.y, b.labelX, b.labelY, a.x, a.y) === side(b.x, b.y, b.labelX, b.labelY, a.labelX, a.labelY);
        expect(apart).toBe(true);
      }
  });

  it('has colours that stand out from the surface in both schemes', () => {
    for (let group = 0; group < 9; group++) {
      expect(contrast(curveColour(group, 'light'), '#ffffff')).toBeGreaterThanOrEqual(3);
      expect(contrast(curveColour(group, 'dark'), '#171b1f')).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('spots', () => {
  const box = curvesBox(curves, 600, 300);
  const spots = spotsOf(curves, box);

  it('are the points with a finding, the nearest within reach', () => {
    expect(spots.flat().map(({ key }) => key)).toEqual(['a 8', 'a 16', 'a 24', 'b 8', 'b 16', 'b 24']);
    expect(nearestSpot(spots, box.x(16) + 5, box.y(0.9) - 5)?.key).toBe('a 16');
    expect(nearestSpot(spots, box.x(20), box.y(0.1))).toBeNull();
    expect(nearestSpot(spots, box.x(8), box.top + 1)?.key).toBe('b 8');
  });

  it('are walked along a curve and across to another', () => {
    const first = spots[0]?.[0];
    if (first === undefined) throw new Error('no spots');
    expect(spotAfter('ArrowRight', spots, first)?.key).toBe('a 16');
    expect(spotAfter('ArrowLeft', spots, first)?.key).toBe('a 8');
    expect(spotAfter('End', spots, first)?.key).toBe('a 24');
    expect(spotAfter('ArrowDown', spots, first)?.key).toBe('b 8');
    expect(spotAfter('ArrowUp', spots, first)?.key).toBe('b 8');
    expect(spotAfter('x', spots, first)).toBeNull();
  });
});

describe('Curves', () => {
  const show = (active: string | null = null) => {
    const [onPoint, onAdopt] = [vi.fn(), vi.fn()];
    render(<Curves figure={curves} figures={[curves]} onPoint={onPoint} onAdopt={onAdopt} active={active} />);
    return { onPoint, onAdopt, chart: screen.getByRole('slider') };
  };

  it('is walked by keyboard and says where it is', () => {
    const { onPoint, onAdopt, chart } = show();
    expect(chart.getAttribute('aria-valuetext')).toBe('A 1B: 8 processors, 30.0 %; published 31, −1');
    fireEvent.keyDown(chart, { key: 'ArrowRight' });
    expect(onPoint).toHaveBeenLastCalledWith('a 16');
    expect(chart.getAttribute('aria-valuetext')).toBe('A 1B: 16 processors, 90.0 %');
    fireEvent.keyDown(chart, { key: 'ArrowDown' });
    expect(chart.getAttribute('aria-valuetext')).toBe('B 2B: 16 processors, ∞');
    fireEvent.keyDown(chart, { key: 'Enter' });
    expect(onAdopt).toHaveBeenCalledExactlyOnceWith('b 16');
  });

  it('finds the point under the pointer and adopts it with a click', () => {
    const { onPoint, onAdopt, chart } = show();
    const box = curvesBox(curves, 600, 260);
    fireEvent.pointerMove(chart, { clientX: box.x(24), clientY: box.y(0.6) });
    expect(onPoint).toHaveBeenLastCalledWith('a 24');
    expect(screen.getByText('A 1B: 24 processors, 60.0 %')).toBeTruthy();
    fireEvent.click(chart);
    expect(onAdopt).toHaveBeenCalledExactlyOnceWith('a 24');
    fireEvent.pointerLeave(chart);
    expect(onPoint).toHaveBeenLastCalledWith(null);
  });

  it('shows the point that something else points at', () => {
    show('a 16');
    expect(screen.getByText('A 1B: 16 processors, 90.0 %')).toBeTruthy();
  });

  it('lists what every mark means', () => {
    const { onPoint, onAdopt } = show();
    const mark = screen.getByRole('button', { name: /p \| L From 16 to 24/ });
    fireEvent.focus(mark);
    expect(onPoint).toHaveBeenLastCalledWith('a 24');
    fireEvent.click(mark);
    expect(onAdopt).toHaveBeenCalledExactlyOnceWith('a 24');
  });

  it('has a table by size, and a CSV by point', () => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Table' }));
    const rows = screen.getAllByRole('row').map((row) => [...row.children].map((each) => each.textContent));
    expect(rows).toEqual([
      ['Processors', 'A 1B', 'Published', 'Difference', 'B 2B', 'Perfect scaling'],
      ['8 processors', '30.0 %', '31', '−1', '∞', '30.0 %'],
      ['16 processors', '90.0 %', '', '', '∞', '—'],
      ['24 processors', '60.0 %', '', '', '50.0 %', '100 %'],
    ]);
    expect(curveRows(curves).map(({ x }) => x)).toEqual([8, 16, 24]);
    const csv = curvesCsv(curves);
    expect(csv[0]?.slice(0, 3)).toEqual(['curve', 'processors', 'relative_rate_fraction']);
    expect(csv[3]).toEqual(['A 1B', 24, 0.6, null, null, null, 'From 16 to 24 processors the rate falls by 12 %']);
    expect(csv[4]?.[2]).toBe('infinite');
    expect(csv).toHaveLength(9);
  });
});

describe('a sweep’s curves', () => {
  const swept: CurvesFigure = {
    ...curves,
    curves: [
      {
        id: 'fixed',
        label: 'Current strategy',
        style: 'dashed',
        colour: 1,
        points: [
          { x: 8, y: Number.NaN, key: 'fixed 8' },
          { x: 16, y: 0.5, key: 'fixed 16' },
          { x: 24, y: 0.6, key: 'fixed 24' },
        ],
        infeasible: [{ from: 8, to: 12, label: 'HBM full', detail: 'HBM needs 90 GiB; it has 80 GiB.' }],
      },
    ],
    now: { x: 16, label: 'now 16' },
    notes: ['Only multiples of 8.'],
  };

  it('break where nothing fits, and tell where and why', () => {
    render(<Curves figure={swept} figures={[swept]} onPoint={vi.fn()} onAdopt={vi.fn()} active={null} />);
    const band = document.querySelector('[data-infeasible]');
    expect(band?.getAttribute('data-hint')).toBe('HBM full\nHBM needs 90 GiB; it has 80 GiB.');
    const box = curvesBox(swept, 600, 260);
    expect(Number(band?.getAttribute('x'))).toBeCloseTo(box.x(8), 9);
    expect(Number(band?.getAttribute('width'))).toBeCloseTo(box.x(12) - box.x(8), 9);
    expect(screen.getByText('Current strategy, from 8 processors to 12 processors: HBM full.')).toBeTruthy();
    expect(screen.getByText('Only multiples of 8.')).toBeTruthy();
    expect(linePath(swept.curves[0] as CurvesFigure['curves'][number], box, linear).match(/[ML]/g)).toEqual(['M', 'L']);
    expect(curvesCsv(swept)[1]?.slice(2)).toEqual([null, null, null, null, 'HBM needs 90 GiB; it has 80 GiB.']);
  });

  it('have a line where the input is now, if it is on the axis', () => {
    const line = (figure: CurvesFigure) => {
      cleanup();
      render(<Curves figure={figure} figures={[figure]} onPoint={vi.fn()} onAdopt={vi.fn()} active={null} />);
      return screen.queryByText('now 16')?.previousElementSibling?.getAttribute('x1') ?? null;
    };
    expect(Number(line(swept))).toBeCloseTo(curvesBox(swept, 600, 260).x(16), 9);
    expect(line({ ...swept, now: { x: 99, label: 'now 16' } })).toBeNull();
  });
});
