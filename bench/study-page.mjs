/** Each study in a real browser, at its own inputs: the first finding after Run, the last, and how fast it stops. */
import { chromium } from '@playwright/test';
import { BROWSER_FLAGS, findOrInstallBrowser } from '../scripts/browser.mjs';
import { servePreview } from '../scripts/serve-preview.mjs';
import { spyOnSearchWorkers, takeNotes } from './spy-on-search-workers.mjs';

const STUDIES = [
  ['time-memory-maps', ''],
  ['offloading', ''],
  ['system-size', '&study.system-size.tier2=off'],
  ['system-size', ''],
  ['budget', ''],
  ['beyond-100t', ''],
  ['co-design', ''],
  ['sensitivity', ''],
  ['sweep', ''],
];
const LONGEST_MS = 180_000;

/** @param {import('@playwright/test').Page} page @param {string} address @param {string} id @param {string} inputs */
async function timed(page, address, id, inputs) {
  await page.goto('about:blank');
  await page.goto(`${address}#v=1&tab=studies&study=${id}${inputs}`);
  const bar = page.getByRole('region', { name: 'Run', exact: true });
  await bar.waitFor();
  const run = bar.getByRole('button', { name: 'Run' });
  const upToDate = bar.getByText('Up to date');
  await run.or(upToDate).first().waitFor({ timeout: LONGEST_MS });
  if (await run.isVisible()) await run.click();
  const isDone = await upToDate.waitFor({ timeout: LONGEST_MS }).then(
    () => true,
    () => false,
  );
  const { orders, answers } = await page.evaluate(takeNotes);
  const asked = orders.find(({ type }) => type === 'ask')?.at ?? Number.NaN;
  const found = answers.filter(({ type, at }) => type === 'found' && at > asked);
  const workers = new Set(found.map(({ worker }) => worker)).size;
  const first = `first ${((found[0]?.at ?? Number.NaN) - asked).toFixed(0)} ms`;
  const last = ((found.at(-1)?.at ?? Number.NaN) - asked) / 1000;
  const what = `${id}${inputs.replace(/^&study\.[^.]+\./, ', ')}`;
  const said = (await bar.innerText()).replaceAll(/\s+/g, ' ');
  console.log(
    `  ${what.padEnd(44)} ${`${isDone ? '' : '> '}${last.toFixed(1)} s`.padStart(14)}  ${first}; ${workers} workers; ${said}`,
  );
}

/**
 * Measures every study that takes time, on all its workers.
 * @param {string} root folder of the repository, built
 */
export async function studyPageBench(root) {
  const preview = await servePreview(root);
  const browser = await chromium.launch({ executablePath: findOrInstallBrowser(), args: BROWSER_FLAGS });
  try {
    console.log('\nThe studies in the page, from the question to the last finding');
    for (const [id = '', inputs = ''] of STUDIES) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.addInitScript(spyOnSearchWorkers);
      await timed(page, preview.address, id, inputs);
      await page.close();
    }
  } finally {
    await browser.close();
    preview.stop();
  }
}
