import { expect, test } from './fixtures.js';
import { dragSlider, expectCoreNumbers, open, typeValue } from './screen.js';

/** Keeps the page's workers within reach, so that a test can do to them what a browser short of memory does. */
function keepWorkers(): void {
  const started: Worker[] = [];
  const Original = window.Worker;
  window.Worker = class extends Original {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      started.push(this);
    }
  };
  Object.assign(window, { startedWorkers: started });
}

function killWorkers(how: 'silently' | 'with an error'): number {
  const { startedWorkers } = window as unknown as { startedWorkers: Worker[] };
  // a copy: the page may start another while it hears of the first one's death
  const running = [...startedWorkers];
  for (const worker of running) {
    worker.terminate();
    if (how === 'with an error') worker.dispatchEvent(new ErrorEvent('error', { message: 'killed' }));
  }
  return running.length;
}

for (const how of ['with an error', 'silently'] as const) {
  test(`a worker killed ${how} is replaced, and the numbers go on`, async ({ page }) => {
    await page.addInitScript(keepWorkers);
    await open(page);
    await expectCoreNumbers(page);
    expect(await page.evaluate(killWorkers, how)).toBe(1);
    await dragSlider(page, 'HBM bandwidth', 0.8);
    await expectCoreNumbers(page);
    await typeValue(page, 'HBM bandwidth', '2500');
    await expectCoreNumbers(page);
  });
}

test('a model that stops for good says so, and Retry brings it back', async ({ page }) => {
  await page.addInitScript(keepWorkers);
  await open(page);
  await expectCoreNumbers(page);
  // from now on every worker fails as soon as it is there
  await page.evaluate(() => {
    const Original = window.Worker;
    Object.assign(window, { OriginalWorker: Original });
    window.Worker = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.terminate();
        setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' })));
      }
    };
  });
  await page.evaluate(killWorkers, 'with an error' as const);
  const limits = page.getByRole('alert', { name: 'Limits' });
  await expect(limits).toContainText('The model stopped; change an input or press Retry.');
  await typeValue(page, 'HBM bandwidth', '2500');
  await expect(limits).toContainText('The model stopped');
  await page.evaluate(() => {
    window.Worker = (window as unknown as { OriginalWorker: typeof Worker }).OriginalWorker;
  });
  await limits.getByRole('button', { name: 'Retry' }).click();
  await expectCoreNumbers(page);
  await expect(limits).toBeHidden();
});

test('a worker killed in the middle of a drag', async ({ page }) => {
  await page.addInitScript(keepWorkers);
  await open(page);
  const drag = dragSlider(page, 'HBM bandwidth', 0.8);
  await page.evaluate(killWorkers, 'with an error' as const);
  await drag;
  await expectCoreNumbers(page);
});
