import { expect, test } from './fixtures.js';
import { open } from './screen.js';

test('what is pointed at lights up, within the content security policy', async ({ page }) => {
  // the fixture fails the test on any error in the console, and a violation is one
  const lit = (): Promise<number> => page.evaluate(() => document.adoptedStyleSheets.length);
  await open(page);
  const row = page.getByRole('table', { name: 'Memory by class on each tier' }).getByRole('row', { name: /^Weights/ });
  const background = (): Promise<string> => row.evaluate((element) => getComputedStyle(element).backgroundColor);
  const before = await background();
  await row.hover();
  await expect.poll(background).not.toBe(before);
  expect(await lit()).toBe(1);
  await page.getByRole('tab', { name: 'Layers' }).click();
  await page
    .getByRole('table', { name: /^Operations of one block/ })
    .getByRole('row')
    .nth(3)
    .hover();
  await expect.poll(lit).toBe(1);
  await page.mouse.move(0, 0);
  await expect.poll(lit).toBe(0);
  await expect(page.locator('style')).toHaveCount(0);
});
