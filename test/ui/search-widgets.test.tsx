// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ticksBetween } from '../../src/core/quantities/round-ticks.js';
import { OptionalNumber } from '../../src/ui/optional-number.js';
import { sequential } from '../../src/ui/palette.js';
import { plotBox } from '../../src/ui/plot-axes.js';
import { ToggleChips } from '../../src/ui/toggle-chips.js';
import { useThrottled } from '../../src/ui/use-throttled.js';
import { useVirtualRows } from '../../src/ui/virtual-rows.js';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a number that may be left out', () => {
  const limits = { unit: 'GiB', min: 1, max: 100 };
  const type = (value: string): HTMLElement => {
    const box = screen.getByRole('textbox');
    fireEvent.focus(box);
    fireEvent.change(box, { target: { value } });
    fireEvent.keyDown(box, { key: 'Enter' });
    return box;
  };

  it('takes a number with its unit, nothing for none, and refuses the rest', () => {
    const change = vi.fn<(value: number | null) => void>();
    render(<OptionalNumber label="HBM" value={40} placeholder="80" limits={limits} onChange={change} />);
    type('0.05 TiB');
    expect(change).toHaveBeenLastCalledWith(51.2);
    type('');
    expect(change).toHaveBeenLastCalledWith(null);
    const box = type('200');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toMatch(/^200 GiB is too large/);
    expect(change).toHaveBeenCalledTimes(2);
  });
});

it('chips toggle, and the last that is on stays on', () => {
  const change = vi.fn<(on: readonly string[]) => void>();
  const chips = ['a', 'b'].map((value) => ({ value, label: value }));
  const { rerender } = render(<ToggleChips label="Values" chips={chips} on={['a', 'b']} onChange={change} />);
  fireEvent.click(screen.getByLabelText('a'));
  expect(change).toHaveBeenLastCalledWith(['b']);
  rerender(<ToggleChips label="Values" chips={chips} on={['b']} onChange={change} />);
  fireEvent.click(screen.getByLabelText('b'));
  expect(change).toHaveBeenCalledTimes(1);
});

it('a throttled value follows at its pace, and the last always arrives', () => {
  vi.useFakeTimers();
  const { result, rerender } = renderHook(({ value }) => useThrottled(value, 100), { initialProps: { value: 0 } });
  const seen = new Set<number>();
  for (let value = 1; value <= 20; value++) {
    rerender({ value });
    act(() => void vi.advanceTimersByTime(20));
    seen.add(result.current);
  }
  act(() => void vi.advanceTimersByTime(200));
  expect(result.current).toBe(20);
  // 20 changes in 400 ms
  expect(seen.size).toBeLessThanOrEqual(6);
  expect(seen.size).toBeGreaterThanOrEqual(3);
});

describe('virtual rows', () => {
  const listOf = (height: number): HTMLDivElement => {
    const element = document.createElement('div');
    Object.defineProperty(element, 'clientHeight', { value: height });
    return element;
  };
  const scrolledTo = (element: HTMLElement, top: number): void =>
    act(() => {
      element.scrollTop = top;
      element.dispatchEvent(new Event('scroll'));
    });

  it('are those in sight and a few around', () => {
    const element = listOf(240);
    const ref = { current: element };
    const options = { count: 1000, rowHeight: 24, headHeight: 0 };
    const { result } = renderHook(() => useVirtualRows(ref, options));
    expect(result.current).toMatchObject({ first: 0, end: 14, height: 24_000, top: 0 });
    scrolledTo(element, 2400);
    expect(result.current).toMatchObject({ first: 96, end: 114, top: 96 * 24 });
  });

  it('of a list taller than a browser can lay out reach its last row', () => {
    const element = listOf(240);
    const count = 2_000_000;
    const ref = { current: element };
    const { result } = renderHook(() => useVirtualRows(ref, { count, rowHeight: 24, headHeight: 0 }));
    const { height } = result.current;
    expect(height).toBeLessThan(17_000_000);
    scrolledTo(element, height - 240);
    expect(result.current.end).toBe(count);
    // The last row ends where the list does.
    expect(result.current.top + (count - result.current.first) * 24).toBeCloseTo(height, 3);
    act(() => result.current.show(1_234_567));
    scrolledTo(element, element.scrollTop);
    expect(result.current.first).toBeLessThanOrEqual(1_234_567);
    expect(result.current.end).toBeGreaterThan(1_234_567);
  });
});

describe('plots', () => {
  it('have round ticks between any two ends, and no negative zero', () => {
    expect(ticksBetween(935, 1084, 3)).toEqual([950, 1000, 1050]);
    expect(Object.is(ticksBetween(0, 10, 2)[0], 0)).toBe(true);
    expect(ticksBetween(5, 5, 3)).toEqual([]);
  });

  it('map both ends of an axis to the ends of the drawing', () => {
    const axis = { from: 10, to: 20, tick: String, label: '' };
    const box = plotBox(400, 200, axis, axis);
    expect([box.x(10), box.x(20), box.y(10), box.y(20)]).toEqual([box.left, box.right, box.bottom, box.top]);
  });

  it('colour a share along the sequential scale', () => {
    expect(sequential(0)).toEqual([0x44, 0x01, 0x54]);
    expect(sequential(1)).toEqual([0xfd, 0xe7, 0x25]);
    expect(sequential(2)).toEqual(sequential(1));
  });
});
