import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { designOf, headlineFigure, results } from './screen.js';

/** Inputs that make every study small, by its id, as a link carries them; and whether it waits for its button. */
const SMALL = {
  anatomy: { link: 'pipeline_interleaving=1', asked: false },
  validation: { link: 'models=megatron-22b', asked: false },
  'trade-offs': { link: 'valuesA=4,8&valuesB=16,32&valuesC=4,8', asked: false },
  'time-memory-maps': { link: 'tensor=8,16&pipeline=16,32', asked: false },
  distribution: { link: 'processors=512&bins=5&top=20', asked: false },
  'system-size': { link: 'workloads=megatron-22b:128&from=64&to=192&step=8&lostFrom=128&lostNodes=0,1', asked: true },
  offloading: { link: 'tensor=8,16&pipeline=1,2', asked: false },
  software: { link: 'model=gpt3-175b&maxBatch=256&pipeline=8&data=2', asked: false },
  budget: {
    link: 'budget=4000000&sizes=4&workloads=megatron-22b:128&hbmPrices=40:5000,80:10000&tier2Prices=0:0,512:10000',
    asked: true,
  },
  'beyond-100t': {
    link: 'models=1t,2t&processors=2048&hbmGiB=80&tier2GiB=0,512&tier2GBps=100&scaling=1024,2048',
    asked: true,
  },
  'co-design': { link: 'model=megatron-22b&processors=64&maxBatch=128&xSteps=3&ySteps=4', asked: true },
} as const;
type Id = keyof typeof SMALL;

const runBar = (page: Page): Locator => page.getByRole('region', { name: 'Run', exact: true });
const figure = (page: Page, id: string): Locator => page.locator(`[data-figure="${id}"]`);
const card = (page: Page): Locator => page.getByRole('region', { name: 'The point in focus' });
const answer = (page: Page): Locator => page.locator('section[aria-labelledby="study-title"] > p');

async function expectDone(page: Page): Promise<void> {
  await expect(runBar(page).getByText('Up to date')).toBeVisible({ timeout: 30_000 });
}

/** Opens a study with its small inputs, has it answered, and waits for the whole answer. */
async function study(page: Page, id: Id): Promise<void> {
  const { link, asked } = SMALL[id];
  const changes = link
    .split('&')
    .map((each) => `study.${id}.${each}`)
    .join('&');
  await page.goto(`./#v=1&tab=studies&study=${id}&${changes}`);
  const list = page.getByRole('navigation', { name: 'Studies' });
  await expect(list.locator('[aria-current]')).toBeVisible();
  if (asked) await runBar(page).getByRole('button', { name: 'Run' }).click();
  await expectDone(page);
  // what a link cannot carry is told above
  await expect(page.getByText('Not everything in the link could be taken')).toHaveCount(0);
  await expect(answer(page)).toHaveText(/\d/);
}

/** The texts of a map's cells, in reading order. */
const cellsOf = (map: Locator): Promise<string[]> => map.getByRole('gridcell').allTextContents();

test('anatomy: one run as bars of time and memory, with the tables of both', async ({ page }) => {
  await study(page, 'anatomy');
  const bar = figure(page, 'run').getByRole('button', { name: /^t 8, p 64, d 8: [\d.]+ s, [\d.]+ GiB$/ });
  await bar.focus();
  await expect(card(page)).toContainText('t8 p64 d8 v1 b1, recompute full');
  await expect(figure(page, 'time').getByRole('row', { name: /^Batch time/ })).toContainText('100');
  await expect(figure(page, 'memory').getByRole('row', { name: /^Checkpoints/ })).toBeVisible();
});

test('against measurement: the runs that are chosen', async ({ page }) => {
  await study(page, 'validation');
  const table = page.getByRole('tabpanel').getByRole('table').first();
  await expect(table.getByRole('row', { name: /^22B/ })).toHaveCount(2);
  await expect(table.getByRole('row', { name: /^22B, Full recompute/ })).toContainText('1.40');
});

test('trade-offs: three panels of stacks', async ({ page }) => {
  await study(page, 'trade-offs');
  const panels = page.locator('[data-kind="stacks"]');
  await expect(panels).toHaveCount(3);
  for (const panel of await panels.all()) {
    await expect(panel.getByRole('button', { name: /: [\d.]+ s, [\d.]+ [GM]iB$/ })).toHaveCount(2);
  }
});

