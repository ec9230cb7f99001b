import type { Locator, Page } from '@playwright/test';
import { QUANTITIES } from '../src/core/quantities/registry.js';
import { expectAccessible } from './axe.js';
import { expect, test } from './fixtures.js';
import { designOf, numberBox, open, presets } from './screen.js';

const box = (page: Page): Locator => page.getByRole('combobox', { name: /^Find a command/ });
const options = (page: Page): Locator => page.getByRole('listbox', { name: 'Found' }).getByRole('option');

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
}

async function find(page: Page, query: string): Promise<void> {
  await openPalette(page);
  await box(page).fill(query);
}

/** Runs the first entry that is found. */
async function run(page: Page, query: string): Promise<void> {
  await find(page, query);
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(box(page)).toBeHidden();
}

test('reaches views, studies, presets, inputs and numbers', async ({ page }) => {
  await open(page);
  await run(page, 'communication');
  await expect(page.getByRole('tab', { name: 'Communication' })).toHaveAttribute('aria-selected', 'true');
  await run(page, 'fixed budget');
  await expect(page.getByRole('heading', { name: 'Fixed budget', level: 2 })).toBeVisible();
  await run(page, 'h100 80');
  await expect.poll(() => designOf(page).system.mem1.GBps).not.toBe(2048);
  await page.keyboard.press('Control+z');
  await expect.poll(() => designOf(page).system.mem1.GBps).toBe(2048);
  await run(page, 'hbm bandwidth');
  await expect(numberBox(page, 'HBM bandwidth')).toBeFocused();
  await page.keyboard.press('Escape');
  await run(page, 'mfu');
  await expect(page.locator('[data-how-panel]')).toContainText('MFU');
});

test('goes to every input there is', async ({ page }) => {
  test.slow();
  await open(page);
  await openPalette(page);
  const { model, system, strategy } = designOf(page);
  const count =
    Object.keys(model).length + Object.keys(strategy).length + system.networks.length + Object.keys(system).length;
  await page.keyboard.press('Escape');
  await page.evaluate(() => window.dispatchEvent(new Event('unfold-all')));
  const fields = await page
    .getByRole('region', { name: 'Inputs' })
    .locator('[data-field]')
    .evaluateAll((rows: HTMLElement[]) => rows.map((row) => row.dataset['field'] ?? ''));
  expect(fields.length).toBeGreaterThan(count);
  for (const field of fields) {
    const [part, path] = field.split(' ') as [string, string];
    const focused = await page.evaluate(
      ([of, at]) => {
        window.dispatchEvent(new CustomEvent('focus-field', { detail: { part: of, path: at } }));
        return document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? null;
      },
      [part, path] as const,
    );
    expect(focused).toBe(field);
  }
});

test('sets an input to what is typed behind its name, by the rules of its field', async ({ page }) => {
  await open(page);
  await run(page, 'tp 16');
  await expect.poll(() => designOf(page).strategy.tensor_par).toBe(16);
  const { num_procs: all, tensor_par: t, pipeline_par: p, data_par: d } = designOf(page).strategy;
  expect(t * p * d).toBe(all);
  await page.keyboard.press('Control+z');
  await expect.poll(() => designOf(page).strategy.tensor_par).toBe(8);

  await run(page, 'hbm 120 GB');
  await expect.poll(() => designOf(page).system.mem1.GiB).toBe(120e9 / 2 ** 30);
  await run(page, 'recompute full');
  await expect.poll(() => designOf(page).strategy.activation_recompute).toBe('full');

  await find(page, 'tp 7');
  await expect(options(page).first()).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByRole('status').filter({ hasText: 't · p · d has to be 4,096' })).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(box(page)).toBeVisible();
  await box(page).fill('hidden 0');
  await expect(options(page).first()).toContainText('0 is too small. Allowed: a whole number, at least 1');
});

