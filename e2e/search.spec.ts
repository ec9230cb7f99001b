import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { designOf, dragSlider, headlineFigure, results } from './screen.js';

/** The paper's search: GPT-3 175B on 4,096 H100, batch up to 2,340 (Fig. 6). */
const PAPER = 'v=1&system=h100-80g-nvl8&tab=search&search.max_batch=2340';

/** A trillion parameters on eight processors. */
const NOTHING_FITS = 'v=1&tab=search&model=megatron-1t&num_procs=8&tensor_par=8&pipeline_par=1&data_par=1&batch_size=8';

const searchBar = (page: Page): Locator => results(page).getByRole('region', { name: 'Search', exact: true });
const startButton = (page: Page): Locator => searchBar(page).getByRole('button', { name: 'Search', exact: true });
const best = (page: Page): Locator => results(page).getByRole('region', { name: 'Best strategy' });
const table = (page: Page): Locator => results(page).getByRole('grid');
const fit = (page: Page): Locator => results(page).getByRole('table', { name: 'Strategies by the answer' });
const feasible = (page: Page): Locator => fit(page).getByRole('row', { name: 'Feasible' });

async function openSearch(page: Page, hash: string): Promise<void> {
  await page.goto(`./#${hash}`);
  await expect(startButton(page)).toBeVisible();
}

/** Presses Search and waits for the whole answer. */
async function search(page: Page): Promise<void> {
  await startButton(page).click();
  await expect(searchBar(page).getByText(/^took /)).toBeVisible({ timeout: 30_000 });
}

test('the paper’s search by mouse: counts, the best, and how the best compare', async ({ page }) => {
  await page.goto('./#v=1&system=h100-80g-nvl8&search.max_batch=2340');
  await page.getByRole('tab', { name: 'Search' }).click();
  await expect(
    page.getByRole('heading', { name: /^Every way to train GPT-3 175B on 4,096 × .* 10,956,160 strategies$/ }),
  ).toBeVisible();
  await expect(page.getByText('No search yet')).toBeVisible();
  await search(page);
  await expect(feasible(page)).toContainText('1,974,830');
  await expect(fit(page).getByRole('row', { name: 'Tried' })).toContainText('10,956,160');
  await expect(best(page).getByRole('heading')).toHaveText(/^The best reaches 1,084 samples\/s/);
  await expect(table(page).getByRole('row').nth(1)).toContainText('1,084.064');
  await expect(page.getByRole('figure', { name: '30 of the best 100 are within 10 % of the best' })).toBeVisible();
});

test('a constraint narrows the search, shows as a chip and goes with a press', async ({ page }) => {
  await openSearch(page, PAPER);
  await page.getByRole('button', { name: 'Objective and constraints' }).click();
  await page.getByRole('group', { name: 'Allowed: Recompute' }).getByText('None', { exact: true }).click();
  await page.getByRole('textbox', { name: 'HBM at most' }).fill('40');
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { name: /^Ways within 2 constraints to train/ });
  await expect(heading).toBeVisible();
  await expect(heading).not.toContainText('10,956,160');
  await expect(page).toHaveURL(/search\.hbm_limit_GiB=40/);
  await search(page);
  await expect(table(page).getByRole('row').nth(1)).not.toContainText('none');
  await page.getByRole('button', { name: 'Remove the constraint HBM ≤ 40 GiB' }).click();
  await page.getByRole('button', { name: /^Remove the constraint recompute/ }).click();
  await expect(page.getByRole('heading', { name: /10,956,160 strategies$/ })).toBeVisible();
  await expect(page.getByText('The inputs have changed since')).toBeVisible();
});

test('a row becomes the current strategy; undo brings the old one back', async ({ page }) => {
  await openSearch(page, PAPER);
  await search(page);
  const before = designOf(page).strategy;
  await table(page).getByRole('row').nth(1).click();
  await expect(page.getByText(/^Now the current strategy: t8 p1 d512/)).toBeVisible();
  await expect(headlineFigure(page, 'Samples')).toContainText('1,084');
  await expect(table(page).getByRole('row').nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(best(page).getByRole('heading')).toHaveText(/^The current strategy is the best/);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(headlineFigure(page, 'Samples')).not.toContainText('1,084');
  await expect(async () => expect(designOf(page).strategy).toEqual(before)).toPass();
});

test('by keyboard: start, move through the table, take a row over', async ({ page }) => {
  await openSearch(page, PAPER);
  await startButton(page).focus();
  await page.keyboard.press('Enter');
  await expect(searchBar(page).getByText(/^took /)).toBeVisible({ timeout: 30_000 });
  await table(page).focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'PageDown', 'Home', 'ArrowDown', 'ArrowDown', 'Enter']) {
    await page.keyboard.press(key);
  }
  await expect(page.getByText(/^Now the current strategy/)).toBeVisible();
  await expect(headlineFigure(page, 'Samples')).toContainText('1,084');
  await expect(table(page).getByRole('row').nth(3)).toHaveAttribute('aria-selected', 'true');
});

