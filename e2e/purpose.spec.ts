import { expect, test } from './fixtures.js';
import {
  choosePreset,
  designOf,
  dragSlider,
  expectCoreNumbers,
  headlineFigure,
  numberBox,
  open,
  presets,
  slider,
  typeValue,
} from './screen.js';

test.describe('GPT-3 175B on an A100 cluster, more HBM bandwidth', () => {
  test('by mouse: pick, drag, see every number follow', async ({ page }) => {
    await open(page, '#model=megatron-22b&system=h100-80g-nvl8&strategy=table2-22b-full');
    await choosePreset(page, 'Model', 'GPT-3 175B');
    await choosePreset(page, 'Hardware', 'A100 80 GiB');
    await choosePreset(page, 'Strategy', 'Fig. 3: GPT-3 175B on 4,096 A100');
    await expect(headlineFigure(page, 'Batch time')).toContainText('16.7');
    await expectCoreNumbers(page);

    const before = await headlineFigure(page, 'Batch time').textContent();
    await dragSlider(page, 'HBM bandwidth', 0.9);
    await expect(headlineFigure(page, 'Batch time')).not.toHaveText(before ?? '');
    await expectCoreNumbers(page);
    expect(designOf(page).system.mem1.GBps).toBeGreaterThan(4000);
  });

  test('by keyboard: arrows, page keys, a typed value with its unit', async ({ page }) => {
    await open(page);
    const bandwidth = slider(page, 'HBM bandwidth');
    const preset = presetBandwidth();
    await bandwidth.focus();
    await page.keyboard.press('ArrowRight');
    await expectCoreNumbers(page);
    await expect.poll(() => designOf(page).system.mem1.GBps).toBeGreaterThan(preset);
    const oneStep = designOf(page).system.mem1.GBps;
    await page.keyboard.press('PageUp');
    await expect.poll(() => designOf(page).system.mem1.GBps).toBeGreaterThan(oneStep * 1.05);
    await expectCoreNumbers(page);

    await typeValue(page, 'HBM bandwidth', '4.8T');
    await expect.poll(() => designOf(page).system.mem1.GBps).toBe(4800);
    await expect(numberBox(page, 'HBM bandwidth')).toHaveValue('4,800');
    await expectCoreNumbers(page);
  });

  test('the whole way without a mouse', async ({ page }) => {
    await open(page, '#model=megatron-22b&strategy=table2-22b-full');
    await page.getByRole('button', { name: /^Model preset: / }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Search model presets' })).toBeFocused();
    await page.keyboard.type('175B');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Model preset: GPT-3 175B' })).toBeVisible();
    await expectCoreNumbers(page);
    // and the views, by the arrows of the tab list
    await page.getByRole('tab', { name: 'Overview' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'Layers' })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('table', { name: /^Operations of one block/ })).toBeVisible();
  });
});

/** HBM bandwidth of the design the page opens with. */
function presetBandwidth(): number {
  const a100 = presets.systems.find((preset) => preset.id === 'a100-80g');
  return a100?.value.mem1.GBps ?? Number.NaN;
}
