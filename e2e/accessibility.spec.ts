import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { open } from './screen.js';

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })),
  );
  expect(found).toEqual([]);
}

/** Every view, by the link that shows it. */
const VIEWS = {
  overview: '',
  layers: '#tab=layers',
  communication: '#tab=communication',
  'a design that does not fit': '#mem1.GiB=8',
  'a design without meaning': '#tensor_par=7',
  'a link with faults': '#mem1.GBps=-1',
} as const;

/** What opens over the views, by the button that opens it. */
const POPOVERS = {
  'the list of presets': /^Hardware preset: /,
  'the sources of a preset': /^About /,
  'how a number is computed': /^Batch time/,
  'the files to save': 'Save',
} as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} scheme`, () => {
    test.use({ colorScheme });

    for (const [name, hash] of Object.entries(VIEWS)) {
      test(`${name}: no accessibility violations`, async ({ page }) => {
        await page.goto(`./${hash}`);
        await expect(page.getByRole('region', { name: 'Headline figures' })).toBeVisible();
        await expect(page.getByRole('tabpanel').getByRole('figure').first()).toBeVisible();
        await expectNoViolations(page);
      });
    }

    for (const [name, button] of Object.entries(POPOVERS)) {
      test(`${name}: no accessibility violations`, async ({ page }) => {
        await open(page);
        await page.getByRole('button', { name: button }).first().click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await expectNoViolations(page);
      });
    }

    test('an efficiency curve unfolded: no accessibility violations', async ({ page }) => {
      await open(page);
      const opener = page.getByRole('button', { name: / efficiency.*, \d+–\d+ %$/ }).first();
      await opener.click();
      await expect(opener).toHaveAttribute('aria-expanded', 'true');
      await expectNoViolations(page);
    });
  });
}
