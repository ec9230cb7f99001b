import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, Download, Page } from '@playwright/test';
import { evaluateDesign } from '../src/core/evaluate.js';
import { formatQuantity } from '../src/core/quantities/format.js';
import { QUANTITIES, quantity } from '../src/core/quantities/registry.js';
import { expect, test } from './fixtures.js';
import { designOf, expectCoreNumbers, open, typeValue } from './screen.js';
import { tableText } from './shown-numbers.js';

async function saved(page: Page, entry: RegExp): Promise<Download> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('dialog', { name: 'Save a file' }).getByRole('button', { name: entry }).click();
  return download;
}

/** Opens a saved report from the disk in a browser that has no network, and fails on whatever it asks for or logs. */
async function fromDisk(
  browser: Browser,
  download: Download,
  colorScheme: 'light' | 'dark',
  look: (report: Page) => Promise<void>,
): Promise<void> {
  const path = test.info().outputPath(download.suggestedFilename());
  await download.saveAs(path);
  const context = await browser.newContext({ offline: true, colorScheme, viewport: { width: 1280, height: 800 } });
  const report = await context.newPage();
  const asked: string[] = [];
  const logged: string[] = [];
  report.on('request', (request) => asked.push(request.url()));
  report.on('console', (message) => logged.push(message.text()));
  report.on('pageerror', (error) => logged.push(String(error)));
  await report.goto(pathToFileURL(path).href);
  await look(report);
  expect(asked).toEqual([pathToFileURL(path).href]);
  expect(logged).toEqual([]);
  await context.close();
}

async function expectAccessible(report: Page, rules: readonly string[] = []): Promise<void> {
  const axe = new AxeBuilder({ page: report });
  const { violations } = await (rules.length > 0 ? axe.withRules([...rules]) : axe).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, target })))).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a design’s report opens from the disk, offline, with the numbers of the screen: ${colorScheme}`, async ({
    page,
    browser,
  }) => {
    await open(page, '#mem1.GBps=3456');
    await expectCoreNumbers(page);
    const onScreen = await tableText(page.getByRole('table', { name: 'The eleven parts of the batch time' }));
    const outcome = evaluateDesign(designOf(page));
    if (outcome.kind === 'invalid') throw new Error('invalid');
    const link = page.url();
    await fromDisk(browser, await saved(page, /^Report, HTML/), colorScheme, async (report) => {
      const parts = await tableText(report.getByRole('table', { name: /^The eleven parts/ }));
      for (const [part, [time, share]] of Object.entries(onScreen.rows)) {
        expect(parts.rows[part]?.slice(1, 3), part).toEqual([time, share]);
      }
      const all = report.getByRole('table', { name: 'Every quantity of the design' });
      await expect(all.locator('tbody tr:not(:has(.group))')).toHaveCount(QUANTITIES.length);
      const { unit, value } = quantity('total-time');
      await expect(all).toContainText(formatQuantity(value(outcome.evaluation), unit, { precise: true }));
      await expect(report.getByRole('link', { name: link })).toHaveAttribute('href', link);
      await expect(report.getByRole('img')).toHaveCount(2);
      await expect(report.locator('header')).toContainText(/Calculon Explorer \d+\.\d+\.\d+, model revision \d+/);
      await expect(report.locator('body')).toHaveCSS(
        'background-color',
        colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(23, 27, 31)',
      );
      await expectAccessible(report);
      await report.setViewportSize({ width: 400, height: 800 });
      expect(await report.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
      await expectAccessible(report, ['scrollable-region-focusable']);
      await report.emulateMedia({ media: 'print' });
      await expect(report.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    });
  });
}

test('a comparison’s report, from its tab and from the menu, as HTML and as Markdown', async ({ page, browser }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByRole('textbox', { name: 'Name to pin under' }).fill('Base <img src=x onerror=alert(1)> | `b`');
  await page.getByRole('button', { name: 'Pin current design' }).click();
  await typeValue(page, 'HBM bandwidth', '4096');
  await expect.poll(() => designOf(page).system.mem1.GBps).toBe(4096);
  const causes = page.getByRole('table', { name: 'Change of each part of the batch time' });
  await expect.poll(async () => (await tableText(causes)).rows['Batch time']?.[2]).toMatch(/^−/);
  const onScreen = await tableText(causes);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Report', exact: true }).click();
  await fromDisk(browser, await download, 'light', async (report) => {
    await expect(report.getByRole('heading', { level: 1 })).toHaveText(
      /^A · Base <img src=x onerror=alert\(1\)> \| `b` against B · GPT-3 175B · A100 80 GiB ×/,
    );
    await expect(report.locator('img, script')).toHaveCount(0);
    const inReport = await tableText(report.getByRole('table', { name: 'Change of each part of the batch time' }));
    expect(inReport.rows).toEqual(onScreen.rows);
    await expectAccessible(report);
  });

  const markdown = await saved(page, /^Report, Markdown.*Of the comparison/s);
  expect(markdown.suggestedFilename()).toMatch(/-comparison\.md$/);
  const text = readFileSync(await markdown.path(), 'utf8');
  for (const [part, cells] of Object.entries(onScreen.rows)) {
    const row =
      part === 'Batch time' ? `| **${[part, ...cells].join('** | **')}** |` : `| ${[part, ...cells].join(' | ')} |`;
    expect(text).toContain(row);
  }
  // within a fence it is text
  const outside = text.split(/^```.*$/m).filter((_, index) => index % 2 === 0);
  expect(outside.join('')).not.toContain('<img');
});

