import { describe, expect, it } from 'vitest';
import { publishedOf, runStudy } from './run-study.js';

describe('offloading (Fig. 9)', () => {
  const { report } = runStudy('offloading');

  it('shows every rate of both maps as printed', () => {
    const [infinite, finite] = report.figures.map(publishedOf);
    for (const map of [infinite, finite]) {
      expect(map).toHaveLength(36);
      for (const { text, ours } of map ?? []) expect(ours).toBe(text);
    }
  });

  it('says what the tier buys', () => {
    expect(report.answer).toMatch(/250 samples\/s at t 8, p 2/);
    expect(report.answer).toMatch(/243 samples\/s at t 8, p 2/);
  });
});
