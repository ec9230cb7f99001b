/** How soon the page answers: from the address to the first figures, and to the first change of an input on the screen. */
import { chromium } from '@playwright/test';
import { BROWSER_FLAGS, findOrInstallBrowser } from '../scripts/browser.mjs';
import { servePreview } from '../scripts/serve-preview.mjs';
import { quantile } from './drag.mjs';

const ROUNDS = 9;

/** Runs in the page: presses an arrow key on the first slider as soon as there is one, and waits for the figure to follow. */
async function firstInteraction() {
  const until = (/** @type {() => boolean} */ isSo) =>
    new Promise((/** @type {(at: number) => void} */ resolve) => {
      const look = () => (isSo() ? resolve(performance.now()) : requestAnimationFrame(look));
      look();
    });
  const time = () => document.querySelector('[data-quantity="total-time"]')?.textContent ?? '';
  const figures = await until(() => /\d/.test(time()));
  const before = time();
  const slider = document.querySelector('[data-field="system mem1.GBps"] input[type="range"]');
  if (!(slider instanceof HTMLInputElement)) throw new Error('The HBM bandwidth slider is not on the screen.');
  slider.focus();
  // past the property that the page's library put in its way
  Reflect.set(HTMLInputElement.prototype, 'value', String(Number(slider.value) * 0.9), slider);
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  const answered = await until(() => time() !== before);
  return { figures, answered };
}

/**
 * Measures the start of the page with an empty cache, and again with its service worker's.
 * @param {string} root folder of the repository, built
 */
export async function startBench(root) {
  const preview = await servePreview(root);
  const browser = await chromium.launch({ executablePath: findOrInstallBrowser(), args: BROWSER_FLAGS });
  try {
    console.log(`\nThe start of the page, median of ${ROUNDS}`);
    for (const visit of ['first visit', 'second visit']) {
      /** @type {{ figures: number, answered: number }[]} */
      const rounds = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
        const page = await context.newPage();
        if (visit === 'second visit') {
          await page.goto(preview.address);
          await page.evaluate(async () => void (await navigator.serviceWorker.ready));
          await page.waitForTimeout(1500);
          await page.reload();
        } else await page.goto(preview.address, { waitUntil: 'commit' });
        rounds.push(await page.evaluate(firstInteraction));
        await context.close();
      }
      const sorted = (/** @type {'figures' | 'answered'} */ key) =>
        rounds.map((each) => each[key]).sort((a, b) => a - b);
      for (const [key, what] of /** @type {const} */ ([
        ['figures', 'first figures'],
        ['answered', 'first input answered'],
      ])) {
        const values = sorted(key);
        console.log(
          `  ${`${visit}, ${what}`.padEnd(44)} ${`${quantile(values, 0.5).toFixed(0)} ms`.padStart(14)}  worst ${quantile(values, 1).toFixed(0)} ms`,
        );
      }
    }
  } finally {
    await browser.close();
    preview.stop();
  }
}
