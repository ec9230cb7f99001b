import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { designOf, expectCoreNumbers, numberBox, open, typeValue } from './screen.js';

const HOUR_MS = 3_600_000;
const library = (page: Page): Locator => page.getByRole('dialog', { name: 'Saved designs' });
const searchBar = (page: Page): Locator => page.getByRole('region', { name: 'Search', exact: true });

/** A clock of the day that the test may set; the page's own clock goes on as it does when a person sets theirs. */
function settableClock(): void {
  const Original = Date;
  let by = 0;
  class Shifted extends Original {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(Original.now() + by);
      else super(...(given as [number]));
    }
    static override now(): number {
      return Original.now() + by;
    }
  }
  Object.assign(window, { Date: Shifted, setClockBy: (milliseconds: number) => (by = milliseconds) });
}
const setClock = (page: Page, by: number): Promise<void> =>
  page.evaluate((to) => (window as unknown as { setClockBy: (by: number) => void }).setClockBy(to), by);

async function saveAs(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+S');
  await library(page).getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(library(page).getByRole('button', { name, exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
}

test('a tab that the browser froze in the middle of a search goes on where it was', async ({ page, context }) => {
  await open(page, '#v=1&model=gpt3-175b&system=a100-80g&strategy=fig3&tab=search');
  const browser = await context.newCDPSession(page);
  await searchBar(page).getByRole('button', { name: 'Search' }).click();
  await expect(searchBar(page).getByRole('button', { name: 'Cancel' })).toBeVisible();
  await browser.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await browser.send('Page.setWebLifecycleState', { state: 'active' });
  await expect(searchBar(page).getByRole('button', { name: 'Search' })).toBeVisible({ timeout: 40_000 });
  await expect(searchBar(page).getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Best strategy' })).toContainText(/\d/);
  await page.getByRole('tab', { name: 'Overview' }).click();
  await typeValue(page, 'HBM bandwidth', '3000');
  await expectCoreNumbers(page);
});

for (const [name, by] of [
  ['back', -HOUR_MS],
  ['forward', HOUR_MS],
] as const) {
  test(`a clock set ${name} by an hour holds up neither the link nor what is saved`, async ({ page }) => {
    await page.addInitScript(settableClock);
    await open(page);
    await typeValue(page, 'HBM bandwidth', '3000');
    await saveAs(page, 'Before');
    await setClock(page, by);
    await typeValue(page, 'Blocks', '112');
    await expect(page).toHaveURL(/num_blocks=112/, { timeout: 3000 });
    await expectCoreNumbers(page);
    await page.keyboard.press('ControlOrMeta+S');
    await expect(page.getByRole('banner').getByRole('button', { name: 'Before, saved' })).toBeVisible();
    await saveAs(page, 'After');
    await page.goBack();
    await expect(numberBox(page, 'Blocks')).toHaveValue('96');
    await expect(numberBox(page, 'HBM bandwidth')).toHaveValue('3,000');
    await page.keyboard.press('ControlOrMeta+Shift+S');
    for (const saved of ['Before', 'After'])
      await expect(library(page).getByRole('button', { name: saved, exact: true })).toBeVisible();
    await expect(library(page)).not.toContainText(/invalid/i);
  });
}

test('with all storage cleared while the page is open, the design is saved and kept all the same', async ({ page }) => {
  await open(page);
  await typeValue(page, 'HBM bandwidth', '3000');
  await saveAs(page, 'Kept');
  await page.evaluate(async () => {
    localStorage.clear();
    sessionStorage.clear();
    for (const name of await caches.keys()) await caches.delete(name);
    for (const { name = '' } of await indexedDB.databases())
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.addEventListener('success', () => resolve());
        request.addEventListener('error', () => reject(new Error('not deleted')));
      });
  });
  await typeValue(page, 'HBM bandwidth', '3500');
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.getByRole('banner').getByRole('button', { name: 'Kept, saved' })).toBeVisible();
  await expect(page).toHaveURL(/mem1\.GBps=3500/);
  await expectCoreNumbers(page);
  const design = designOf(page);

  // a later visit, without the link
  await page.goto('about:blank');
  await open(page);
  await expect.poll(() => designOf(page)).toEqual(design);
  await page.keyboard.press('ControlOrMeta+Shift+S');
  await expect(library(page).getByRole('button', { name: 'Kept', exact: true })).toBeVisible();
});
