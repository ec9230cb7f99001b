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
