import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { writeServiceWorker } from '../scripts/offline.mjs';
import { servePreview } from '../scripts/serve-preview.mjs';
import { expect, skipTour, test } from './fixtures.js';
import { expectCoreNumbers, open, typeValue } from './screen.js';

/** Until the build is kept whole and serves this page. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((taken) => navigator.serviceWorker.addEventListener('controllerchange', taken, { once: true }));
  });
}

test('after the first load everything works without a network', async ({ page, context }) => {
  await open(page);
  await untilKept(page);
  await context.setOffline(true);
  await page.reload();
  await typeValue(page, 'HBM bandwidth', '3000');
  await expectCoreNumbers(page);
  // views that the first load had no reason to fetch
  await page.getByRole('tab', { name: 'Layers' }).click();
  await expect(page.getByRole('table', { name: /^Operations of one block/ })).toBeVisible();
  await page.getByRole('tab', { name: 'Communication' }).click();
  await expect(page.getByRole('table', { name: /^Link and exposed time/ })).toBeVisible();
  await context.setOffline(false);
});

test('a newer build waits until it is taken, and then every tab has it', async ({ browser }) => {
  const root = resolve(import.meta.dirname, '..');
  const folder = mkdtempSync(join(tmpdir(), 'calculon-explorer-build-'));
  cpSync(join(root, 'dist'), folder, { recursive: true });
  const preview = await servePreview(root, folder);
  const context = await browser.newContext();
  await skipTour(context);
  try {
    const [page, other] = [await context.newPage(), await context.newPage()];
    await page.goto(preview.address);
    await untilKept(page);
    await other.goto(preview.address);
    await typeValue(page, 'HBM bandwidth', '3000');

    const html = join(folder, 'index.html');
    writeFileSync(html, readFileSync(html, 'utf8').replace('<title>', '<title>Newer '));
    await writeServiceWorker(folder);
    await page.reload();
    await expect(page.getByText('A newer version is ready')).toBeVisible();
    await expect(page).toHaveTitle('Calculon Explorer');

    await page.getByRole('button', { name: 'Reload', exact: true }).click();
    await expect(page).toHaveTitle('Newer Calculon Explorer');
    await expect(other).toHaveTitle('Newer Calculon Explorer');
    await expect(page.getByRole('textbox', { name: 'HBM bandwidth' })).toHaveValue('3,000');
    await expect(page.getByText('A newer version is ready')).toBeHidden();
  } finally {
    await context.close();
    preview.stop();
    rmSync(folder, { recursive: true });
  }
});

test('a first visit in the middle of a deployment ends up with one build', async ({ browser }) => {
  const root = resolve(import.meta.dirname, '..');
  const folder = mkdtempSync(join(tmpdir(), 'calculon-explorer-build-'));
  cpSync(join(root, 'dist'), folder, { recursive: true });
  const html = join(folder, 'index.html');
  const older = readFileSync(html, 'utf8');
  writeFileSync(html, older.replace('<title>', '<title>Newer '));
  await writeServiceWorker(folder);
  const preview = await servePreview(root, folder);
  const context = await browser.newContext();
  await skipTour(context);
  try {
    const page = await context.newPage();
    let loads = 0;
    page.on('load', () => (loads += 1));
    // the page still of the old build; all that follows, and the worker, of the new
    await page.route(preview.address, (route) => route.fulfill({ body: older, contentType: 'text/html' }));
    await page.goto(preview.address);
    await expect(page).toHaveTitle('Newer Calculon Explorer');
    await untilKept(page);
    await expectCoreNumbers(page);
    expect(loads).toBe(2);
  } finally {
    await context.close();
    preview.stop();
    rmSync(folder, { recursive: true });
  }
});

test('only the page itself is answered with the page', async ({ context }) => {
  // not the watched page: a browser shows a bare file without an icon, and says so in the console
  const page = await context.newPage();
  await open(page);
  await untilKept(page);
  for (const address of ['./', './index.html', './?from=elsewhere']) {
    const answer = await page.goto(address);
    expect(answer?.fromServiceWorker()).toBe(true);
    await expect(page).toHaveTitle('Calculon Explorer');
  }
  await page.goto('./presets/models.json');
  await expect(page.locator('body')).toContainText('"kind"');
});
