// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { QuantityField } from '../../src/ui/quantity-field.js';

afterEach(cleanup);

interface Seen {
  readonly changes: (readonly [number, boolean])[];
  readonly commits: () => number;
  /** The value changes from outside: undo, a preset. */
  readonly set: (value: number) => void;
}

function show(start = 2048): Seen {
  const changes: (readonly [number, boolean])[] = [];
  const onCommit = vi.fn<() => void>();
  const outside: { set: (value: number) => void } = { set: () => undefined };
  function Held() {
    const [value, setValue] = useState(start);
    useEffect(() => {
      outside.set = setValue;
    }, []);
    return (
      <QuantityField
        label="Bandwidth"
        fullLabel="HBM bandwidth"
        help="Every operation reads and writes here."
        unit="GB/s"
        min={0}
        minExclusive
        max={1e12}
        slider={[100, 40000]}
        scale="log"
        landmarks={[{ value: 3352, label: 'HBM3, H100' }]}
        value={value}
        base={2048}
        baseName="A100 80 GiB"
        onChange={(next, { commit }) => {
          changes.push([next, commit]);
          setValue(next);
        }}
        onCommit={onCommit}
        onReset={() => setValue(2048)}
      />
    );
  }
  render(<Held />);
  return { changes, commits: () => onCommit.mock.calls.length, set: (value) => act(() => outside.set(value)) };
}

const slider = (): HTMLInputElement => screen.getByRole('slider', { name: 'HBM bandwidth' });
const box = (): HTMLInputElement => screen.getByRole('textbox', { name: 'HBM bandwidth' });

describe('QuantityField with a long number', () => {
  it('says it short, the whole of it in the hint, and gives all of it to edit', () => {
    show(20_484_800);
    expect(box().value).toBe('2.048e7');
    expect(box().dataset['hint']).toMatch(/^20,484,800 GB\/s\nAllowed: more than 0/);
    fireEvent.focus(box());
    expect(box().value).toBe('20484800');
  });
});

describe('QuantityField by keyboard', () => {
  it('says its value with the unit', () => {
    show();
    expect(slider().getAttribute('aria-valuetext')).toBe('2,048 GB/s');
    expect(box().value).toBe('2,048');
  });

  it('steps without committing until the key is up', () => {
    const seen = show(2000);
    fireEvent.keyDown(slider(), { key: 'ArrowUp' });
    fireEvent.keyDown(slider(), { key: 'PageUp' });
    expect(seen.changes).toEqual([
      [2020, false],
      [2222, false],
    ]);
    expect(seen.commits()).toBe(0);
    fireEvent.keyUp(slider(), { key: 'PageUp' });
    expect(seen.commits()).toBe(1);
  });

  it('goes to the ends of the slider', () => {
    const seen = show();
    fireEvent.keyDown(slider(), { key: 'End' });
    fireEvent.keyDown(slider(), { key: 'Home' });
    expect(seen.changes.map(([value]) => value)).toEqual([40000, 100]);
  });

  it('steps finely with Shift', () => {
    const seen = show(2000);
    fireEvent.keyDown(slider(), { key: 'ArrowUp', shiftKey: true });
    expect(seen.changes).toEqual([[2002, false]]);
  });
});

describe('QuantityField by pointer', () => {
  it('follows a drag and commits once, on release', () => {
    const seen = show();
    fireEvent.pointerDown(slider());
    fireEvent.change(slider(), { target: { value: '5000' } });
    fireEvent.change(slider(), { target: { value: '6000' } });
    expect(seen.changes).toEqual([
      [2000, false],
      [3640, false],
    ]);
    expect(seen.commits()).toBe(0);
    fireEvent.pointerUp(window);
    expect(seen.commits()).toBe(1);
  });

  it('moves a tenth as far with Shift held', () => {
    const seen = show(2000);
    fireEvent.pointerDown(slider(), { shiftKey: true });
    fireEvent.change(slider(), { target: { value: '5500' } });
    fireEvent.change(slider(), { target: { value: '6500' } });
    const last = seen.changes.at(-1)?.[0] ?? 0;
    expect(last).toBeGreaterThan(2000);
    expect(last).toBeLessThan(2200);
  });

  it('steps with the wheel only while it has the focus', () => {
    const seen = show(2000);
    fireEvent.wheel(slider(), { deltaY: -1 });
    expect(seen.changes).toEqual([]);
    slider().focus();
    const event = new WheelEvent('wheel', { deltaY: -1, bubbles: true, cancelable: true });
    fireEvent(slider(), event);
    expect(event.defaultPrevented).toBe(true);
    expect(seen.changes).toEqual([[2020, false]]);
  });
});