test('time and memory maps: four maps with the paper’s cells', async ({ page }) => {
  await study(page, 'time-memory-maps');
  const maps = page.locator('[data-kind="heatmap"]');
  await expect(maps).toHaveCount(4);
  expect(await cellsOf(maps.nth(0))).toEqual(['–', '62.5/79', '70.8/80', '72.2/51']);
  expect(await cellsOf(maps.nth(2))).toEqual(['38.6/69', '40.0/40', '39.0/48', '39.9/74']);
});

test('strategy distribution: histogram, distribution and counts', async ({ page }) => {
  await study(page, 'distribution');
  const bars = figure(page, 'histogram').locator('svg[data-chart] rect[class*="bar"]');
  await expect(bars).toHaveCount(5);
  await expect(figure(page, 'best').getByRole('heading')).toHaveText(/strategies lie within 10/);
  await expect(figure(page, 'counts').getByRole('row', { name: /^Feasible/ })).toContainText(/\d/);
});

test('system size: curves without and with tier 2, streaming', async ({ page }) => {
  await study(page, 'system-size');
  const curves = page.locator('[data-kind="curves"]');
  await expect(curves.first()).toBeVisible();
  await curves.first().getByRole('button', { name: 'Table', exact: true }).click();
  await expect(curves.first().getByRole('table')).toContainText('192');
});

test('offloading: infinite against finite, and the sliders move the finite pair only', async ({ page }) => {
  await study(page, 'offloading');
  const infinite = figure(page, 'rate-infinite');
  const finite = figure(page, 'rate-finite');
  const before = await cellsOf(infinite);
  expect(before.map((text) => text.split('/')[0])).toEqual(['248', '250', '246', '239']);
  expect((await cellsOf(finite)).map((text) => text.split('/')[0])).toEqual(['183', '243', '239', '232']);
  const bandwidth = page.getByRole('slider', { name: 'Tier-2 bandwidth' });
  await bandwidth.focus();
  await page.keyboard.press('Home');
  await expectDone(page);
  await expect(async () => {
    expect((await cellsOf(finite)).map((text) => text.split('/')[0])).not.toContain('243');
  }).toPass();
  expect(await cellsOf(infinite)).toEqual(before);
  await expect(page).toHaveURL(/study\.offloading\.tier2GBps=10/);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page).not.toHaveURL(/tier2GBps/);
});

test('what is possible: four strategies side by side and their choices', async ({ page }) => {
  await study(page, 'software');
  await expect(figure(page, 'levels').locator('[data-point]')).toHaveCount(4);
  await expect(figure(page, 'choices').getByRole('row')).toHaveCount(5);
});

test('fixed budget: a row for each design, the best marked', async ({ page }) => {
  await study(page, 'budget');
  const table = page.locator('[data-kind="table"]').first();
  await expect(table.getByRole('row')).toHaveCount(5);
  await expect(table.locator('tr[data-marked]')).toHaveCount(1);
  await expect(page.locator('[data-kind="bars"] rect[class*="bar"]').first()).toBeVisible();
});

test('beyond 100T: MFU against model size, and the scaling of 1T', async ({ page }) => {
  await study(page, 'beyond-100t');
  await expect(page.locator('[data-kind="curves"]')).toHaveCount(2);
});

test('co-design: a map of two inputs with the regions of the best strategies', async ({ page }) => {
  await study(page, 'co-design');
  const map = page.locator('[data-kind="heatmap"]').first();
  await expect(map.getByRole('gridcell')).toHaveCount(12);
});

test('a cell shows its best strategy and loads it; undo brings the old design back', async ({ page }) => {
  await study(page, 'offloading');
  const before = designOf(page);
  const cell = figure(page, 'rate-infinite').getByRole('gridcell').nth(1);
  await cell.hover();
  await expect(card(page)).toContainText(/t 8, p 2, infinite tier 2/);
  await expect(card(page)).toContainText(/[\d,]+ of [\d,]+ strategies fit/);
  await cell.click();
  await expect(page.getByText(/^Now the current design: Megatron 1T on .* ×4,096, t8 p2 d256 /)).toBeVisible();
  await expect(headlineFigure(page, 'Samples')).toContainText('249.7');
  await expect(async () => expect(designOf(page).strategy.tensor_par).toBe(8)).toPass();
  await results(page).getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(async () => expect(designOf(page)).toEqual(before)).toPass();
});

