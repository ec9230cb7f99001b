import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { designOf, expectCoreNumbers, headlineFigure, numberBox, open, results, typeValue } from './screen.js';

const TABS = ['Overview', 'Layers', 'Communication', 'Search', 'Studies', 'Compare'] as const;
/** A phone, a laptop at 200 %, the width of the largest screen in use. */
const SIZES = [
  [390, 844],
  [640, 400],
  [3840, 1080],
] as const;

const pageWidth = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

for (const [width, height] of SIZES) {
  test(`${width}×${height}: every view fits the width and shows its results`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    for (const name of TABS) {
      const tab = page.getByRole('tab', { name });
      await tab.click();
      await expect(tab).toBeInViewport();
      await expect(page.getByRole('tabpanel')).not.toContainText('Loading…');
      expect(await pageWidth(page), name).toBe(width);
    }
    await expect(headlineFigure(page, 'Batch time')).toContainText('16.7');
  });
}

test('a phone: results first, inputs behind a button, and a field that is asked for opens them', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await expect(headlineFigure(page, 'Batch time')).toBeInViewport();
  await expect(numberBox(page, 'HBM bandwidth')).toBeHidden();
  await page.getByRole('region', { name: 'Inputs', exact: true }).getByRole('button', { name: 'Inputs' }).click();
  await typeValue(page, 'HBM bandwidth', '4096');
  await expect.poll(() => designOf(page).system.mem1.GBps).toBe(4096);
  await page.getByRole('button', { name: 'Inputs', exact: true }).click();
  await expectCoreNumbers(page);
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeInViewport();
  await page.evaluate(() =>
    window.dispatchEvent(new CustomEvent('focus-field', { detail: { part: 'system', path: 'mem1.GiB' } })),
  );
  await expect(numberBox(page, 'HBM capacity')).toBeFocused();
});

test('a phone: no accessibility violations, in both schemes', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await expect(results(page)).toBeVisible();
  await expectAccessible(page);
});
