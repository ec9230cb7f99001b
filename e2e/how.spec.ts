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

test('the parameter count, a point of the roofline and a bandwidth can be asked', async ({ page }) => {
  await open(page, HASH);
  await page.getByRole('region', { name: 'Inputs' }).getByRole('button', { name: '174.6 B' }).press('Enter');
  await expect(title(page)).toHaveText('Parameters');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '174.6 B' })).toBeFocused();

  await page.getByRole('tab', { name: 'Layers' }).click();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const roofline = page.getByRole('table', { name: 'Roofline: forward' });
  await roofline.getByRole('button', { name: 'MLP Mlp1' }).focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('MLP Mlp1, forward: share of the roof');
  await expect(panel(page)).toContainText('84.98998');
  await page.keyboard.press('Escape');

  await page.getByRole('tab', { name: 'Communication' }).click();
  const bandwidths = page.getByRole('table', { name: 'Bandwidth needed and there' });
  const weights = bandwidths.getByRole('row', { name: /^Offload weights/ });
  await expect(weights).toContainText(/would need [\d.]+ GB\/s/);
  await expect(weights).toContainText(/[\d.]+ GB\/s missing \(needs [\d.]+×\)/);
  await weights.locator('button[data-how="weight-offload-there"]').click();
  await expect(title(page)).toHaveText('Offload weights: bandwidth there');
});

