import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { designOf, expectCoreNumbers, numberBox, open, typeValue } from './screen.js';

const panel = (page: Page): Locator => page.getByRole('dialog', { name: 'Saved designs' });
const row = (page: Page, name: string): Locator => panel(page).getByRole('button', { name, exact: true });

/** Saves the design on the screen as a new one, under a name. */
async function saveAs(page: Page, name: string, tags = ''): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+S');
  await panel(page).getByRole('textbox', { name: 'Name' }).fill(name);
  await panel(page).getByRole('textbox', { name: /^Tags/ }).fill(tags);
  await page.keyboard.press('Enter');
  await expect(row(page, name)).toBeVisible();
}

async function showLibrary(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: /^Saved designs/ }).click();
  await expect(panel(page)).toBeVisible();
}

async function download(page: Page, button: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await panel(page).getByRole('button', { name: button }).click();
  return readFileSync(await (await waiting).path(), 'utf8');
}

test('a saved design is there after the page is loaded again, and opens as one step', async ({ page }) => {
  await open(page, '#mem1.GBps=4000');
  await expectCoreNumbers(page);
  const saved = designOf(page);
  await page.keyboard.press('ControlOrMeta+S');
  await expect(panel(page).getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Faster HBM');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner').getByRole('button', { name: 'Faster HBM, saved' })).toBeVisible();
  await page.reload();
  const name = page.getByRole('banner').getByRole('button', { name: /^Faster HBM/ });
  await expect(name).toHaveAccessibleName('Faster HBM, saved');
  await typeValue(page, 'HBM bandwidth', '3000');
  await expect(name).toHaveAccessibleName('Faster HBM, changed since it was saved');
  await expect.poll(() => designOf(page)).not.toEqual(saved);
  const changed = designOf(page);

  await showLibrary(page);
  await row(page, 'Faster HBM').click();
  await expect(name).toHaveAccessibleName('Faster HBM, saved');
  await expect.poll(() => designOf(page)).toEqual(saved);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(() => designOf(page)).toEqual(changed);
  await page.keyboard.press('ControlOrMeta+S');
  await expect(name).toHaveAccessibleName('Faster HBM, saved');
  await panel(page).getByRole('button', { name: 'Close' }).click();
  await typeValue(page, 'HBM bandwidth', '2000');
  await page.keyboard.press('ControlOrMeta+S');
  // a slip of Ctrl+S is taken back: what was kept is kept again, the screen stays
  const over = page.getByRole('status').filter({ hasText: 'Saved over: Faster HBM' });
  await over.getByRole('button', { name: 'Undo' }).click();
  await expect(name).toHaveAccessibleName('Faster HBM, changed since it was saved');
  await showLibrary(page);
  await row(page, 'Faster HBM').click();
  await expect.poll(() => designOf(page)).toEqual(changed);
});

test('a link that speaks of the studies is read when they are there, however early it comes', async ({ page }) => {
  await page.route('**/study-boot*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await route.continue();
  });
  await open(page);
  await page.evaluate(() => location.assign('#tab=studies&study=sweep'));
  await expect(page.getByRole('heading', { name: 'One-input sweep' })).toBeVisible();
  await expect(page.getByText('Not everything in the link')).toHaveCount(0);
});

test('saved designs are renamed, tagged, found, duplicated, deleted and brought back', async ({ page }) => {
  await open(page);
  await saveAs(page, 'First');
  await saveAs(page, 'Second', 'review, a100');
  await panel(page).getByRole('button', { name: 'Rename and tag First' }).click();
  await panel(page).getByRole('textbox', { name: 'Name' }).fill('Renamed');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Renamed')).toBeVisible();
  await panel(page).getByRole('searchbox').fill('review');
  await expect(row(page, 'Renamed')).toBeHidden();
  await panel(page).getByRole('button', { name: 'Duplicate Second' }).click();
  await expect(row(page, 'Second (2)')).toBeVisible();
  await panel(page).getByRole('button', { name: 'Delete Second', exact: true }).click();
  await expect(row(page, 'Second')).toBeHidden();
  await panel(page).getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'Second')).toBeVisible();
  await page.reload();
  await showLibrary(page);
  for (const name of ['Renamed', 'Second', 'Second (2)']) await expect(row(page, name)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
});

test('one file takes them out and in', async ({ page }) => {
  await open(page);
  await saveAs(page, 'First');
  await typeValue(page, 'HBM bandwidth', '3000');
  await saveAs(page, 'Second');
  const text = await download(page, 'Export all');
  await panel(page).getByRole('checkbox', { name: 'Choose First' }).check();
  await panel(page).getByRole('checkbox', { name: 'Choose Second' }).check();
  await panel(page).getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(row(page, 'First')).toBeHidden();

  const data = await page.evaluateHandle((json) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([json], 'all.json', { type: 'application/json' }));
    return transfer;
  }, text);
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await expect(panel(page).getByText('2 designs added.')).toBeVisible();
  await expect(row(page, 'First')).toBeVisible();
  await expect(row(page, 'Second')).toBeVisible();

  const chooser = page.waitForEvent('filechooser');
  await panel(page).getByRole('button', { name: 'Import' }).click();
  const broken = text.replace('"GPT-3 175B"', '7');
  await (await chooser).setFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(broken) });
  await expect(panel(page).getByText(/designs\.0\.model\.name is 7, but must be a name/)).toBeVisible();
});

test('two tabs that change the same design both keep theirs', async ({ page, context }) => {
  await open(page);
  await saveAs(page, 'Shared');
  const other = await context.newPage();
  await open(other);
  await showLibrary(other);
  await row(other, 'Shared').click();
  await typeValue(other, 'HBM bandwidth', '3000');
  await other.keyboard.press('ControlOrMeta+S');
  await expect(other.getByRole('banner').getByRole('button', { name: 'Shared, saved' })).toBeVisible();

  await page.bringToFront();
  await typeValue(page, 'HBM bandwidth', '1000');
  await page.keyboard.press('ControlOrMeta+S');
  await expect(
    panel(page).getByText(/changed in another tab\. Both are kept: this one as “Shared \(2\)”/),
  ).toBeVisible();
  await expect(row(page, 'Shared (2)')).toBeVisible();
  // and the other tab sees it without being touched
  await expect(row(other, 'Shared (2)')).toBeVisible();
  await row(page, 'Shared').click();
  await expect(numberBox(page, 'HBM bandwidth')).toHaveValue('3,000');
});

test('where the browser keeps nothing, the design is offered as a file', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.defineProperty(window, 'indexedDB', { value: { open: refuse } });
  });
  await open(page);
  await page.keyboard.press('ControlOrMeta+S');
  await expect(panel(page).getByRole('alert').filter({ hasText: 'not saved' })).toContainText(
    'This browser keeps nothing for this page',
  );
  const text = await download(page, 'Download');
  expect(JSON.parse(text)).toMatchObject({ format: 'calculon-explorer/library@1', designs: [{ tags: [] }] });
});

test('storage cleared in flight loses nothing that is on the screen', async ({ page }) => {
  await open(page);
  await saveAs(page, 'Kept');
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('calculon-explorer-library');
        request.addEventListener('success', () => resolve());
        request.addEventListener('error', () => reject(new Error('not deleted')));
      }),
  );
  await expect(panel(page).getByRole('alert')).toContainText(
    '“Kept” not saved. It is no longer in the browser’s storage',
  );
  await panel(page).getByRole('button', { name: 'Try again' }).click();
  await expect(panel(page).getByRole('alert')).toBeHidden();
  await page.reload();
  await showLibrary(page);
  await expect(row(page, 'Kept')).toBeVisible();
});
