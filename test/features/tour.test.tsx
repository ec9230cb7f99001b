// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { around, placeCard } from '../../src/features/tour/place-card.js';
import { tourSteps } from '../../src/features/tour/steps.js';
import { Tour } from '../../src/features/tour/tour.js';

const STEPS = tourSteps('Ctrl+K');

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

describe('the card', () => {
  const number = (max: number) => fc.integer({ min: 0, max });

  it('is always whole in the window, and off what it speaks of where there is room beside it', () => {
    const window = { width: 1280, height: 800 };
    const card = { width: 320, height: 170 };
    fc.assert(
      fc.property(number(1200), number(700), number(600), number(500), (left, top, width, height) => {
        const target = around([{ left, top, right: left + width + 1, bottom: top + height + 1 }], window);
        const at = placeCard(target, card, window);
        expect(at.left).toBeGreaterThanOrEqual(0);
        expect(at.top).toBeGreaterThanOrEqual(0);
        expect(at.left + card.width).toBeLessThanOrEqual(window.width);
        expect(at.top + card.height).toBeLessThanOrEqual(window.height);
        if (target === null || target.right > window.width - 360) return;
        expect(at.left).toBeGreaterThan(target.right);
      }),
    );
  });

  it('stands in the corner when there is nothing in sight to stand beside', () => {
    expect(around([], { width: 100, height: 100 })).toBeNull();
    expect(around([{ left: -50, top: 0, right: -10, bottom: 20 }], { width: 100, height: 100 })).toBeNull();
    expect(placeCard(null, { width: 320, height: 100 }, { width: 1000, height: 500 })).toEqual({ left: 656, top: 376 });
  });

  it('is one for all parts of a region', () => {
    const parts = [
      { left: 10, top: 5, right: 20, bottom: 15 },
      { left: 30, top: 5, right: 60, bottom: 18 },
    ];
    expect(around(parts, { width: 100, height: 100 })).toEqual({ left: 10, top: 5, right: 60, bottom: 18 });
  });
});

describe('the tour', () => {
  const title = (): string => screen.getByRole('dialog').querySelector('h2')?.textContent ?? '';

  it('has five steps, goes both ways, and ends with the last or by Escape', () => {
    expect(STEPS).toHaveLength(5);
    const onEnd = vi.fn();
    render(<Tour paletteKeys="Ctrl+K" onEnd={onEnd} />);
    const card = screen.getByRole('dialog');
    expect(document.activeElement).toBe(card);
    expect(card.getAttribute('aria-modal')).toBe('false');
    fireEvent.keyDown(card, { key: 'ArrowLeft' });
    expect(title()).toBe(STEPS[0]?.title);
    for (let at = 0; at < 9; at += 1) fireEvent.keyDown(card, { key: 'ArrowRight' });
    expect(title()).toBe(STEPS[4]?.title);
    expect(onEnd).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText('Back'));
    expect(title()).toBe(STEPS[3]?.title);
    fireEvent.click(screen.getByText('Next'));
    fireEvent.click(screen.getByText('Done'));
    expect(onEnd).toHaveBeenCalledOnce();
    fireEvent.keyDown(window, { key: 'Escape' });
    expect(onEnd).toHaveBeenCalledTimes(2);
  });

  it('gives the focus back, unless the person took it elsewhere', () => {
    const button = document.createElement('button');
    const other = document.createElement('button');
    document.body.append(button, other);
    button.focus();
    const { unmount } = render(<Tour paletteKeys="Ctrl+K" onEnd={vi.fn()} />);
    unmount();
    expect(document.activeElement).toBe(button);
    const again = render(<Tour paletteKeys="Ctrl+K" onEnd={vi.fn()} />);
    other.focus();
    again.unmount();
    expect(document.activeElement).toBe(other);
  });
});