test('the numbers of a pinned design are explained as its own', async ({ page }) => {
  await open(page, HASH);
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByRole('textbox', { name: 'Name to pin under' }).fill('Base');
  await page.getByRole('button', { name: 'Pin current design' }).click();
  await typeValue(page, 'HBM bandwidth', '4096');
  const row = page
    .getByRole('table', { name: 'Quantities side by side' })
    .getByRole('row', { name: /^Forward [\d.]+ s/ });
  await row.getByRole('button', { name: 'Forward', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('A · Base, not the current design');
  const pinned = await panel(page).getByRole('definition').first().textContent();
  await follow(page, /Forward time/);
  await panel(page).getByRole('button', { name: 'Explain the current design' }).press('Enter');
  await expect(panel(page)).not.toContainText('not the current design');
  await expect(panel(page)).toBeFocused();
  await panel(page).getByRole('button', { name: 'Previous' }).click();
  await expect(panel(page).getByRole('definition').first()).not.toHaveText(pinned ?? '');
});

test('the causes of a difference are explained in the design they stand for', async ({ page }) => {
  await open(page, HASH);
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByRole('textbox', { name: 'Name to pin under' }).fill('Base');
  await page.getByRole('button', { name: 'Pin current design' }).click();
  await typeValue(page, 'HBM bandwidth', '4096');
  const causes = page.getByRole('table', { name: 'Change of each part of the batch time' });
  await causes.getByRole('button', { name: 'Backward', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Backward');
  await expect(panel(page)).toContainText('A · Base, not the current design');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Backward');
  await expect(panel(page)).not.toContainText('not the current design');
  await page.locator('svg [data-step="forward-time"] rect').click();
  await expect(title(page)).toHaveText('Forward');
  await page.keyboard.press('Escape');
  await page.getByRole('table', { name: 'Inputs that differ' }).locator('td button').first().click();
  await expect(title(page)).toHaveText('HBM bandwidth');
  await expect(panel(page)).toContainText('A · Base, not the current design');
});

test('capacities, roofs, tokens and what a change would bring are explained', async ({ page }) => {
  await open(page, HASH);
  await page.locator('svg [data-how="input/system/mem1.GiB"]').click();
  await expect(title(page)).toHaveText('HBM capacity');
  await page.getByRole('region', { name: 'Inputs' }).getByRole('button', { name: '4.751 M' }).press('Enter');
  await expect(title(page)).toHaveText('Tokens a batch');
  await expect(panel(page)).toContainText('4,751,360');
  await page.getByRole('tab', { name: 'Layers' }).click();
  await page.locator('svg [data-how="vector-peak"] text').click();
  await expect(title(page)).toHaveText('Vector peak');
  await typeValue(page, 'HBM capacity', '10');
  const changes = page.getByRole('table', { name: 'Changes that make it fit' });
  await changes.getByRole('rowheader').first().getByRole('button').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Sample rate');
  await expect(panel(page)).toContainText(/With .*, not the current design/);
});

const SMALL_SEARCH =
  '#v=1&tab=search&model=megatron-22b&system=a100-80g&num_procs=64&tensor_par=8&pipeline_par=8&data_par=1&batch_size=64&search.max_batch=64';

test('a row of the search is explained without taking it over, and can become the design from there', async ({
  page,
}) => {
  await open(page, SMALL_SEARCH);
  const bar = page.getByRole('region', { name: 'Search', exact: true });
  await bar.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(bar.getByText(/^took /)).toBeVisible({ timeout: 30_000 });
  const before = await headlineFigure(page, 'Samples').textContent();

  await page
    .getByRole('region', { name: 'Best strategy' })
    .getByRole('button', { name: /samples\/s$/ })
    .press('Enter');
  await expect(panel(page)).toContainText(/Best of the search: t\d+ p\d+ d\d+/);

  const grid = page.getByRole('grid');
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('h');
  await expect(panel(page)).toContainText(/Row 3 of the search: t\d+ p\d+ d\d+/);
  await expect(title(page)).toHaveText('Sample rate');
  await expect(headlineFigure(page, 'Samples')).toHaveText(before ?? '');
  await panel(page).getByRole('button', { name: 'HBM', exact: true }).press('Enter');
  await expect(title(page)).toHaveText('HBM used');
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();

  await grid.getByRole('row').nth(2).hover();
  await grid.getByRole('button', { name: 'Explain row 2' }).click();
  await expect(panel(page)).toContainText(/Row 2 of the search/);
  await expect(headlineFigure(page, 'Samples')).toHaveText(before ?? '');
  await panel(page).getByRole('button', { name: 'Make it the design' }).press('Enter');
  await expect(headlineFigure(page, 'Samples')).not.toHaveText(before ?? '');
  await expect(panel(page)).not.toContainText('Row 2 of the search');
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(headlineFigure(page, 'Samples')).toHaveText(before ?? '');
});

test('a point of a study is explained as its own, down to an input without a field', async ({ page }) => {
  await page.goto('./#v=1&tab=studies&study=anatomy&study.anatomy.pipeline_interleaving=1');
  await page
    .locator('[data-figure="run"]')
    .getByRole('button', { name: /^t 8, p 64, d 8/ })
    .focus();
  const card = page.getByRole('region', { name: 'The point in focus' });
  await card.getByRole('button', { name: /samples\/s$/ }).press('Enter');
  await expect(panel(page)).toContainText('Point of the study: t 8, p 64, d 8, not the current design');
  await link(page, /Batch$|Batch ?input/).press('Enter');
  await expect(title(page)).toHaveText('Batch');
  await expect(panel(page)).toContainText('the same in the current design');
  await expect(panel(page).getByRole('button', { name: 'Go to the field' })).toHaveCount(0);
});

test('H on a point of a study explains it without loading it, and gives the focus back', async ({ page }) => {
  await page.goto('./#v=1&tab=studies&study=anatomy');
  await expect(headlineFigure(page, 'Samples')).toContainText('samples/s');
  const before = await headlineFigure(page, 'Samples').textContent();
  const run = page.locator('[data-figure="run"]').getByRole('button', { name: /^t 8, p 64, d 8/ });
  await run.focus();
  await page.keyboard.press('h');
  await expect(title(page)).toHaveText('Batch time');
  await expect(panel(page)).toContainText('Point of the study: t 8, p 64, d 8, not the current design');
  await page.keyboard.press('Escape');
  await expect(run).toBeFocused();
  const bubble = page.locator('[data-figure="time"]').getByRole('row', { name: /^Bubble/ });
  await bubble.getByRole('button').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Bubble');
  await page.keyboard.press('Escape');
  await expect(bubble.getByRole('button').nth(1)).toBeFocused();
  await expect(headlineFigure(page, 'Samples')).toHaveText(before ?? '');
});
