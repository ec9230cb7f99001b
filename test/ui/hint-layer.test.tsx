// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HintLayer } from '../../src/ui/hint-layer.js';

const layer = (): HTMLElement => screen.getByRole('tooltip', { hidden: true });
const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const wait = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));

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
  fireEvent.pointerOver(button('Undo'));
  wait(400);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the hint', () => {
  it('stays while the pointer is on it, over a gap too, and goes when it leaves', () => {
    expect(layer().textContent).toBe('Undo · Ctrl+Z');
    fireEvent.pointerOver(screen.getByText('Elsewhere'));
    wait(100);
    fireEvent.pointerOver(layer());
    wait(1000);
    expect(layer().hidden).toBe(false);
    fireEvent.pointerDown(layer());
    expect(layer().hidden).toBe(false);
    fireEvent.pointerOver(screen.getByText('Elsewhere'));
    wait(250);
    expect(layer().hidden).toBe(true);
    expect(button('Undo').getAttribute('aria-describedby')).toBeNull();
  });

  it('gives way to that of another element, and to Escape', () => {
    fireEvent.pointerOver(button('Pin'));
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
