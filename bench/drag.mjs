/** How the page feels while a slider is dragged: measured inside a real browser, by the browser's own clocks. */
import { chromium } from '@playwright/test';
import { BROWSER_FLAGS, findOrInstallBrowser } from '../scripts/browser.mjs';
import { servePreview } from '../scripts/serve-preview.mjs';

const SECONDS = 5;

/** @typedef {{ frames: number[], shift: number, longTasks: number, chartUpdates: number, headlineUpdates: number }} Recording */
/** @typedef {{ stopRecorder: () => Recording }} Recorded */

/** Runs in the page: collects what happens until `stop` is called. */
export function startRecorder() {
  /** @type {number[]} */
  const frames = [];
  let shift = 0;
  let longTasks = 0;
  let chartUpdates = 0;
  let headlineUpdates = 0;
  let running = true;
  const tick = (/** @type {number} */ time) => {
    frames.push(time);
    if (running) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.entryType === 'longtask') longTasks += 1;
      // A drag counts as recent input, so every shift is taken, not only the unexpected ones.
      else shift += /** @type {PerformanceEntry & { value: number }} */ (entry).value;
    }
  });
  observer.observe({ type: 'longtask' });
  observer.observe({ type: 'layout-shift' });
  const watch = (/** @type {Element | null} */ node, /** @type {() => void} */ count) => {
    if (node)
      new MutationObserver(count).observe(node, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
  };
  watch(document.querySelector('main figure svg'), () => (chartUpdates += 1));
  watch(document.querySelector('[aria-label="Headline figures"]'), () => (headlineUpdates += 1));
  Object.assign(window, {
    stopRecorder: () => {
      running = false;
      observer.disconnect();
      return { frames, shift, longTasks, chartUpdates, headlineUpdates };
    },
  });
}

/** @param {number[]} sorted @param {number} share */
export const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/**
 * Drags the HBM bandwidth slider back and forth for some seconds and prints frames, updates and layout shift.
 * @param {string} root folder of the repository, built
 */
export async function dragBench(root) {
  const preview = await servePreview(root);
  const browser = await chromium.launch({ executablePath: findOrInstallBrowser(), args: BROWSER_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    // not the first visit, or the tour would lie over it
    await page.addInitScript(() => localStorage.setItem('calculon-explorer/tour', 'seen'));
    await page.goto(preview.address);
    const slider = page.getByRole('slider', { name: /HBM bandwidth/i });
    await slider.scrollIntoViewIfNeeded();
    const box = await slider.boundingBox();
    if (!box) throw new Error('The HBM bandwidth slider is not on the screen.');
    const y = box.y + box.height / 2;
    const xAt = (/** @type {number} */ share) => box.x + box.width * share;
    await page.mouse.move(xAt(0.5), y);
    await page.mouse.down();
    // The first drags are the compiler's warm-up.
    for (let i = 0; i < 30; i += 1) await page.mouse.move(xAt(0.5 + 0.2 * Math.sin(i / 5)), y);
    await page.evaluate(startRecorder);
    const start = performance.now();
    let moves = 0;
    while (performance.now() - start < SECONDS * 1000) {
      const phase = ((performance.now() - start) / 1000) * Math.PI;
      await page.mouse.move(xAt(0.5 + 0.35 * Math.sin(phase)), y);
      moves += 1;
      await new Promise((resolve) => setTimeout(resolve, 8));
    }
    const found = await page.evaluate(() => /** @type {Recorded} */ (/** @type {unknown} */ (window)).stopRecorder());
    await page.mouse.up();
    report(found, moves);
  } finally {
    await browser.close();
    preview.stop();
  }
}

/**
 * @param {Recording} found
 * @param {number} moves
 */
function report({ frames, shift, longTasks, chartUpdates, headlineUpdates }, moves) {
  const gaps = frames.slice(1).map((time, i) => time - (frames[i] ?? time));
  gaps.sort((a, b) => a - b);
  const seconds = ((frames.at(-1) ?? 0) - (frames[0] ?? 0)) / 1000;
  const median = quantile(gaps, 0.5);
  const print = (/** @type {string} */ what, /** @type {string} */ figure, note = '') =>
    console.log(`  ${what.padEnd(44)} ${figure.padStart(14)}  ${note}`.trimEnd());
  console.log(`\nThe page: HBM bandwidth dragged for ${seconds.toFixed(1)} s, ${moves} pointer moves`);
  print('frames a second, median', (1000 / median).toFixed(1), `${frames.length} frames`);
  print('frame, 95th percentile', `${quantile(gaps, 0.95).toFixed(1)} ms`);
  print('frame, worst', `${quantile(gaps, 1).toFixed(1)} ms`);
  print('tasks over 50 ms', String(longTasks));
  print('chart updates a second', (chartUpdates / seconds).toFixed(1));
  print('headline updates a second', (headlineUpdates / seconds).toFixed(1));
  print('layout shift, sum', shift.toFixed(4));
}