test('by keyboard: to a study, through a map, to the current design', async ({ page }) => {
  await study(page, 'offloading');
  await figure(page, 'rate-finite').getByRole('gridcell').first().focus();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByText(/^Now the current design: Megatron 1T on .* ×4,096, t8 p2 d256 /)).toBeVisible();
  await expect(headlineFigure(page, 'Samples')).toContainText('242.8');
});

test('a run that is cancelled keeps what it found', async ({ page }) => {
  await page.goto('./#v=1&tab=studies&study=system-size');
  await expect(answer(page)).toHaveText('No answer yet.');
  await runBar(page).getByRole('button', { name: 'Run' }).click();
  await expect(runBar(page).getByText(/^[1-9][\d,]* of [\d,]+ points$/)).toBeVisible();
  await expect(answer(page)).toHaveText(/^So far: .*\d/);
  await runBar(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(runBar(page).getByText(/^Cancelled/)).toBeVisible();
  await expect(runBar(page).getByRole('button', { name: 'Run' })).toBeVisible();
  await expect(answer(page)).toHaveText(/^Of what was tried: .*\d/);
});

test('no number is held against the paper before all is answered', async ({ page }) => {
  await page.goto('./#v=1&tab=studies&study=budget');
  const table = figure(page, 'budget');
  await expect(table.getByText('Compared with the paper when every question is answered')).toBeVisible();
  await expect(table.getByRole('row', { name: /^20\/0/ })).toContainText('5,617');
  await expect(table.getByText(/published numbers agree/)).toHaveCount(0);
  await expect(table.locator('[data-agrees]')).toHaveCount(0);
  await page
    .getByRole('navigation', { name: 'Studies' })
    .getByRole('button', { name: /^Against measurement/ })
    .click();
  await expectDone(page);
  await expect(page.getByText('8 of 8 published numbers agree')).toBeVisible();
  await expect(page.getByRole('row', { name: /^22B, Full recompute/ })).toContainText('−1.72 %');
});

test('beyond 100T: two capacities of HBM are told apart by their strokes', async ({ page }) => {
  await page.goto('./#v=1&tab=studies&study=beyond-100t');
  const legend = figure(page, 'mfu').getByRole('listitem');
  const stroke = (name: string): Locator => legend.filter({ hasText: name }).locator('path');
  await expect(stroke('120 + 512 GiB at 50 GB/s')).toHaveAttribute('stroke-dasharray', /\d/);
  await expect(stroke('80 + 512 GiB at 50 GB/s')).not.toHaveAttribute('stroke-dasharray');
  await expect(figure(page, 'mfu').getByText(/^Solid lines have 80 GiB of HBM and dashed lines/)).toBeVisible();
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true });

  test('the hint speaks of pressing only', async ({ page }) => {
    await page.goto('./#v=1&tab=studies&study=budget');
    await expect(card(page).getByText(/^Press a number/)).toBeVisible();
    await expect(card(page).getByText(/^Point at/)).toBeHidden();
  });
});

test('an input that is refused stays as typed, with what is allowed', async ({ page }) => {
  await study(page, 'offloading');
  await page.getByRole('button', { name: 'Processors 4,096' }).click();
  const box = page.getByRole('region', { name: 'Inputs of the study' }).getByRole('textbox', { name: 'Processors' });
  await expect(box).toBeFocused();
  await box.fill('0');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Allowed: a whole number from 1 to');
  await expect(box).toHaveValue('0');
});

test.describe('in both schemes', () => {
  test.slow();

  for (const id of ['anatomy', 'time-memory-maps', 'system-size', 'budget'] as const) {
    test(`${id}, with inputs and tables open: no accessibility violations`, async ({ page }) => {
      await study(page, id);
      await page.getByRole('button', { name: /^Inputs/ }).click();
      for (const button of await page.getByRole('tabpanel').getByRole('button', { name: 'Table', exact: true }).all()) {
        await button.click();
      }
      await expectAccessible(page, 'main');
    });
  }
});