describe('the number of a QuantityField', () => {
  it('takes what people type, on Enter', () => {
    const seen = show();
    box().focus();
    fireEvent.change(box(), { target: { value: '4.8T' } });
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(seen.changes).toEqual([[4800, true]]);
  });

  it('takes it when it is left, and changes nothing when nothing was typed', () => {
    const seen = show();
    box().focus();
    fireEvent.blur(box());
    expect(seen.changes).toEqual([]);
    fireEvent.focus(box());
    fireEvent.change(box(), { target: { value: '3000' } });
    fireEvent.blur(box());
    expect(seen.changes).toEqual([[3000, true]]);
  });

  it('refuses with a message that says what is allowed, and leaves the value alone', () => {
    const seen = show();
    box().focus();
    fireEvent.change(box(), { target: { value: '-4' } });
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(seen.changes).toEqual([]);
    expect(box().getAttribute('aria-invalid')).toBe('true');
    const message = document.getElementById(box().getAttribute('aria-describedby') ?? '');
    expect(message?.textContent).toBe('-4 GB/s is too small. Allowed: more than 0 GB/s.');
  });

  it('is brought back by Escape', () => {
    show();
    box().focus();
    fireEvent.change(box(), { target: { value: 'fast' } });
    fireEvent.keyDown(box(), { key: 'Enter' });
    fireEvent.keyDown(box(), { key: 'Escape' });
    expect(box().value).toBe('2,048');
    expect(box().getAttribute('aria-invalid')).toBeNull();
  });
});

describe('a value that changes from outside while its box has the focus', () => {
  it('shows, and is not undone by leaving the box', () => {
    const seen = show();
    fireEvent.focus(box());
    seen.set(4800);
    expect(box().value).toBe('4800');
    // so that the next Ctrl+Z is the workbench's too
    expect(box().dataset['editing']).toBeUndefined();
    fireEvent.blur(box());
    expect(seen.changes).toEqual([]);
    expect(box().value).toBe('4,800');
  });

  it('leaves alone what is being typed', () => {
    const seen = show();
    fireEvent.focus(box());
    fireEvent.change(box(), { target: { value: '30' } });
    seen.set(4800);
    expect(box().value).toBe('30');
    expect(box().dataset['editing']).toBe('true');
    fireEvent.change(box(), { target: { value: '3000' } });
    fireEvent.blur(box());
    expect(seen.changes).toEqual([[3000, true]]);
  });

  it('wins over a text that was refused', () => {
    const seen = show();
    fireEvent.focus(box());
    fireEvent.change(box(), { target: { value: 'fast' } });
    fireEvent.keyDown(box(), { key: 'Enter' });
    seen.set(4800);
    expect(box().value).toBe('4,800');
    fireEvent.blur(box());
    expect(seen.changes).toEqual([]);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the mark of change', () => {
  it('is there only when the value differs, says what it was, and resets', () => {
    show(4800);
    const dot = screen.getByRole('button', { name: 'Reset HBM bandwidth to 2,048 GB/s' });
    expect(dot.dataset['hint']).toContain('A100 80 GiB: 2,048 GB/s');
    fireEvent.click(dot);
    expect(box().value).toBe('2,048');
    expect(screen.queryByRole('button')).toBeNull();
  });
});
