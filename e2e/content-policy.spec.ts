import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { expectCoreNumbers, headlineFigure, open } from './screen.js';

const TABS = ['Overview', 'Layers', 'Communication', 'Search', 'Studies', 'Compare'] as const;

type Directives = Readonly<Record<string, readonly string[]>>;

/** What the built page allows itself, by directive. */
async function policyOf(page: Page): Promise<Directives> {
  const html = await (await page.request.get('./')).text();
  const [meta = ''] = /<meta[^>]*Content-Security-Policy[^>]*>/.exec(html) ?? [];
  // what stands before it would not be under it
  expect(html.slice(0, html.indexOf(meta))).not.toMatch(/<(script|link|style)/);
  const [, content = ''] = /content="([^"]*)"/.exec(meta) ?? [];
  return Object.fromEntries(
    content
      .replaceAll('&#39;', "'")
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );
}

/** Keeps what the browser refuses, in every document of the page. */
function keepViolations(): void {
  const refused: string[] = [];
  Object.assign(window, { refused });
  document.addEventListener('securitypolicyviolation', (event) => {
    refused.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
  });
}
const refused = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { refused: string[] }).refused);

test('the page allows itself nothing inline and nothing from elsewhere', async ({ page }) => {
  await open(page);
  const policy = await policyOf(page);
  expect(policy['default-src']).toEqual(["'none'"]);
  for (const directive of ['script-src', 'style-src', 'worker-src', 'connect-src', 'font-src', 'manifest-src'])
    expect(policy[directive], directive).toEqual(["'self'"]);
  expect(policy['base-uri']).toEqual(["'none'"]);
  expect(policy['form-action']).toEqual(["'none'"]);
  // "data:" and "blob:" only for images, which run nothing
  const { 'img-src': images, ...others } = policy;
  expect(images).toEqual(["'self'", 'data:', 'blob:']);
  for (const [directive, sources] of Object.entries(others))
    expect(
      sources.filter((source) => !["'none'", "'self'"].includes(source)),
      directive,
    ).toEqual([]);
});

test('the browser holds the page to it', async ({ context }) => {
  // not the fixture’s page, which has no error to show
  const page = await context.newPage();
  await page.addInitScript(keepViolations);
  await open(page);
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ranInline = true';
    document.head.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(style);
    const fetched = await fetch('https://example.com/').then(
      () => true,
      () => false,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    return [fetched, 'ranInline' in window, getComputedStyle(document.body).display];
  });
  expect(ran).toEqual([false, false, 'block']);
  const what = new Set((await refused(page)).map((line) => line.split(':')[0]));
  expect(what).toEqual(new Set(['connect-src', 'script-src-elem', 'style-src-elem']));
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing the page does is refused, ${colorScheme}`, async ({ page }) => {
    await page.addInitScript(keepViolations);
    await page.emulateMedia({ colorScheme });
    await open(page);
    await expectCoreNumbers(page);
    for (const name of TABS) {
      await page.getByRole('tab', { name }).click();
      await expect(page.getByRole('tabpanel', { name })).not.toHaveText(/Loading…/);
    }
    await page.getByRole('tab', { name: 'Search' }).click();
    await page.getByRole('region', { name: 'Search', exact: true }).getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('button', { name: 'Cancel' })).toHaveCount(0, { timeout: 30_000 });
    await page.getByRole('tab', { name: 'Overview' }).click();
    await headlineFigure(page, 'Batch time').click();
    await expect(page.getByRole('dialog', { name: /how it is computed/ })).toBeVisible();
    await page.keyboard.press('Escape');
    // a chart as an image: drawn through an address that the policy has to allow
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /PNG/ }).first().click();
    await download;
    await page.keyboard.press('ControlOrMeta+S');
    await expect(page.getByRole('dialog', { name: 'Saved designs' })).toBeVisible();
    expect(await refused(page)).toEqual([]);
    // React sets styles as properties: an attribute in the markup would be refused, and this finds what was set otherwise
    expect(await page.locator('script:not([src]), style').count()).toBe(0);
  });
}
