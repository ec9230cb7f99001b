import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { designOf } from './screen.js';

/** Four blocks of Megatron 22B on 8 A100: a search takes no time. */
const SMALL =
  '#v=1&model=megatron-22b&num_blocks=4&system=a100-80g&num_procs=8&tensor_par=2&pipeline_par=2&data_par=2&batch_size=8' +
  '&microbatch_size=1&pipeline_interleaving=1&activation_recompute=full&optimizer_sharding=false&data_par_overlap=false' +
  '&seq_par_ag_redo=false&tab=studies';

const runBar = (page: Page): Locator => page.getByRole('region', { name: 'Run', exact: true });
const figure = (page: Page): Locator => page.locator('[data-figure]').first();

async function runStudy(page: Page): Promise<void> {
  await runBar(page).getByRole('button', { name: 'Run' }).click();
  await expect(runBar(page).getByText('Up to date')).toBeVisible({ timeout: 30_000 });
}

test('sensitivity: bars before the run, both kinds after it, and what to buy; a gain becomes the design', async ({
  page,
}) => {
  await page.goto(`./${SMALL}&study=sensitivity`);
  await expect(page.getByText('Not everything in the link could be taken')).toHaveCount(0);
  const grid = figure(page).getByRole('grid');
  await expect(
    grid.getByRole('gridcell', { name: /^Matrix peak, .* Current strategy: 0\.\d+ % per %$/ }),
  ).toBeVisible();
  await expect(grid.getByRole('gridcell', { name: /^Matrix peak, .* Re-optimised: not searched yet$/ })).toHaveCount(1);
  await runStudy(page);
  await expect(
    page
      .getByRole('main')
      .getByText(
        /moves the rate by .*\sTo buy: .* gains most, \+[\d.]+\s% re-optimised and \+[\d.]+\s% at the current strategy\.$/,
      ),
  ).toBeVisible();
  await expect(figure(page).getByText(/^No effect on the rate: /)).toBeVisible();
  await expect(figure(page).getByText('95.0 %, capped at 100 %')).toHaveCount(2);
  const best = grid.getByRole('gridcell', { name: /gains most$/ });
  await expect(best).toHaveCount(1);
  await figure(page).getByRole('button', { name: 'Table', exact: true }).click();
  await expect(figure(page).getByRole('table').getByRole('row')).toHaveCount(29);
  // by keyboard to the last column of the first row
  const before = designOf(page);
  await grid.getByRole('gridcell').first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Now the current design: .* ×[\d,]+, t\d+ p\d+ d\d+ /)).toBeVisible();
  await expect(async () => expect(designOf(page)).not.toEqual(before)).toPass();
});

test('sweep: any input against any quantity, chosen from groups, with marks, the present value and where nothing fits', async ({
  page,
}) => {
  await page.goto(`./${SMALL}&study=sweep&study.sweep.steps=7`);
  await page.getByRole('button', { name: /^Inputs/ }).click();
  const inputs = page.getByRole('region', { name: 'Inputs of the study' });
  const choice = inputs.getByRole('combobox', { name: 'Input' });
  await expect(choice.locator('optgroup')).toHaveCount(8);
  // a native list: typing finds it
  await choice.selectOption({ label: 'HBM capacity' });
  await inputs.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'MFU' });
  await inputs.getByRole('textbox', { name: 'From' }).fill('1 GiB');
  await page.keyboard.press('Enter');
  await runStudy(page);
  await expect(page).toHaveURL(/study\.sweep\.knob=mem1\.GiB.*study\.sweep\.shown=mfu/);
  await expect(figure(page).getByText('now 80.0 GiB', { exact: true })).toBeVisible();
  await expect(figure(page).locator('[data-infeasible="HBM full"]')).toHaveCount(1);
  await expect(figure(page).getByText(/^Current strategy, from 1\.00 GiB to .*: HBM full\./)).toBeVisible();
  await expect(figure(page).getByRole('button', { name: /^fits From / })).toBeVisible();
  await figure(page).getByRole('slider').focus();
  await page.keyboard.press('End');
  await expect(figure(page).getByRole('slider')).toHaveAttribute('aria-valuetext', /320 GiB, [\d.]+ %$/);
  // an input of the strategy: a search at each of its values
  await choice.selectOption({ label: 'Tensor parallel' });
  await inputs.getByRole('textbox', { name: 'From' }).fill('1');
  await page.keyboard.press('Enter');
  await runStudy(page);
  await expect(figure(page).getByText(/N stays and d follows t/)).toBeVisible();
});

test.describe('in both schemes', () => {
  for (const link of ['sensitivity', 'sweep&study.sweep.knob=mem1.GiB&study.sweep.from=1&study.sweep.steps=5']) {
    test(`${link.split('&')[0]}, with inputs and table open: no accessibility violations`, async ({ page }) => {
      await page.goto(`./${SMALL}&study=${link}`);
      await runStudy(page);
      await page.getByRole('button', { name: /^Inputs/ }).click();
      await figure(page).getByRole('button', { name: 'Table', exact: true }).click();
      await expectAccessible(page, 'main');
    });
  }
});
