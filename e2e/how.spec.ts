import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { headlineFigure, numberBox, open, typeValue } from './screen.js';

const HASH = '#model=gpt3-175b&system=a100-80g&strategy=fig3';

const panel = (page: Page): Locator => page.getByRole('dialog', { name: /: how it is computed$/ });
const title = (page: Page): Locator => panel(page).getByRole('heading', { level: 2 });
const link = (page: Page, name: RegExp): Locator =>
  panel(page).locator('button[data-quantity]').filter({ hasText: name }).first();

/** By keyboard, as far as the page allows. */
async function follow(page: Page, name: RegExp): Promise<void> {
  await link(page, name).focus();
  await page.keyboard.press('Enter');
}

test('a figure can be asked how it came to be, down to an input, and the panel follows the input', async ({ page }) => {
  await open(page, HASH);
  await headlineFigure(page, 'Batch time').focus();
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Batch time');
  await expect(panel(page)).toBeFocused();
  await expect(panel(page)).toContainText('16.71478');

  await follow(page, /^T\s*fw\s*Forward/);
  await expect(title(page)).toHaveText('Forward');
  await follow(page, /Forward time/);
  await follow(page, /Attn Query, forward: time/);
  await follow(page, /FLOP time/);
  await follow(page, /throughput/);
  await expect(panel(page)).toContainText('280.8000 TFLOP/s');
  await follow(page, /Matrix peak/);
  await expect(title(page)).toHaveText('Matrix peak, float16');
  await expect(panel(page)).toContainText('unchanged');

  await panel(page).getByRole('button', { name: 'Go to the field' }).press('Enter');
  await expect(numberBox(page, 'Matrix peak float16')).toBeFocused();
  await typeValue(page, 'Matrix peak float16', '624');
  await expect(panel(page)).toContainText('624.0000 TFLOP/s');
  await expect(panel(page)).toContainText('changed;');
  await panel(page).getByRole('button', { name: 'Previous' }).click();
  await expect(panel(page)).toContainText('561.6000 TFLOP/s');

  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(headlineFigure(page, 'Batch time')).toBeFocused();
});

test('numbers of tables are reached with the arrow keys', async ({ page }) => {
  await open(page, HASH);
  const table = page.getByRole('table', { name: 'The eleven parts of the batch time' });
  await table.getByRole('button', { name: 'Bubble', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Share of the batch time');
  await page.keyboard.press('Escape');
  await expect(table.locator('button[data-how="bubble-time-share"]')).toBeFocused();

  await page.getByRole('tab', { name: 'Layers' }).click();
  await page.locator('button[data-how="op/MlpBlock_Mlp1/forward/flop"]').click();
  await expect(title(page)).toHaveText('MLP Mlp1, forward: FLOP');
  await expect(panel(page).locator('math').first()).toBeVisible();
});

test('the panel leaves room for the views where there is some', async ({ page }) => {
  await page.setViewportSize({ width: 1800, height: 900 });
  await open(page, HASH);
  await headlineFigure(page, 'MFU').click();
  await expect(title(page)).toHaveText('MFU');
  const views = await page.getByRole('main', { name: 'Results' }).boundingBox();
  const side = await panel(page).boundingBox();
  expect((views?.x ?? 0) + (views?.width ?? 0)).toBeLessThanOrEqual(side?.x ?? 0);
});
