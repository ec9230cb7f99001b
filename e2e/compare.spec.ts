import type { Page } from '@playwright/test';
import { evaluateDesign } from '../src/core/evaluate.js';
import { expect, test } from './fixtures.js';
import { choosePreset, designOf, numberBox, open, typeValue } from './screen.js';
import { tableText } from './shown-numbers.js';

const number = (text: string | undefined): number =>
  Number((text ?? '').replaceAll(',', '').replace('−', '-').replace('+', ''));

async function pin(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name to pin under' }).fill(name);
  await page.getByRole('button', { name: 'Pin current design' }).click();
}

test('a pinned design beside the current one: causes and inputs add up to the change', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(page.getByText(/^Nothing to compare yet/)).toBeVisible();
  await pin(page, 'Base');
  await expect.poll(() => page.url()).toContain('#v=1');
  const base = designOf(page);
  await typeValue(page, 'HBM bandwidth', '4096');
  await typeValue(page, 'HBM capacity', '96');
  await expect.poll(() => designOf(page).system.mem1).toMatchObject({ GBps: 4096, GiB: 96 });
  const [from, to] = [base, designOf(page)].map((design) => {
    const outcome = evaluateDesign(design);
    return outcome.kind === 'invalid' ? NaN : outcome.evaluation.time.totalSeconds;
  }) as [number, number];

  const causes = page.getByRole('table', { name: 'Change of each part of the batch time' });
  await expect(async () => {
    const { 'Batch time': total, ...parts } = (await tableText(causes)).rows;
    expect(number(total?.[2])).toBeCloseTo(to - from, 4);
    expect(Object.keys(parts)).toHaveLength(11);
    expect(Object.values(parts).reduce((sum, cells) => sum + number(cells[2]), 0)).toBeCloseTo(to - from, 4);
  }).toPass();
  const inputs = (await tableText(page.getByRole('table', { name: 'Effect of each input on the batch time' }))).rows;
  expect(Object.keys(inputs)).toEqual(['HBM bandwidth', 'HBM capacity', 'Batch time']);
  expect(number(inputs['Batch time']?.[1])).toBeCloseTo(to - from, 4);
  await expect(page.getByRole('table', { name: 'Inputs that differ' })).toContainText('96 GiB');
});

test('four designs at most; a pinned one is opened again, and undo goes back', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Compare' }).click();
  await pin(page, 'Base');
  await choosePreset(page, 'Hardware', 'H100 80 GiB, NVLink 8');
  await pin(page, 'Hopper');
  await typeValue(page, 'HBM capacity', '96');
  await pin(page, 'Larger');
  await expect(page.getByRole('button', { name: 'Pin current design' })).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByRole('table', { name: 'Quantities side by side' })).toContainText('D − A');
  await page.getByRole('button', { name: 'Open A · Base' }).click();
  await expect(numberBox(page, 'HBM capacity')).toHaveValue('80');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(numberBox(page, 'HBM capacity')).toHaveValue('96');
  await page.getByRole('button', { name: 'Remove C · Larger' }).click();
  await expect(page.getByRole('button', { name: 'Pin current design' })).not.toHaveAttribute('aria-disabled');
});

test('a comparison is in the link, and there again after a reload', async ({ page, context }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Compare' }).click();
  await pin(page, 'Base');
  await typeValue(page, 'HBM capacity', '96');
  await expect.poll(() => page.url()).toContain('mem1.GiB=96');
  expect(page.url()).toContain('compare.1=');
  await page.reload();
  const differing = page.getByRole('table', { name: 'Inputs that differ' });
  await expect(differing).toContainText('96 GiB');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('textbox', { name: 'Name of A' })).toHaveValue('Base');
  await expect(other.getByRole('table', { name: 'Inputs that differ' })).toContainText('96 GiB');
});