test('the report of a design in Markdown has the figures of the screen', async ({ page }) => {
  await open(page);
  await expectCoreNumbers(page);
  const file = await saved(page, /^Report, Markdown.*Of this design/s);
  const text = readFileSync(await file.path(), 'utf8');
  const { rows } = await tableText(page.getByRole('table', { name: 'The eleven parts of the batch time' }));
  for (const [part, [time = '', share = '']] of Object.entries(rows)) {
    const row = text
      .split('\n')
      .find((line) => line.startsWith(`| ${part} |`) && line.includes(` ${time} | ${share} |`));
    expect(row ?? text.includes(`**${time}** | **${share}**`), part).toBeTruthy();
  }
});

test('printing puts the report, with its style, into a frame that nobody sees and takes it away afterwards', async ({
  page,
}) => {
  // A browser without a window prints nothing: what would be printed is looked at instead.
  await page.addInitScript(() => {
    window.print = () => void ((window.top as unknown as { printed: number }).printed = 1);
  });
  await open(page, '#mem1.GiB=8');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: /^Print report/ }).click();
  await expect.poll(() => page.evaluate(() => (window as unknown as { printed?: number }).printed)).toBe(1);
  // the focus is still in the page, where it was
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^(Save|Print report)/);
  const frame = page.frameLocator('iframe[title="Report to print"]');
  await expect(frame.locator('.verdict .title')).toHaveText('Infeasible: 1 limit broken');
  await expect(frame.locator('table').first()).toHaveCSS('border-collapse', 'collapse');
  await expect(frame.locator('.verdict')).toHaveCSS('border-left-width', '4px');
  expect(
    await page.evaluate(() => {
      const inside = document.querySelector('iframe')?.contentDocument;
      const rules = [...(inside?.adoptedStyleSheets[0]?.cssRules ?? [])].map(({ cssText }) => cssText.slice(0, 12));
      return {
        title: inside?.title,
        lang: inside?.documentElement.lang,
        page: rules.some((rule) => rule.startsWith('@page')),
      };
    }),
  ).toEqual({ title: expect.stringMatching(/Design report$/), lang: 'en', page: true });
  await page.evaluate(() => document.querySelector('iframe')?.contentWindow?.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('iframe')).toHaveCount(0);
});
