import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';

/** Browsers stop laying out somewhere above this height, in CSS pixels: the least of them at 17.9 million. */
const TALLEST = 15_000_000;

interface VirtualRows {
  /** Height of what scrolls: all rows, or as much as a browser can lay out. */
  readonly height: number;
  /** The rows to draw, and where the first of them is. */
  readonly first: number;
  readonly end: number;
  readonly top: number;
  /** Scrolls as little as shows a row. */
  readonly show: (row: number) => void;
  /** Rows that a page key moves by. */
  readonly page: number;
}

interface VirtualOptions {
  readonly count: number;
  /** Of a row, in CSS pixels. */
  readonly rowHeight: number;
  /** Of what sticks to the top and covers rows. */
  readonly headHeight: number;
}

/**
 * Which rows of a long list are in sight. Rows are all of one height, so that any of a million is found by a division;
 * a list taller than a browser can lay out scrolls faster than it is dragged, and the wheel is slowed to match.
 */
export function useVirtualRows(
  ref: RefObject<HTMLDivElement | null>,
  { count, rowHeight, headHeight }: VirtualOptions,
): VirtualRows {
  const [view, setView] = useState({ top: 0, height: 0 });
  const full = count * rowHeight;
  const height = Math.min(full, TALLEST);
  const room = Math.max(0, view.height - headHeight);
  // How many pixels of rows one pixel of scrolling stands for.
  const pace = height > room ? Math.max(1, (full - room) / (height - room)) : 1;

  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const read = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [ref]);

  useEffect(() => {
    const element = ref.current;
    if (element === null || pace === 1) return undefined;
    const wheel = (event: WheelEvent): void => {
      if (event.deltaY === 0 || event.ctrlKey) return;
      event.preventDefault();
      element.scrollTop += event.deltaY / pace;
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [ref, pace]);

  const scrolled = Math.min(view.top, Math.max(0, height - room));
  const offset = scrolled * pace;
  const first = Math.max(0, Math.floor(offset / rowHeight) - 4);
  const end = Math.min(count, Math.ceil((offset + room) / rowHeight) + 4);
  return {
    height,
    first,
    end,
    // Where the rows would be without the pace, moved to what is scrolled to.
    top: scrolled - (offset - first * rowHeight),
    page: Math.max(1, Math.floor(room / rowHeight) - 1),
    show: (row) => {
      const element = ref.current;
      if (element === null) return;
      const above = row * rowHeight;
      const now = element.scrollTop * pace;
      if (above < now) element.scrollTop = above / pace;
      else if (above + rowHeight > now + room) element.scrollTop = (above + rowHeight - room) / pace;
    },
  };
}
