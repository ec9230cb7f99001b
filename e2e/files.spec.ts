import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { designOf, expectCoreNumbers, headlineFigure, open, presets } from './screen.js';

const h100 = presets.systems.find((preset) => preset.id === 'h100-80g-nvl8')?.value;

async function openFile(page: Page, name: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('a Calculon system file opens, and the link carries it', async ({ page }) => {
  await open(page);
  await openFile(page, 'my_machine.json', JSON.stringify({ ...h100, mem1: { ...h100?.mem1, GBps: 3333 } }));
  await expect(page.getByRole('button', { name: 'Hardware preset: my_machine' })).toBeVisible();
  await expectCoreNumbers(page);
  expect(designOf(page).system).toEqual({ ...h100, mem1: { ...h100?.mem1, GBps: 3333 } });
  await page.reload();
  await expect(page.getByRole('button', { name: 'Hardware preset: my_machine' })).toBeVisible();
  await expectCoreNumbers(page);
});

test('a file can be dropped anywhere on the page', async ({ page }) => {
  await open(page);
  const model = presets.models.find((preset) => preset.id === 'megatron-1t')?.value;
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'big.json', { type: 'application/json' }));
    return transfer;
  }, JSON.stringify(model));
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await expect(page.getByRole('button', { name: 'Model preset: big' })).toBeVisible();
});

test('what is saved opens again as the same design', async ({ page }) => {
  await open(page, '#mem1.GBps=3456&hidden=14336');
  await expectCoreNumbers(page);
  const design = designOf(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const download = page.waitForEvent('download');
  await page
    .getByRole('dialog', { name: 'Save a file' })
    .getByRole('button', { name: /^Design file/ })
    .click();
  const file = await (await download).path();
  await open(page, '#model=megatron-22b&system=a100-80g&strategy=table2-22b-full');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file' }).click();
  await (await chooser).setFiles({ name: 'saved.json', mimeType: 'application/json', buffer: readFileSync(file) });
  await expect.poll(() => designOf(page)).toEqual(design);
});

test('the results are saved as Calculon’s stats', async ({ page }) => {
  await open(page);
  await expectCoreNumbers(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Results, JSON' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/results\.json$/);
  const stats = JSON.parse(readFileSync(await saved.path(), 'utf8')) as { total_time: number; layers: unknown[] };
  expect(stats.total_time).toBeCloseTo(16.7147777, 6);
  expect(stats.layers).toHaveLength(24);
});

const BROKEN = {
  'not JSON': ['{"hidden": 12', /not JSON/],
  'a wrong type': [JSON.stringify({ ...presets.models[0]?.value, hidden: 'many' }), /hidden.*"many".*whole number/],
  'a misspelt field': [JSON.stringify({ ...presets.models[0]?.value, hiden: 1 }), /hiden.*hidden/],
  'a zero bandwidth': [JSON.stringify({ ...h100, mem1: { ...h100?.mem1, GBps: 0 } }), /mem1\.GBps is 0/],
  'another kind of file': ['{"name": "package", "version": "1.0.0"}', /not a file that Calculon Explorer knows/],
} as const;

for (const [name, [text, message]] of Object.entries(BROKEN)) {
  test(`a broken file, ${name}: says what is wrong and leaves the design as it was`, async ({ page }) => {
    await open(page);
    await expectCoreNumbers(page);
    const design = designOf(page);
    const before = (await headlineFigure(page, 'Batch time').textContent()) ?? '';
    await openFile(page, 'broken.json', text);
    await expect(page.getByText('broken.json was not opened')).toBeVisible();
    await expect(page.getByText(message).first()).toBeVisible();
    await expect(headlineFigure(page, 'Batch time')).toHaveText(before);
    expect(designOf(page)).toEqual(design);
  });
}
