import { expectAccessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { open } from './screen.js';

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

test.describe('in both schemes', () => {
  for (const [name, hash] of Object.entries(VIEWS)) {
    test(`${name}: no accessibility violations`, async ({ page }) => {
      await page.goto(`./${hash}`);
      await expect(page.getByRole('region', { name: 'Headline figures' })).toBeVisible();
      await expect(page.getByRole('tabpanel').getByRole('figure').first()).toBeVisible();
      await expectAccessible(page);
    });
  }

  for (const [name, button] of Object.entries(POPOVERS)) {
    test(`${name}: no accessibility violations`, async ({ page }) => {
      await open(page);
      await page.getByRole('button', { name: button }).first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page);
    });
  }

  test('an efficiency curve unfolded: no accessibility violations', async ({ page }) => {
    await open(page);
    const opener = page.getByRole('button', { name: / efficiency.*, \d+–\d+ %$/ }).first();
    await opener.click();
    await expect(opener).toHaveAttribute('aria-expanded', 'true');
    await expectAccessible(page);
  });
});
