import type { Locator, Page } from '@playwright/test';
import { faults, heard } from './accessibility-tree.js';
import { expect, test } from './fixtures.js';
import { dragSlider, headlineFigure, open, results, typeValue } from './screen.js';

const view = (page: Page): Locator => page.getByRole('tabpanel');
const studies = (page: Page): Locator => page.getByRole('navigation', { name: 'Studies' });
const said = (page: Page): Locator => page.locator('[data-spoken-progress]');
const headline = (page: Page): Locator => page.getByRole('region', { name: 'Headline figures' }).getByRole('status');

/** The names of the figures, as they are read out. */
const findings = async (page: Page): Promise<readonly string[]> =>
  (await heard(page)).filter(({ role }) => role === 'figure').map(({ name }) => name);

const VIEWS = {
  '': [
    'Forward and backward take 48 % of the batch; recomputation 16 %, 2.76 s',
    /^HBM: 17\.4 of 80\.0 GiB/,
    /^A block’s passes spend/,
  ],
  '#tab=layers': [/^Forward: 23 % of the time/],
  '#tab=communication': [/^The links are busy for 4\.40 s/, /^Nothing is overlapped/],
  '#tab=studies': [/^One batch takes 16\.71 s/, /^16\.715 s a batch/, /^17\.44 GiB of HBM/],
  '#tab=search': [],
  '#tab=compare': [],
  '#mem1.GiB=8': [/infeasible$/, /^HBM overflows by 9\.44 GiB.* infeasible$/, /infeasible$/],
} as const;

for (const [hash, names] of Object.entries(VIEWS)) {
  test(`${hash === '' ? 'the first view' : hash}: figures say what they find, and all has a name`, async ({ page }) => {
    await open(page, hash);
    await expect(view(page)).not.toContainText('Loading');
    await expect.poll(() => findings(page)).toHaveLength(names.length);
    const all = await findings(page);
    for (const [at, name] of names.entries()) expect(all[at]).toMatch(name);
    expect(faults(await heard(page))).toEqual([]);
  });
}

test('an invalid design: its figures say so, and the reason is heard', async ({ page }) => {
  await page.goto('./#tensor_par=7');
  await expect(page.getByRole('figure', { name: 'Where the time of a batch goes invalid' })).toBeVisible();
  await expect(headline(page)).toHaveText(/^Invalid: this design has no numbers\. .*4096.* And 3 more\.$/);
  expect(faults(await heard(page))).toEqual([]);
});

test('what opens over the page: all has a name, and the focus comes back', async ({ page }) => {
  await open(page);
  const figure = headlineFigure(page, 'Batch time');
  await figure.focus();
  await page.keyboard.press('Enter');
  await expect(
    page
      .getByRole('region', { name: /How|computed|Explanation/i })
      .or(page.locator('[data-how-panel]'))
      .first(),
  ).toBeVisible();
  expect(faults(await heard(page))).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(figure).toBeFocused();
  for (const [keys, name] of [
    ['Control+k', 'Commands'],
    ['?', /shortcuts/i],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(figure).toBeFocused();
  }
});

test('marks of a study say value and unit', async ({ page }) => {
  await open(page, '#tab=studies');
  await studies(page)
    .getByRole('button', { name: /^Parallelism trade-offs/ })
    .click();
  await expect.poll(async () => (await findings(page)).length).toBe(3);
  const marks = await view(page)
    .locator('svg')
    .getByRole('button')
    .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
  expect(marks.length).toBeGreaterThan(10);
  for (const mark of marks) expect(mark).toMatch(/: .*\d (s|ms), .*\d [GT]iB$|: nothing fits|: does not fit/);
  await studies(page)
    .getByRole('button', { name: /^Time and memory maps/ })
    .click();
  await expect(view(page).getByRole('gridcell').first()).toHaveAccessibleName(
    /^Tensor parallel t 1, Pipeline parallel p 1, /,
  );
});

test('a drag is heard once, when it rests, with what the view finds', async ({ page }) => {
  await open(page);
  await expect(headline(page)).toHaveText(/^Batch time 16\.7\ss, .* Forward and backward take 48\s%\sof the batch/);
  await headline(page).evaluate((element) => {
    const counts = { changes: 0 };
    Object.assign(window, { heardCounts: counts });
    new MutationObserver(() => (counts.changes += 1)).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await dragSlider(page, 'HBM bandwidth', 0.9);
  await expect(headline(page)).not.toHaveText(/^Batch time 16\.7\ss/);
  await page.waitForTimeout(1500);
  expect(
    await page.evaluate(() => (window as unknown as { heardCounts: { changes: number } }).heardCounts.changes),
  ).toBe(1);
  await typeValue(page, 'HBM capacity', '8');
  await expect(headline(page)).toHaveText(/^Infeasible: Batch time .* HBM needs .*, has 8\.00\sGiB\./);
});

test('a search and a study are heard when they end, and the focus stays', async ({ page }) => {
  await open(page, '#tab=search');
  const start = view(page).getByRole('button', { name: 'Search', exact: true });
  await start.focus();
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText(/^Search done: [\d,]+ of the 14,049,664 strategies tried are feasible\.$/, {
    timeout: 40_000,
  });
  await expect(start).toBeFocused();
  expect(faults(await heard(page))).toEqual([]);
  for (const name of await findings(page)) expect(name).toMatch(/\d/);
  await page.getByRole('tab', { name: 'Studies' }).click();
  await expect(page.getByRole('tab', { name: 'Studies' })).toBeFocused();
  await studies(page)
    .getByRole('button', { name: /^System size/ })
    .click();
  await view(page).getByRole('button', { name: 'Run', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText(/^System size: started, [\d,]+ points\.$/);
  await expect(view(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText('System size: cancelled.');
  await expect(view(page).getByRole('button', { name: 'Run', exact: true })).toBeFocused();
  await studies(page)
    .getByRole('button', { name: /^Time and memory maps/ })
    .click();
  await expect(view(page).getByRole('heading', { name: 'Time and memory maps' })).toBeVisible();
  const run = view(page).getByRole('region', { name: 'Run' }).getByRole('button');
  // it runs by itself: the button that cancels it becomes the one that says it is done
  await run.focus();
  await expect(run).toHaveText('Up to date', { timeout: 30_000 });
  await expect(run).toBeFocused();
  await expect(said(page)).toHaveText(/^Time and memory maps: .*\d/);
  await expect(results(page)).toBeVisible();
});

test('what does away with itself leaves the focus in its region', async ({ page }) => {
  await open(page, '#mem1.GiB=8');
  const limits = page.getByRole('region', { name: 'Limits' });
  await limits.getByRole('button', { name: /→/ }).first().focus();
  await page.keyboard.press('Enter');
  await expect(limits).toBeHidden();
  await expect(results(page)).toBeFocused();
  await page.getByRole('region', { name: 'Changes that help most' }).getByRole('button').first().focus();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('Layers');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Layers' })).toHaveAttribute('aria-selected', 'true');
  await expect(view(page)).toBeFocused();
});
