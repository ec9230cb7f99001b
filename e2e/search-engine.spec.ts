import type { Page } from '@playwright/test';
import { WHOLE_SEARCH, type SearchInput } from '../src/core/inputs/search-input.js';
import { readSearchRequest } from '../src/core/search/read-request.js';
import { search } from '../src/core/search/search.js';
import { strategyAt } from '../src/core/search/space.js';
import { writeStrategy } from '../src/core/strategy/write-strategy.js';
import { decodeLink } from '../src/share/link.js';
import { expect, expectClean, test, watch } from './fixtures.js';
import { designOf, dragSlider, open, presets, results, typeValue } from './screen.js';
import { cancelMilliseconds, spyOnSearchWorkers } from './search-workers.js';

const GPT3 = '#v=1&model=gpt3-175b&system=h100-80g-nvl8&strategy=fig3';
/** Some seconds of work on two cores. */
const LARGE = `${GPT3}&search.max_batch=735134400`;
/** More than a minute of work however many cores there are. */
const LONG = `${LARGE}&networks=0,1,1,1,1,1,1,1`;

const searchOf = (page: Page): SearchInput => decodeLink(new URL(page.url()).hash, presets).state.search;
const bar = (page: Page) => page.getByRole('region', { name: 'Search', exact: true });
const press = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true }).click();
const tried = (page: Page) => page.getByRole('progressbar', { name: 'Strategies tried' });

/** What the core finds for the address as it is. */
function bestOf(page: Page) {
  const { space, tally } = search(readSearchRequest(designOf(page), searchOf(page)));
  const [best] = tally.best;
  return { tally, strategy: best ? writeStrategy(strategyAt(space, best.place)) : null };
}

test('a search counts what the core counts, on workers of its own', async ({ page }) => {
  await page.addInitScript(spyOnSearchWorkers, null);
  await open(page, `${GPT3}&search.max_batch=2340&tab=search`);
  await press(page, 'Search');
  await expect(tried(page)).toHaveAttribute('aria-valuetext', '10,956,160 of 10,956,160');
  await expect(bar(page).getByRole('button', { name: 'Search', exact: true })).toBeVisible();
  const { tally } = bestOf(page);
  await expect(results(page).getByText(tally.feasible.toLocaleString('en')).first()).toBeVisible();
});

test('cancel: every worker stops, and the next search uses them', async ({ page }) => {
  await page.addInitScript(spyOnSearchWorkers, null);
  await open(page, `${LARGE}&tab=search`);
  await press(page, 'Search');
  await expect.poll(async () => Number(await tried(page).getAttribute('aria-valuenow'))).toBeGreaterThan(0);
  await press(page, 'Cancel');
  await expect(bar(page).getByText(/^Cancelled/)).toBeVisible();
  // how soon is for bench/ to say: here, that each of them does
  await expect
    .poll(async () => (await page.evaluate(cancelMilliseconds)).took.every((each) => Number.isFinite(each)))
    .toBe(true);
  const { started } = await page.evaluate(cancelMilliseconds);
  await page.evaluate(
    (hash) => (location.hash = hash),
    `${GPT3}&num_procs=64&data_par=1&tensor_par=8&pipeline_par=8&batch_size=64&tab=search`,
  );
  await press(page, 'Search');
  await expect(bar(page).getByText(/took/)).toBeVisible();
  expect((await page.evaluate(cancelMilliseconds)).started).toBe(started);
});

for (const type of ['progress', 'snapshot']) {
  test(`a worker that dies in the middle of a search, at its first ${type}: nothing is lost`, async ({ page }) => {
    await page.addInitScript(spyOnSearchWorkers, type);
    await open(page, `${GPT3}&search.max_batch=24570&tab=search`);
    await press(page, 'Search');
    await expect(bar(page).getByText(/took/)).toBeVisible();
    const { tally } = bestOf(page);
    const text = tally.evaluated.toLocaleString('en');
    await expect(tried(page)).toHaveAttribute('aria-valuetext', `${text} of ${text}`);
    await expect(results(page).getByText(tally.feasible.toLocaleString('en')).first()).toBeVisible();
  });
}

test('the link carries what is asked of a search', async ({ page, browser, baseURL }) => {
  const asked =
    'search.max_batch=3072&search.objective=mfu&search.hbm_limit_GiB=60&search.tensor_par=1..8&search.weight_offload=false&tab=search';
  await open(page, `${GPT3}&${asked}`);
  const expected: SearchInput = {
    ...WHOLE_SEARCH,
    max_batch: 3072,
    objective: 'mfu',
    hbm_limit_GiB: 60,
    bounds: { tensor_par: [1, 8] },
    allowed: { weight_offload: ['false'] },
  };
  expect(searchOf(page)).toEqual(expected);
  await bar(page).getByRole('switch', { name: 'Live' }).click();
  await expect.poll(() => searchOf(page)).toEqual({ ...expected, live: true });
  await expect.poll(() => designOf(page).strategy).toEqual(bestOf(page).strategy);

  const other = await browser.newContext();
  const colleague = await other.newPage();
  const watched = watch(colleague, new URL(baseURL ?? '').origin);
  await colleague.goto(page.url());
  await expect(colleague.getByRole('region', { name: 'Search', exact: true }).getByText(/took/)).toBeVisible();
  expect(searchOf(colleague)).toEqual({ ...expected, live: true });
  expect(designOf(colleague)).toEqual(designOf(page));
  expectClean(watched);
  await other.close();
});

test('live: the strategy follows a drag of the hardware, in one step of undo', async ({ page }) => {
  await open(page, `${GPT3}&search.max_batch=2340`);
  const before = designOf(page).strategy;
  await page.evaluate((hash) => (location.hash = hash), `${GPT3}&search.max_batch=2340&live=1`);
  await dragSlider(page, 'HBM bandwidth', 0.25);
  const settled = async (): Promise<void> => {
    await expect.poll(() => designOf(page).strategy).not.toEqual(before);
    await expect(async () => expect(designOf(page).strategy).toEqual(bestOf(page).strategy)).toPass();
  };
  await settled();
  await page.keyboard.press('Control+z');
  await expect.poll(() => designOf(page).strategy).toEqual(before);
  await page.keyboard.press('Control+Shift+z');
  await settled();
  await typeValue(page, 'HBM capacity', '40');
  await settled();
});

test('a search over a minute says so first, and is never live', async ({ page }) => {
  await page.addInitScript(spyOnSearchWorkers, null);
  await open(page, `${LONG}&live=1&tab=search`);
  await expect(bar(page).getByText(/^The search is not live here: [\d,]+ strategies take about/)).toBeVisible();
  expect((await page.evaluate(cancelMilliseconds)).started).toBe(0);
  await press(page, 'Search anyway');
  await expect(bar(page).getByText(/left$/)).toBeVisible();
  await press(page, 'Cancel');
});

test('hostile search parameters: each is named, the rest is taken', async ({ page }) => {
  const hostile =
    'search.tensor_par=9..1&search.max_batch=1e99&search.objective=%3Cscript%3E&search.__proto__=1&live=maybe';
  await open(page, `${GPT3}&${hostile}&search.data_par=1..64&tab=search`);
  for (const name of ['search.tensor_par', 'search.max_batch', 'search.objective', 'search.__proto__', 'live'])
    await expect(results(page).getByText(name, { exact: false }).first()).toBeVisible();
  expect(searchOf(page)).toEqual({ ...WHOLE_SEARCH, bounds: { data_par: [1, 64] } });
});
