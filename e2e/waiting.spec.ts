import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { open } from './screen.js';

/** Holds back what the page fetches, until told. */
async function holdBack(page: Page, what: RegExp): Promise<() => void> {
  // a service worker would fetch in the page's place
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  let release = (): void => undefined;
  const released = new Promise<void>((done) => (release = done));
  await page.route(what, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

test('while the presets come, the page says so', async ({ page }) => {
  const release = await holdBack(page, /presets\/.*\.json/);
  await page.goto('./');
  await expect(page.getByRole('main').getByRole('status')).toHaveText(/^Fetching the presets/);
  release();
  await expect(page.getByRole('region', { name: 'Headline figures' })).toBeVisible();
});

test('while a view, an explanation or the commands come, the page says which', async ({ page }) => {
  const release = await holdBack(page, /assets\/(layers|how-panel|palette)[^/]*\.js/);
  await open(page, '#tab=layers');
  await expect(page.getByRole('tabpanel').getByRole('status')).toHaveText('Loading the view Layers…');
  await page.getByRole('button', { name: /^Batch time/ }).click();
  await expect(page.getByText('Loading the explanation…')).toBeVisible();
  release();
  await expect(page.getByRole('figure', { name: /^Forward: / })).toBeVisible();
  await expect(page.locator('[data-how-panel]')).toBeVisible();
});

test('reduced motion: nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  for (const name of ['Layers', 'Search', 'Studies', 'Compare', 'Overview']) {
    await page.getByRole('tab', { name }).click();
    const moving = await page.evaluate(() => {
      const styles = [...document.querySelectorAll('*')].map((each) => getComputedStyle(each));
      const lasts = (times: string): boolean => times.split(',').some((time) => Number.parseFloat(time) > 0);
      return styles.filter(
        (each) => lasts(each.animationDuration) || lasts(each.transitionDuration) || each.scrollBehavior === 'smooth',
      ).length;
    });
    expect(moving, name).toBe(0);
  }
});

for (const [width, height] of [
  [390, 844],
  [640, 400],
] as const) {
  test(`${width}×${height}: what opens over the page is within it, and closes`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    const expectWithin = async (name: RegExp | string): Promise<void> => {
      const dialog = page.getByRole('dialog', { name }).or(page.getByRole('menu', { name })).first();
      await expect(dialog).toBeVisible();
      const box = await dialog.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    };
    await page.keyboard.press('Control+k');
    await expectWithin('Commands');
    await page.keyboard.press('?');
    await expectWithin(/shortcuts/i);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expectWithin(/save/i);
    await page.getByRole('button', { name: 'Inputs', exact: true }).click();
    await page.getByRole('button', { name: /^Hardware preset: / }).click();
    await expectWithin(/^Choose a hardware/);
    await page
      .getByRole('button', { name: /^About / })
      .first()
      .click();
    await expectWithin(/^About /);
  });
}
