// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SideScroll } from '../../src/ui/side-scroll.js';

/** What a scroller shows of its columns, in CSS pixels. */
const sizes = { client: 300, scroll: 300 };

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function show(client: number, scroll: number): HTMLElement {
  Object.assign(sizes, { client, scroll });
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => sizes.client);
  vi.spyOn(HTMLElement.prototype, 'scrollWidth', 'get').mockImplementation(() => sizes.scroll);
  render(
    <SideScroll>
      <div data-testid="scroller" />
    </SideScroll>,
  );
  return screen.getByTestId('scroller');
}

const scrollTo = (scroller: HTMLElement, left: number): void =>
  act(() => {
    scroller.scrollLeft = left;
    fireEvent.scroll(scroller);
  });

describe('SideScroll', () => {
  it('says nothing of a table that shows every column', () => {
    show(300, 300);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says that there are more columns, goes to them, and at their end back to the first', () => {
    const scroller = show(300, 700);
    const by = vi.spyOn(scroller, 'scrollBy').mockImplementation(() => undefined);
    const to = vi.spyOn(scroller, 'scrollTo').mockImplementation(() => undefined);
    fireEvent.click(screen.getByRole('button', { name: 'More columns →' }));
    expect(by).toHaveBeenCalledWith({ left: 210 });
    scrollTo(scroller, 400);
    fireEvent.click(screen.getByRole('button', { name: '← First columns' }));
    expect(to).toHaveBeenCalledWith({ left: 0 });
    scrollTo(scroller, 0);
    expect(screen.getByRole('button', { name: 'More columns →' })).toBeDefined();
  });
});
