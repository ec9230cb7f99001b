import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Quiet and self-contained: nothing but the page under test, also as root and in a container. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
];

/**
 * The browser to test with: the one CHROMIUM_PATH names, else an installed one, else Playwright's own.
 * @returns {string | null}
 */
export function findBrowser() {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
    return named;
  }
  return [...SYSTEM_PATHS, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

function isDebianAsRoot() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /\b(debian|ubuntu)\b/.test(release) && process.getuid?.() === 0;
}

/**
 * Like `findBrowser`, installing Debian's Chromium where that can be done without asking.
 * @returns {string}
 * @throws {Error} saying what to install, where there is no browser and none can be installed
 */
export function findOrInstallBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (isDebianAsRoot()) {
    console.log('No browser found: installing chromium and fonts-dejavu-core from the system packages …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']]) {
      spawnSync('apt-get', args, { env, stdio: 'ignore' });
    }
  }
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    'No Chromium to test with. Install Chromium or Google Chrome (Debian: apt-get install chromium fonts-dejavu-core; ' +
      'elsewhere: npx playwright install chromium), or set CHROMIUM_PATH to its program file.',
  );
}
