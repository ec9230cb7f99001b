import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { headlineFigure, numberBox, open, results, typeValue } from './screen.js';

const show = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('tab', { name }).click();
  await expect(page.getByRole('tabpanel')).not.toContainText('Loading…');
};

/** How far a scroller has gone to its right, and how far it could go. */
const across = (scroller: Locator): Promise<readonly [number, number]> =>
  scroller.evaluate((element) => [element.scrollLeft, element.scrollWidth - element.clientWidth] as const);

/** Texts of a selection that show less than they say. */
const cut = (of: Locator): Promise<string[]> =>
  of.evaluateAll((elements) =>
    elements.flatMap((element) =>
      element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
        ? [element.textContent ?? '']
        : [],
    ),
  );

test('a wide screen: communication shows every column of its tables', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(page);
  await show(page, 'Communication');
  for (const name of ['Bandwidth needed and there', 'Link and exposed time by kind of traffic'])
    expect((await across(page.getByRole('region', { name })))[1]).toBe(0);
  await expect(page.getByRole('button', { name: /columns/ })).toHaveCount(0);
});

test('a laptop: columns out of sight are said, and a press leads to them and back', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page);
  await show(page, 'Communication');
  const table = page.getByRole('region', { name: 'Bandwidth needed and there' });
  await page.getByRole('button', { name: 'More columns →' }).click();
  await expect(page.getByRole('columnheader', { name: 'Formula' })).toBeInViewport({ ratio: 1 });
  const [left, most] = await across(table);
  expect(left).toBeGreaterThan(most - 2);
  await page.getByRole('button', { name: '← First columns' }).click();
  expect((await across(table))[0]).toBe(0);
});

test('a laptop: no subtitle and no figure of the headline is cut, feasible or not', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page);
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await typeValue(page, 'HBM capacity', width === 1280 ? '80' : '10');
    for (const name of ['Overview', 'Layers', 'Communication']) {
      await show(page, name);
      expect(await cut(results(page).locator('figcaption p')), `${name}, ${width}`).toEqual([]);
    }
    const headline = page.getByRole('region', { name: 'Headline figures' });
    await expect(headline.getByText('infeasible', { exact: true })).toHaveCount(width === 1280 ? 0 : 1);
    expect(await cut(headline.locator('span')), `headline, ${width}`).toEqual([]);
  }
});

test('a press on a hint is for what lies under it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page);
  const hint = page.getByRole('tooltip');
  await headlineFigure(page, 'Batch time').hover();
  await expect(hint).toContainText('Batch time');
  const [over, under] = await Promise.all([hint.boundingBox(), headlineFigure(page, 'HBM').boundingBox()]);
  if (over === null || under === null) throw new Error('Neither the hint nor the figure beneath it is in sight.');
  const [x, y] = [Math.max(over.x, under.x) + 20, Math.max(over.y, under.y) + 8];
  expect(y).toBeLessThan(over.y + over.height);
  await page.mouse.move(x, y, { steps: 8 });
  // longer than it takes for a hint to go or for another to come
  await page.waitForTimeout(800);
  await expect(hint).toContainText('Batch time');
  await page.mouse.click(x, y);
  await expect(hint).toBeHidden();
  await expect(page.getByRole('heading', { name: 'HBM used' })).toBeVisible();
});

test('limits fold to a line that names what is broken, for every view', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page);
  await typeValue(page, 'HBM capacity', '10');
  const limits = page.getByRole('region', { name: 'Limits' });
  await expect(limits.getByRole('table')).toBeVisible();
  await limits.getByRole('button', { name: 'Infeasible 1 limit broken' }).click();
  await show(page, 'Communication');
  await expect(limits).toHaveText(/HBM needs 17\.4\sGiB, has 10\.0\sGiB, over by 7\.44\sGiB \(1\.74×\)/);
  await expect(limits.getByRole('table')).toHaveCount(0);
  expect((await limits.boundingBox())?.height).toBeLessThan(48);
});

test('a number too long for its box is written short, and whole in the hint', async ({ page }) => {
  await open(page);
  const box = numberBox(page, 'HBM bandwidth');
  for (const [typed, shown] of [
    ['20484800', '2.048e7'],
    ['2048480', '2,048,480'],
  ] as const) {
    await typeValue(page, 'HBM bandwidth', typed);
    await numberBox(page, 'HBM capacity').focus();
    await expect(box).toHaveValue(shown);
    expect(await box.evaluate((input: HTMLInputElement) => input.scrollWidth - input.clientWidth)).toBe(0);
  }
});

test('a phone: bars have the width, the explanation the whole screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeInViewport();
  expect((await page.getByRole('tablist').boundingBox())?.y).toBeLessThan(400);
  await show(page, 'Communication');
  const bar = page.locator('figure [data-quantity="pipeline-link"] rect').first();
  expect((await bar.boundingBox())?.width).toBeGreaterThan(200);
  await show(page, 'Search');
  expect(await cut(results(page).locator('section[aria-label="Search"] span'))).toEqual([]);
  await headlineFigure(page, 'MFU').click();
  const panel = page.locator('[data-how-panel]');
  await expect(panel).toBeVisible();
  expect(await panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
});
