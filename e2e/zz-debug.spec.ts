import fc from 'fast-check';
import { hostileFile } from '../test/interchange/hostile-files.js';
import { hostileLink } from '../test/share/hostile-links.js';
import { test } from '@playwright/test';
import { useAtRandom } from './random-actions.js';
test('dbg', async ({ page, context }) => {
  test.setTimeout(100_000);
  const SEED = Number(process.env['RANDOM_USE_SEED'] ?? 2611);
  const links = fc.sample(hostileLink, { numRuns: 60, seed: SEED }).filter((link) => link.length < 20_000);
  const files = fc.sample(hostileFile, { numRuns: 60, seed: SEED }).filter((text) => text.length < 50_000);
  await context.addInitScript(() => localStorage.setItem('calculon-explorer/tour', 'seen'));
  page.on('console', (m) => console.log(m.text().slice(0, 300)));
  page.on('pageerror', (m) => console.log('ERR', String(m.stack).slice(0, 600)));
  page.on('dialog', (d) => { console.log('DIALOG', d.type(), d.message()); void d.accept(); });
  page.on('framenavigated', (f) => console.log('NAV', f.url().slice(0, 60)));
  await page.goto('/');
  await page.waitForTimeout(2000);
  for (let batch = 0; batch < 30; batch++) {
    const t = Date.now();
    const more = await Promise.race([page.evaluate(useAtRandom, { seed: SEED + batch, actions: 20, links, files }), new Promise((r) => setTimeout(() => r('TIMEOUT'), 20000))]);
    console.log('BATCH', batch, Date.now() - t, JSON.stringify(more));
    if (more === 'TIMEOUT') { await page.screenshot({ path: '/tmp/E/stuck.png', timeout: 5000 }).catch((e) => console.log(String(e).slice(0, 200))); console.log(page.url().slice(0, 400)); break; }
  }
});
