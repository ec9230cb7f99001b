import { expect, it } from 'vitest';
import { publishedOf, runStudy } from './run-study.js';

it('shows every cell of Fig. 5 a to c as printed', () => {
  const { report } = runStudy('time-memory-maps');
  const [a, b, c, d] = report.figures;
  expect(d?.finding).toBeTruthy();
  for (const map of [a, b, c]) {
    const cells = map === undefined ? [] : publishedOf(map);
    expect(cells).toHaveLength(42);
    expect(cells.map(({ ours }) => ours)).toEqual(cells.map(({ text }) => text));
  }
});
