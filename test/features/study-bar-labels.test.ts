import { describe, expect, it } from 'vitest';
import { barLabels, type LabelledBar } from '../../src/features/studies/bar-labels.js';

const STEP = 30;
const bar = (index: number, text: string, top: number, isMarked = false): LabelledBar => ({
  middle: 64 + (index + 0.5) * STEP,
  top,
  text,
  isMarked,
});
const shown = (bars: readonly LabelledBar[], step: number): readonly boolean[] =>
  barLabels(bars, step, 1000).labels.map((label) => label !== null);

describe('the numbers of a panel', () => {
  const panel = [bar(0, '86', 150), bar(1, '1,084', 50, true), bar(2, '1,102', 45), bar(3, '–', 170), bar(4, '', 170)];

  it.each([
    [60, 11],
    [36, 10],
    [31, 9],
  ])('are all there, in the size that fits: %i px apart in %i px', (step, size) => {
    expect(barLabels(panel, step, 1000).size).toBe(size);
    expect(shown(panel, step)).toEqual([true, true, true, true, false]);
  });

  it('are else those of the marked bar and of the tallest; that nothing fits is always said', () => {
    expect(shown(panel, 20)).toEqual([false, true, true, true, false]);
    expect(barLabels(panel, 20, 1000).size).toBe(9);
  });

  it('stand above each other rather than upon each other', () => {
    const [, marked, tallest] = barLabels(panel, 20, 1000).labels;
    expect(marked?.y).toBe(45);
    expect(tallest?.y).toBe(35);
    const far = [bar(0, '10,840', 50, true), ...[1, 2, 3].map((at) => bar(at, '9', 150)), bar(4, '11,020', 45)];
    expect(barLabels(far, 20, 1000).labels.map((label) => label?.y)).toEqual([45, undefined, undefined, undefined, 40]);
  });

  it('are not cut at the right edge', () => {
    const last = bar(3, '12,345,678', 40, true);
    const [label] = barLabels([last], 20, last.middle + 10).labels;
    expect((label?.x ?? 0) + (10 * 9 * 0.62) / 2).toBeLessThanOrEqual(last.middle + 10);
  });

  it('are none of no bars', () => {
    expect(barLabels([], 20, 300).labels).toEqual([]);
  });
});