test.describe('what is typed right behind its keys', () => {
  /** Keeps the palette on its way until told. */
  async function holdPalette(page: Page): Promise<() => void> {
    // a service worker would fetch in the page's place
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
    let release = (): void => undefined;
    const released = new Promise<void>((done) => (release = done));
    await page.route(/assets\/palette[^/]*\.js/, async (route) => {
      await released;
      await route.continue();
    });
    return () => release();
  }
  const coming = (page: Page): Locator => page.getByText('Loading the commands…');

  test('is in its box, however long that takes to come, and is no shortcut', async ({ page }) => {
    const release = await holdPalette(page);
    await open(page);
    const scheme = await page.locator('html').getAttribute('data-color-scheme');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('gsdb');
    await expect(coming(page)).toBeAttached();
    for (let letter = 0; letter < 4; letter += 1) await page.keyboard.press('Backspace');
    await page.keyboard.type('tp ');
    release();
    await page.keyboard.type('4');
    await expect(box(page)).toBeFocused();
    await expect(box(page)).toHaveValue('tp 4');
    await expect(page.getByRole('tab', { name: 'Overview' })).toHaveAttribute('aria-selected', 'true');
    expect(await page.locator('html').getAttribute('data-color-scheme')).toBe(scheme);
    await page.keyboard.press('Enter');
    await expect.poll(() => designOf(page).strategy.tensor_par).toBe(4);
    // and when it is there already
    await page.keyboard.press('Control+k');
    await page.keyboard.type('recompute none');
    await expect(box(page)).toHaveValue('recompute none');
    await page.keyboard.press('Enter');
    await expect.poll(() => designOf(page).strategy.activation_recompute).toBe('none');
  });

  test('goes nowhere after Escape: the page has its keys and its focus again', async ({ page }) => {
    const release = await holdPalette(page);
    await open(page);
    const start = page.getByRole('tab', { name: 'Overview' });
    await start.focus();
    await page.keyboard.press('Control+k');
    await expect(coming(page)).toBeAttached();
    await page.keyboard.type('tp');
    await page.keyboard.press('Escape');
    await expect(coming(page)).toHaveCount(0);
    release();
    await expect(start).toBeFocused();
    await page.keyboard.type('gl');
    await expect(page.getByRole('tab', { name: 'Layers' })).toHaveAttribute('aria-selected', 'true');
    await openPalette(page);
    await expect(box(page)).toHaveValue('');
  });
});

test('is a combobox over a listbox, and hands the focus back', async ({ page }) => {
  await open(page);
  const start = page.getByRole('tab', { name: 'Overview' });
  await start.focus();
  await find(page, 'save');
  const list = await box(page).getAttribute('aria-controls');
  await expect(page.locator(`[id="${list}"]`)).toHaveRole('listbox');
  for (const index of [0, 1, 2]) {
    const option = options(page).nth(index);
    await expect(option).toHaveAttribute('aria-selected', 'true');
    expect(await box(page).getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
    await page.keyboard.press('ArrowDown');
  }
  await expect(page.getByRole('status').filter({ hasText: /^\d+ found$/ })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Actions' })).toBeVisible();
  await expect(options(page).first().locator('mark')).toHaveText('Save');
  await box(page).fill('qqqqqq');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing found' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(start).toBeFocused();
  await page.getByRole('button', { name: 'Commands' }).click();
  await expect(box(page)).toBeFocused();
  await page.mouse.click(20, 780);
  await expect(box(page)).toBeHidden();
});

test('has what was done last at the top', async ({ page }) => {
  await open(page);
  await run(page, 'layers');
  await run(page, 'pin this');
  await page.reload();
  await expect(page.getByRole('region', { name: 'Headline figures' })).toBeVisible();
  await openPalette(page);
  const recent = page.getByRole('group', { name: 'Recent' }).getByRole('option');
  await expect(recent).toHaveCount(2);
  await expect(recent.nth(1)).toContainText('Layers');
});

test('has every preset and every number under its name', async ({ page }) => {
  test.slow();
  await open(page);
  await openPalette(page);
  const names = [...presets.models, ...presets.systems, ...presets.strategies].map(({ name }) => name);
  for (const name of [...names, ...QUANTITIES.map(({ label }) => label)]) {
    await box(page).fill(name);
    await expect(options(page).getByText(name, { exact: true }).first()).toBeAttached();
  }
});

test.describe('the keyboard', () => {
  test('switches views by letters, and not while something is typed', async ({ page }) => {
    await open(page);
    for (const [keys, name] of [
      ['gl', 'Layers'],
      ['gs', 'Search'],
      ['gm', 'Compare'],
      ['go', 'Overview'],
    ] as const) {
      for (const key of keys) await page.keyboard.press(key);
      await expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
    }
    const typed = numberBox(page, 'HBM bandwidth');
    await typed.click();
    await page.keyboard.type('gl?/');
    await expect(typed).toHaveValue(/gl\?\/$/);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tab', { name: 'Overview' })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('lists its own shortcuts', async ({ page }) => {
    await open(page);
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(help).toBeVisible();
    for (const text of ['Undo', 'Redo', 'Layers', 'Everything that can be done'])
      await expect(help).toContainText(text);
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
    // the page behind it did not listen
    await expect(page.getByRole('tab', { name: 'Overview' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('/');
    await expect(box(page)).toBeFocused();
  });
});

test.describe('in both schemes', () => {
  test('palette and shortcuts: no accessibility violations', async ({ page }) => {
    await open(page);
    await find(page, 'tp 7');
    await expect(options(page).first()).toBeVisible();
    await expectAccessible(page);
    await box(page).fill('memory');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await expectAccessible(page);
  });
});
