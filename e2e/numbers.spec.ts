import { expect, test } from './fixtures.js';
import { expectCoreNumbers, expectLayerNumbers, expectTrafficNumbers, open } from './screen.js';

const DESIGNS = {
  'full recompute': '#model=gpt3-175b&system=a100-80g&strategy=fig3',
  'sequence parallel, selective recompute': '#model=megatron-22b&system=a100-80g&strategy=table2-22b-seqsel',
} as const;

for (const [name, hash] of Object.entries(DESIGNS)) {
  test(`every view shows the numbers of the core: ${name}`, async ({ page }) => {
    await open(page, hash);
    await expectCoreNumbers(page);
    await page.getByRole('tab', { name: 'Layers' }).click();
    await expectLayerNumbers(page);
    await page.getByRole('tab', { name: 'Communication' }).click();
    await expectTrafficNumbers(page);
    await expect(page.getByRole('tab', { name: 'Communication' })).toHaveAttribute('aria-selected', 'true');
  });
}

test('no bandwidth, nor what is missing of it, is cut off', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, '#tensor_par_overlap=ring&data_par_overlap=true&weight_offload=true&optimizer_offload=true');
  await page.getByRole('tab', { name: 'Communication' }).click();
  const cells = page.getByRole('table', { name: 'Bandwidth needed and there' }).locator('th, td');
  await expect(cells.filter({ hasText: 'missing (needs' })).not.toHaveCount(0);
  const cut = await cells.evaluateAll((all) =>
    all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent),
  );
  expect(cut).toEqual([]);
});
