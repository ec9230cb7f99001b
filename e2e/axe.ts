import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.js';

/** No accessibility violations, of the page or of the parts of it named; in the dark scheme only colours can differ. */
export async function expectAccessible(page: Page, ...parts: readonly string[]): Promise<void> {
  const axe = (): AxeBuilder => parts.reduce((builder, part) => builder.include(part), new AxeBuilder({ page }));
  expect((await axe().analyze()).violations).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');
  expect((await axe().withRules(['color-contrast']).analyze()).violations, 'dark scheme').toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'light');
}
