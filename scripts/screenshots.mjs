/** Regenerates docs/screenshots from the built page: `npm run screenshots`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { BROWSER_FLAGS, findOrInstallBrowser } from './browser.mjs';
import { servePreview } from './serve-preview.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const VIEWS = {
  overview: '',
  layers: '#tab=layers',
  communication: '#tab=communication',
  search: '#system=h100-80g-nvl8&tab=search',
  studies: '#tab=studies&study=offloading',
  compare: '#tab=compare&mem1.GBps=4000&compare.1=name%3DAs%2520it%2520is',
};

const folder = join(root, 'docs/screenshots');
mkdirSync(folder, { recursive: true });
const preview = await servePreview(root);
const browser = await chromium.launch({ executablePath: findOrInstallBrowser(), args: BROWSER_FLAGS });
try {
  for (const colorScheme of /** @type {const} */ (['dark', 'light'])) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    // not the first visit, or the tour would lie over it; about:blank keeps nothing
    await page.addInitScript(() => {
      if (location.protocol !== 'about:') localStorage.setItem('calculon-explorer/tour', 'seen');
    });
    for (const [name, hash] of Object.entries(VIEWS)) {
      await page.goto('about:blank');
      await page.goto(preview.address + hash);
      if (name === 'search') await page.getByRole('button', { name: 'Search', exact: true }).click();
      await page.getByRole('tabpanel').getByRole('figure').first().waitFor();
      if (name === 'studies') await page.getByText('Up to date').waitFor();
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
    }
    await context.close();
  }
} finally {
  await browser.close();
  preview.stop();
}
