import { expect, test } from './fixtures.js';
import { expectCoreNumbers, open, typeValue } from './screen.js';

test('after the first load everything works without a network', async ({ page, context }) => {
  await open(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
  });
  await context.setOffline(true);
  await page.reload();
  await typeValue(page, 'HBM bandwidth', '3000');
  await expectCoreNumbers(page);
  // views that the first load had no reason to fetch
  await page.getByRole('tab', { name: 'Layers' }).click();
  await expect(page.getByRole('table', { name: /^Operations of one block/ })).toBeVisible();
  await page.getByRole('tab', { name: 'Communication' }).click();
  await expect(page.getByRole('table', { name: /^Link and exposed time/ })).toBeVisible();
  await context.setOffline(false);
});
