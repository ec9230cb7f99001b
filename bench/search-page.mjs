/** The search in a real browser: how long on all workers, how fast it stops, and how the page feels while it is live. */
import { chromium } from '@playwright/test';
import { BROWSER_FLAGS, findOrInstallBrowser } from '../scripts/browser.mjs';
import { servePreview } from '../scripts/serve-preview.mjs';
import { quantile, startRecorder } from './drag.mjs';
import { spyOnSearchWorkers, takeNotes } from './spy-on-search-workers.mjs';

const GPT3 = '#v=1&model=gpt3-175b&system=h100-80g-nvl8&strategy=fig3&num_procs=4096&search.max_batch=2340';
const ROUNDS = 15;
const SECONDS = 5;

/** @typedef {{ frames: number[], shift: number, longTasks: number, chartUpdates: number, headlineUpdates: number }} Recording */
/** @typedef {import('./spy-on-search-workers.mjs').Message} Message */
/** @typedef {{ orders: Message[], answers: Message[], stopRecorder: () => Recording }} Spied */

/** @param {string} what @param {string} figure */
const print = (what, figure, note = '') =>
  console.log(`  ${what.padEnd(44)} ${figure.padStart(14)}  ${note}`.trimEnd());
const median = (/** @type {number[]} */ values) =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {import('@playwright/test').Page} page */
async function wholeSearches(page) {
  const button = page
    .getByRole('region', { name: 'Search', exact: true })
    .getByRole('button', { name: 'Search', exact: true });
  /** @type {number[]} */
  const milliseconds = [];
  let workers = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    await button.click();
    await page.getByText(/^took/).waitFor();
    await wait(300);
    const { orders, answers } = await page.evaluate(takeNotes);
    const begun = orders.filter(({ type }) => type === 'begin');
    const last = answers.findLast(({ type }) => type === 'snapshot');
    milliseconds.push((last?.at ?? Number.NaN) - (begun[0]?.at ?? Number.NaN));
    workers = begun.length;
  }
  const warm = milliseconds.slice(5);
  print(
    `whole, ${workers} workers, warm, median of ${warm.length}`,
    `${median(warm).toFixed(0)} ms`,
    `best ${Math.min(...warm).toFixed(0)} ms; first ${(milliseconds[0] ?? 0).toFixed(0)} ms`,
  );
}

/** @param {import('@playwright/test').Page} page @param {string} address */
async function cancels(page, address) {
  await page.goto(`${address}${GPT3.replace('2340', '735134400')}&tab=search`);
  const bar = page.getByRole('region', { name: 'Search', exact: true });
  /** @type {number[]} */
  const milliseconds = [];
  for (let round = 0; round < 8; round += 1) {
    await bar.getByRole('button', { name: 'Search', exact: true }).click();
    await wait(600);
    await page.evaluate(takeNotes);
    await bar.getByRole('button', { name: 'Cancel', exact: true }).click();
    await wait(400);
    const { orders, answers } = await page.evaluate(takeNotes);
    for (const { at, worker } of orders.filter(({ type }) => type === 'cancel')) {
      const stopped = answers.find((answer) => answer.type === 'cancelled' && answer.worker === worker);
      milliseconds.push((stopped?.at ?? Number.NaN) - at);
    }
  }
  print(
    'cancel, every worker, median',
    `${median(milliseconds).toFixed(1)} ms`,
    `worst ${Math.max(...milliseconds).toFixed(1)} ms`,
  );
}

/** @param {import('@playwright/test').Page} page @param {string} address @param {string} tab */
async function liveDrag(page, address, tab) {
  await page.goto('about:blank');
  await page.goto(`${address}${GPT3}&live=1&tab=${tab}`);
  const slider = page.getByRole('slider', { name: /HBM bandwidth/i });
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error('The HBM bandwidth slider is not on the screen.');
  const y = box.y + box.height / 2;
  const xAt = (/** @type {number} */ share) => box.x + box.width * share;
  await page.mouse.move(xAt(0.5), y);
  await page.mouse.down();
  for (let i = 0; i < 60; i += 1) {
    await page.mouse.move(xAt(0.5 + 0.2 * Math.sin(i / 5)), y);
    await wait(16);
  }
  await page.evaluate(takeNotes);
  await page.evaluate(startRecorder);
  const start = performance.now();
  while (performance.now() - start < SECONDS * 1000) {
    const phase = ((performance.now() - start) / 1000) * Math.PI;
    await page.mouse.move(xAt(0.5 + 0.35 * Math.sin(phase)), y);
    await wait(8);
  }
  const found = await page.evaluate(() => /** @type {Spied} */ (/** @type {unknown} */ (window)).stopRecorder());
  const { orders } = await page.evaluate(takeNotes);
  await page.mouse.up();
  const gaps = found.frames.slice(1).map((time, i) => time - (found.frames[i] ?? time));
  gaps.sort((a, b) => a - b);
  const seconds = ((found.frames.at(-1) ?? 0) - (found.frames[0] ?? 0)) / 1000;
  const workers = new Set(orders.map(({ worker }) => worker)).size;
  const searches = orders.filter(({ type }) => type === 'begin').length / Math.max(1, workers);
  console.log(`\nThe search live, ${tab}: HBM bandwidth dragged for ${seconds.toFixed(1)} s`);
  print('searches a second', (searches / seconds).toFixed(1), `${workers} workers`);
  print(
    'frames a second, median',
    (1000 / quantile(gaps, 0.5)).toFixed(1),
    `mean ${(gaps.length / seconds).toFixed(1)}`,
  );
  print('frame, 95th percentile', `${quantile(gaps, 0.95).toFixed(1)} ms`);
  print('frame, worst', `${quantile(gaps, 1).toFixed(1)} ms`);
  print('layout shift, sum', found.shift.toFixed(4));
}

/**
 * Measures the search of GPT-3 175B on 4,096 H100 in the page, on all its workers.
 * @param {string} root folder of the repository, built
 */
export async function searchPageBench(root) {
  const preview = await servePreview(root);
  const browser = await chromium.launch({ executablePath: findOrInstallBrowser(), args: BROWSER_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(spyOnSearchWorkers);
    await page.goto(`${preview.address}${GPT3}&tab=search`);
    console.log('\nThe search in the page, GPT-3 175B on 4,096 H100, 10,956,160 strategies');
    await wholeSearches(page);
    await cancels(page, preview.address);
    await liveDrag(page, preview.address, 'overview');
    await liveDrag(page, preview.address, 'search');
  } finally {
    await browser.close();
    preview.stop();
  }
}
