// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HintLayer } from '../../src/ui/hint-layer.js';

const layer = (): HTMLElement => screen.getByRole('tooltip', { hidden: true });
const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const wait = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));

/** Where the hint lies, and a place beside it. */
const HINT_AT = { x: 100, y: 100, width: 200, height: 50 };
const ON_HINT = { clientX: 150, clientY: 120 };
const OFF_HINT = { clientX: 150, clientY: 300 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  render(
    <>
      <button type="button" data-hint="Undo · Ctrl+Z">
        Undo
      </button>
      <button type="button" data-hint="Pin this design">
        Pin
      </button>
      <p>Elsewhere</p>
      <HintLayer />
    </>,
  );
  fireEvent.pointerOver(button('Undo'), OFF_HINT);
  wait(400);
  vi.spyOn(layer(), 'getBoundingClientRect').mockReturnValue(DOMRect.fromRect(HINT_AT));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the hint', () => {
  it('stays while the pointer is on it, over a gap too, and goes when it leaves', () => {
    expect(layer().textContent).toBe('Undo · Ctrl+Z');
    const beneath = screen.getByText('Elsewhere');
    fireEvent.pointerOver(beneath, OFF_HINT);
    wait(100);
    fireEvent.pointerMove(beneath, ON_HINT);
    wait(1000);
    expect(layer().hidden).toBe(false);
    fireEvent.pointerMove(beneath, OFF_HINT);
    wait(250);
    expect(layer().hidden).toBe(true);
    expect(button('Undo').getAttribute('aria-describedby')).toBeNull();
  });

  it('stays over another element that has a hint, and shows that one where the pointer leaves it', () => {
    fireEvent.pointerOver(button('Pin'), ON_HINT);
    wait(1000);
    expect(layer().textContent).toBe('Undo · Ctrl+Z');
    fireEvent.pointerMove(button('Pin'), OFF_HINT);
    wait(400);
    expect(layer().textContent).toBe('Pin this design');
  });

  it('goes at a press, which is for what it covers', () => {
    fireEvent.pointerOver(button('Pin'), ON_HINT);
    fireEvent.pointerDown(button('Pin'), ON_HINT);
    expect(layer().hidden).toBe(true);
    wait(1000);
    expect(layer().hidden).toBe(true);
  });

  it('gives way to that of another element, and to Escape', () => {
    fireEvent.pointerOver(button('Pin'), OFF_HINT);
    wait(400);
    expect(layer().textContent).toBe('Pin this design');
    expect(button('Undo').getAttribute('aria-describedby')).toBeNull();
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(layer().hidden).toBe(true);
  });

  it('says what its element says now, and goes when that has nothing more to say', async () => {
    button('Undo').dataset['hint'] = 'Undo: bandwidth';
    await act(async () => Promise.resolve());
    expect(layer().textContent).toBe('Undo: bandwidth');
    delete button('Undo').dataset['hint'];
    await act(async () => Promise.resolve());
    expect(layer().hidden).toBe(true);
  });
});