test('all rows: the density, the whole table, sorted and filtered', async ({ page }) => {
  await openSearch(page, PAPER);
  await searchBar(page).getByRole('switch', { name: 'Keep all rows' }).click();
  await search(page);
  await expect(page.getByRole('heading', { name: 'All 1,974,830 feasible strategies' })).toBeVisible();
  await expect(page.locator('svg[data-chart] image')).toHaveAttribute('href', /^data:image\/png/);
  await expect(table(page)).toHaveAttribute('aria-rowcount', '1974831');
  await table(page).focus();
  await page.keyboard.press('End');
  await expect(table(page).getByRole('row').last()).toContainText('1,974,830');
  await page.getByRole('searchbox', { name: 'Filter the strategies' }).fill('t=16 recompute=full');
  await expect(page.getByText(/^[\d,]+ match$/)).toBeVisible();
  await table(page).getByRole('button', { name: 'HBM, GiB' }).click();
  await expect(table(page).getByRole('columnheader', { name: 'HBM, GiB' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(table(page).getByRole('row').nth(1)).toContainText('full');
});

test('a point of the front becomes the current strategy', async ({ page }) => {
  await openSearch(page, PAPER);
  await search(page);
  await page.locator('[data-place]').last().click();
  await expect(headlineFigure(page, 'Samples')).toContainText('1,084');
});

test('nothing feasible: says why and how near the nearest was', async ({ page }) => {
  await openSearch(page, NOTHING_FITS);
  await search(page);
  await expect(best(page).getByRole('heading')).toHaveText('No strategy is feasible');
  await expect(best(page)).toContainText(/The nearest needs .* more HBM/);
  await expect(page.getByRole('figure', { name: /^None of [\d,]+ fits/ })).toBeVisible();
});

test('live: the best strategy follows a bandwidth that is dragged, and what flipped is shown', async ({ page }) => {
  await page.goto(`./#v=1&system=h100-80g-nvl8&search.max_batch=2340`);
  await expect(headlineFigure(page, 'Samples')).toHaveText(/\d/);
  await page.getByRole('button', { name: 'Live optimum' }).click();
  await expect(headlineFigure(page, 'Samples')).toContainText('1,084', { timeout: 30_000 });
  const banner = page.getByRole('banner');
  await expect(banner).toContainText(/→/);
  const before = designOf(page).strategy;
  await dragSlider(page, 'Offload bandwidth', 0.1);
  await expect(async () => expect(designOf(page).strategy).not.toEqual(before)).toPass({ timeout: 30_000 });
  await expect(headlineFigure(page, 'Samples')).not.toContainText('1,084');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(headlineFigure(page, 'Samples')).toContainText('1,084');
});

test.describe('in both schemes', () => {
  // Every cell of a full table is held against its ground.
  test.slow();

  test('the search, before and after: no accessibility violations', async ({ page }) => {
    await openSearch(page, `${PAPER}&search.tensor_par=4..16&search.fused_activation=true&search.objective=least_hbm`);
    await page.getByRole('button', { name: 'Objective and constraints' }).click();
    await expectAccessible(page, 'header', 'main');
    await search(page);
    await page.getByRole('button', { name: 'Columns', exact: true }).click();
    await expectAccessible(page, 'header', 'main');
  });

  test('all rows and their tables: no accessibility violations', async ({ page }) => {
    await openSearch(page, `${PAPER}&search.tensor_par=8`);
    await searchBar(page).getByRole('switch', { name: 'Keep all rows' }).click();
    await search(page);
    for (const button of await page.getByRole('tabpanel').getByRole('button', { name: 'Table' }).all()) {
      await button.click();
    }
    await page.locator('[data-place]').first().click();
    await expect(page.getByText(/^Now the current strategy/)).toBeVisible();
    await expectAccessible(page, 'header', 'main');
  });

  test('nothing feasible: no accessibility violations', async ({ page }) => {
    await openSearch(page, NOTHING_FITS);
    await search(page);
    await expect(best(page).getByRole('heading')).toHaveText('No strategy is feasible');
    await expectAccessible(page, 'header', 'main');
  });
});
