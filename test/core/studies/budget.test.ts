import { expect, it } from 'vitest';
import { publishedOf, runStudy } from './run-study.js';

const HBM = { 20: 2250, 40: 5000, 80: 10_000 };
const DDR = { 0: 0, 256: 2500, 512: 10_000 };

it.each([
  [[20, 40, 80], [0], 30],
  [[20, 40], [256], 20],
  [[80], [512], 10],
] as const)('shows the rows of Table 3 with HBM %s and DDR %s as printed', (hbm, ddr, numbers) => {
  const { report } = runStudy('budget', {
    hbmPrices: hbm.map((size) => [size, HBM[size]] as const),
    tier2Prices: ddr.map((size) => [size, DDR[size]] as const),
  });
  const [table] = report.figures;
  const published = table === undefined ? [] : publishedOf(table);
  expect(published).toHaveLength(numbers);
  expect(published.map(({ ours }) => ours)).toEqual(published.map(({ text }) => text));
});
