import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { headlineFigure, open } from './screen.js';

const card = (page: Page, title: string): Locator => page.getByRole('dialog', { name: title });
const TITLES = [
  'Start with the inputs',
  'The answer follows',
  'Where time and memory go',
  'Find the best strategy',
  'Keep it and share it',
] as const;
const FIRST = TITLES[0];

test.describe('the first visit', () => {
  test.use({ firstVisit: true });

  test('is shown around in five steps, by buttons and arrow keys, and never again', async ({ page }) => {
    await open(page);
    await expect(card(page, FIRST)).toBeFocused();
    const before = await page.getByRole('main').boundingBox();
    for (const title of TITLES.slice(1, 4)) {
      await page.keyboard.press('ArrowRight');
      await expect(card(page, title)).toBeVisible();
    }
    await page.keyboard.press('ArrowLeft');
    await expect(card(page, TITLES[2])).toBeVisible();
    for (const title of TITLES.slice(3)) {
      await page.getByRole('button', { name: 'Next' }).click();
      await expect(card(page, title)).toBeVisible();
    }
    expect(await page.getByRole('main').boundingBox()).toEqual(before);
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.reload();
    await expect(headlineFigure(page, 'Batch time')).toHaveText(/\d/);
    await page.waitForTimeout(500);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('can skip it by Escape or by its button, and use the page meanwhile', async ({ page }) => {
    await open(page);
    await expect(card(page, FIRST)).toBeVisible();
    await page.getByRole('tab', { name: 'Layers' }).click();
    await expect(page.getByRole('tab', { name: 'Layers' })).toHaveAttribute('aria-selected', 'true');
    await expect(card(page, FIRST)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Take the tour' }).click();
    await expect(card(page, FIRST)).toBeVisible();
    await page.getByRole('button', { name: 'Skip the tour' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('goes on, with the focus, when the palette that was opened over it is closed', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Next' }).click();
    await card(page, TITLES[1]).focus();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: /^Find/ })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(card(page, TITLES[1])).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.reload();
    await expect(headlineFigure(page, 'Batch time')).toHaveText(/\d/);
    await page.waitForTimeout(500);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('by a link is no first visit: what it shows comes first', async ({ page }) => {
    await open(page, '#mem1.GBps=3000');
    await page.waitForTimeout(800);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('on a narrow screen has the card at the foot', async ({ page }) => {
    await page.setViewportSize({ width: 640, height: 800 });
    await open(page);
    for (const title of TITLES) {
      await expect(card(page, title)).toBeInViewport({ ratio: 1 });
      const place = await card(page, title).boundingBox();
      expect(Math.round(place?.width ?? 0)).toBe(624);
      await page.getByRole('button', { name: /^(Next|Done)$/ }).click();
    }
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  });

  test.describe('in both schemes', () => {
    test('no accessibility violations', async ({ page }) => {
      await open(page);
      await expect(card(page, FIRST)).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Next' }).click();
      await expectAccessible(page);
    });
  });
});

test('each step rings what it speaks of', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Find/ }).fill('tour');
  await page.keyboard.press('Enter');
  for (const region of ['inputs', 'headline', 'view', 'optimise', 'share']) {
    await expect(async () => {
      const inside = await page.evaluate((name) => {
        const ring = document.querySelector('[class*="ring"]')?.getBoundingClientRect();
        return [...document.querySelectorAll(`[data-tour="${name}"]`)].every((each) => {
          const box = each.getBoundingClientRect();
          return (
            ring !== undefined && box.left >= ring.left - 1 && box.right <= ring.right + 1 && box.top >= ring.top - 1
          );
        });
      }, region);
      expect(inside).toBe(true);
    }).toPass({ timeout: 3000 });
    await page.getByRole('button', { name: /^(Next|Done)$/ }).click();
  }
});
