import { expect, expectClean, test, watch } from './fixtures.js';
import { designOf, expectCoreNumbers, headlineFigure, numberBox, open, results, typeValue } from './screen.js';

test('the link shows a colleague the same numbers', async ({ page, context, browser, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await typeValue(page, 'HBM bandwidth', '3000');
  await typeValue(page, 'Blocks', '128');
  await expectCoreNumbers(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('mem1.GBps=3000');
  const tables = await results(page).getByRole('table').allInnerTexts();
  expect(tables.length).toBeGreaterThan(1);

  const other = await browser.newContext();
  const colleague = await other.newPage();
  const watched = watch(colleague, new URL(baseURL ?? '').origin);
  await colleague.goto(link);
  await expect(colleague.getByRole('table').first()).toBeVisible();
  await expect.poll(() => results(colleague).getByRole('table').allInnerTexts()).toEqual(tables);
  expect(designOf(colleague)).toEqual(designOf(page));
  expectClean(watched);
  await other.close();
});

test('the state survives a reload and a later visit without the link', async ({ page }) => {
  await open(page);
  await typeValue(page, 'HBM bandwidth', '3333');
  await expect.poll(() => designOf(page).system.mem1.GBps).toBe(3333);
  await expectCoreNumbers(page);
  const design = designOf(page);
  await page.reload();
  await expectCoreNumbers(page);
  expect(designOf(page)).toEqual(design);
  await page.goto('about:blank');
  await open(page);
  await expect(numberBox(page, 'HBM bandwidth')).toHaveValue('3,333');
});

const HOSTILE = {
  'cut off': '#v=1&model=gpt3-175b&system=a100-80g&strategy=fig3&mem1.GB',
  'cut off in the packed part': '#v=1&model=*&system=a100-80g&strategy=fig3&z=1.q1bK',
  huge: `#v=1&hidden=${'9'.repeat(300_000)}`,
  'wrong types': '#v=1&hidden=many&mem1.GBps=-1&training=perhaps&networks.0.ops.all_reduce=x',
  'prototype keys': '#v=1&__proto__=1&constructor.prototype.polluted=1&mem1.__proto__.GBps=1&toString=1',
  script: '#v=1&model=<script>alert(1)</script>&strategy=javascript:alert(1)&tab="><img src=x onerror=alert(1)>',
  'from the future': '#v=999&model=gpt3-175b&quantum_par=7',
  'an unknown preset': '#v=1&model=gpt9&system=abacus&strategy=hope',
  'bad escapes': '#v=1&model=%E0%A4%A&%=1&mem1.GBps=%',
} as const;

for (const [name, hash] of Object.entries(HOSTILE)) {
  test(`a hostile link, ${name}: says what was ignored and works`, async ({ page }) => {
    page.on('dialog', () => expect(false, 'a script of the link ran').toBe(true));
    await open(page, hash);
    await expect(results(page).getByText('Not everything in the link could be taken')).toBeVisible();
    await expectCoreNumbers(page);
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    await typeValue(page, 'HBM bandwidth', '3000');
    await expectCoreNumbers(page);
    await expect(headlineFigure(page, 'Batch time')).toHaveText(/\d/);
  });
}
