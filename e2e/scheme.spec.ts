import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { expectCoreNumbers, open } from './screen.js';

/** How bright the page behind everything is, 0 to 255. */
function brightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [red = 0, green = 0, blue = 0] =
      getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
    return (red + green + blue) / 3;
  });
}

test.describe('dark scheme', () => {
  test.use({ colorScheme: 'dark' });

  test('follows the system, can be switched, and stays switched', async ({ page }) => {
    await open(page);
    expect(await brightness(page)).toBeLessThan(64);
    await page.getByRole('button', { name: 'Use the light scheme' }).click();
    await expect.poll(() => brightness(page)).toBeGreaterThan(192);
    await page.reload();
    await expectCoreNumbers(page);
    expect(await brightness(page)).toBeGreaterThan(192);
    await page.getByRole('button', { name: 'Use the dark scheme' }).click();
    await expect.poll(() => brightness(page)).toBeLessThan(64);
  });
});
