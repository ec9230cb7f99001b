import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { designOf, headlineFigure, numberBox, open } from './screen.js';

const toggle = (page: Page) => page.getByRole('button', { name: 'Memory in GB' });

/**
 * Everything that is shown or read out and still says GiB. Names are not: a preset, a design and what the paper printed
 * are called what they are called.
 */
function leftovers(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const named = /A100 80 GiB|H100 \d+ GiB|\bNVL|GiB [×,·]/;
    const isName = (node: Node): boolean =>
      node.parentElement?.closest('[class*="published"], [class*="_design_"], [class*="picker"], option') !== null;
    const found: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const text = node.textContent ?? '';
      if (/[KMGTPE]iB\b/.test(text) && !isName(node) && !named.test(text)) found.push(text);
    }
    for (const element of document.querySelectorAll(
      '[data-hint], [aria-label], [aria-valuetext], [title], [placeholder]',
    )) {
      if (element.closest('[class*="published"], [class*="_design_"], [class*="picker"]') || element.closest('header'))
        continue;
      for (const name of ['data-hint', 'aria-label', 'aria-valuetext', 'title', 'placeholder']) {
        const text = element.getAttribute(name) ?? '';
        if (/[KMGTPE]iB\b/.test(text) && !named.test(text) && !text.startsWith('Published'))
          found.push(`${name}: ${text}`);
      }
    }
    return found;
  });
}

test('switches every amount of memory, and nothing else', async ({ page }) => {
  await open(page);
  const link = page.url();
  const used = headlineFigure(page, 'HBM');
  await expect(used).toContainText('17.4 GiB');
  await expect(used).toContainText('80.0 GiB');
  await toggle(page).click();
  await expect(used).toContainText('18.7 GB');
  await expect(used).toContainText('85.9 GB');
  await expect(toggle(page)).toBeFocused();
  await expect(toggle(page)).toHaveAttribute('aria-pressed', 'true');
  await expect(numberBox(page, 'HBM capacity')).toHaveValue('85.899');
  expect(page.url()).toBe(link);
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
  expect(await leftovers(page)).toEqual([]);

  // stays, and goes back
  await page.reload();
  await expect(used).toContainText('18.7 GB');
  expect(page.url()).toBe(link);
  await toggle(page).click();
  await expect(used).toContainText('17.4 GiB');
  await expect(numberBox(page, 'HBM capacity')).toHaveValue('80');
});

test('takes amounts in either unit; what was not touched is not changed', async ({ page }) => {
  await open(page);
  await toggle(page).click();
  const capacity = numberBox(page, 'HBM capacity');
  const type = async (text: string): Promise<void> => {
    await capacity.fill(text);
    await capacity.press('Enter');
  };
  await capacity.focus();
  await expect(capacity).toHaveValue('85.89934592');
  await page.keyboard.press('Enter');
  expect(designOf(page).system.mem1.GiB).toBe(80);
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
  await type('96 GiB');
  await expect.poll(() => designOf(page).system.mem1.GiB).toBe(96);
  await expect(capacity).toHaveValue('103.08');
  await type('120');
  await expect.poll(() => designOf(page).system.mem1.GiB).toBe(120e9 / 2 ** 30);
  await type('0.128 TB');
  await expect.poll(() => designOf(page).system.mem1.GiB).toBe(128e9 / 2 ** 30);
});

test('keeps the place: what was scrolled, folded and focused', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Engines', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Engines', exact: true })).toHaveAttribute('aria-expanded', 'false');
  const inputs = page.getByRole('region', { name: 'Inputs' });
  await inputs.evaluate((region) => {
    region.scrollTop = 300;
  });
  await page.getByRole('slider', { name: 'HBM capacity' }).focus();
  const before = await inputs.evaluate((region) => region.scrollTop);
  await page.keyboard.press('b');
  await expect(numberBox(page, 'HBM capacity')).toHaveValue('85.899');
  await expect(page.getByRole('slider', { name: 'HBM capacity' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Engines', exact: true })).toHaveAttribute('aria-expanded', 'false');
  expect(await inputs.evaluate((region) => region.scrollTop)).toBe(before);
});

const VIEWS = {
  overview: '',
  layers: '#tab=layers',
  communication: '#tab=communication',
  compare: '#tab=compare',
  'a design that does not fit': '#mem1.GiB=8',
  'the study of one run': '#tab=studies&study=anatomy',
  'a study of maps': '#tab=studies&study=offloading',
  'the budget': '#tab=studies&study=budget',
} as const;

for (const [name, hash] of Object.entries(VIEWS)) {
  test(`${name}: no GiB is left`, async ({ page }) => {
    await open(page, hash);
    await toggle(page).click();
    await expect(numberBox(page, 'HBM capacity')).not.toHaveValue(/^(80|8)$/);
    if (hash.includes('study=anatomy')) await expect(page.getByText(/18\.725/).first()).toBeVisible();
    if (hash.includes('study=offloading')) await expect(page.getByText(/HBM used, GB$/).first()).toBeVisible();
    await page.waitForTimeout(300);
    expect(await leftovers(page)).toEqual([]);
  });
}

test('the search: no GiB is left in its figures, its table and its filter', async ({ page }) => {
  await open(page, '#tab=search');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByText(/feasible/).first()).toBeVisible();
  await expect(page.getByRole('figure').first()).toBeVisible();
  await toggle(page).click();
  await expect(page.getByText('HBM of one processor, GB')).toBeVisible();
  expect(await leftovers(page)).toEqual([]);
});

test('without storage the choice lasts as long as the page', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new Error('full');
    };
  });
  await open(page);
  await toggle(page).click();
  await expect(headlineFigure(page, 'HBM')).toContainText('18.7 GB');
});
