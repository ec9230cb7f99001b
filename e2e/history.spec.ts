import { expect, test } from './fixtures.js';
import { designOf, dragSlider, expectCoreNumbers, headlineFigure, numberBox, open, typeValue } from './screen.js';

test('undo and redo, by keys and by buttons; a drag is one step', async ({ page }) => {
  await open(page);
  const batchTime = headlineFigure(page, 'Batch time');
  const start = (await batchTime.textContent()) ?? '';
  await dragSlider(page, 'HBM bandwidth', 0.9);
  await expect(batchTime).not.toHaveText(start);
  const faster = (await batchTime.textContent()) ?? '';

  await page.keyboard.press('Control+z');
  await expect(batchTime).toHaveText(start);
  await expectCoreNumbers(page);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await page.keyboard.press('Control+Shift+z');
  await expect(batchTime).toHaveText(faster);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(batchTime).toHaveText(start);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(batchTime).toHaveText(faster);
  await expectCoreNumbers(page);
});

test('Back brings the step before, and a drag does not flood the history', async ({ page }) => {
  await open(page);
  await expect.poll(() => page.url()).toContain('#v=1');
  const entries = await page.evaluate(() => history.length);
  await dragSlider(page, 'HBM bandwidth', 0.9);
  await expect.poll(() => designOf(page).system.mem1.GBps).toBeGreaterThan(4000);
  await expect.poll(() => page.evaluate(() => history.length)).toBe(entries + 1);
  await page.goBack();
  await expect(numberBox(page, 'HBM bandwidth')).toHaveValue('2,048');
  await expectCoreNumbers(page);
});

test('two switches clicked one right after the other are two steps for Back', async ({ page }) => {
  await open(page);
  await expect.poll(() => page.url()).toContain('#v=1');
  const entries = await page.evaluate(() => history.length);
  const before = designOf(page).strategy;
  await page.evaluate(() => {
    for (const name of ['Optimizer sharding', 'Data overlap']) {
      document.querySelector<HTMLElement>(`[role="switch"][aria-label="${name}"]`)?.click();
    }
  });
  await expect.poll(() => page.evaluate(() => history.length)).toBe(entries + 2);
  await page.goBack();
  await expect.poll(() => designOf(page).strategy.data_par_overlap).toBe(before.data_par_overlap);
  expect(designOf(page).strategy.optimizer_sharding).toBe(!before.optimizer_sharding);
});

test('a changed field says so and goes back to its preset', async ({ page }) => {
  await open(page);
  await typeValue(page, 'HBM capacity', '96');
  await expect.poll(() => designOf(page).system.mem1.GiB).toBe(96);
  await page.getByRole('button', { name: 'Reset all' }).click();
  await expect(numberBox(page, 'HBM capacity')).toHaveValue('80');
  await expectCoreNumbers(page);
});
