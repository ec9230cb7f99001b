import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { designOf, headlineFigure, numberBox, open, typeValue } from './screen.js';

// what breaks is put into the files on their way to the page, which a service worker would keep from the test
test.use({ serviceWorkers: 'block' });

/** An element of the page as React is asked for it. */
interface Asked {
  readonly type: unknown;
  readonly props: Readonly<Record<string, unknown>>;
}

/** What each region asks React for when it is drawn; that one prop is this is enough to know it by. */
const REGIONS: readonly {
  /** As the message names it. */
  readonly name: string;
  readonly prop: readonly [string, unknown];
  readonly show: (page: Page) => Promise<void>;
}[] = [
  { name: 'The header', prop: ['aria-label', 'Design'], show: pin },
  { name: 'The model', prop: ['title', 'Model'], show: otherModel },
  { name: 'The hardware', prop: ['title', 'Hardware'], show: pressUndo },
  { name: 'The strategy', prop: ['title', 'Strategy'], show: pressUndo },
  { name: 'The headline', prop: ['aria-label', 'Headline figures'], show: pressUndo },
  { name: 'The list of limits', prop: ['aria-label', 'Limits'], show: pressUndo },
  { name: 'Overview', prop: ['caption', 'The eleven parts of the batch time'], show: tab('Overview') },
  { name: 'Layers', prop: ['aria-label', 'Operations of one block'], show: tab('Layers') },
  { name: 'Communication', prop: ['caption', 'Link and exposed time by kind of traffic'], show: tab('Communication') },
  { name: 'Search', prop: ['aria-label', 'What to search'], show: tab('Search') },
  { name: 'Studies', prop: ['aria-label', 'Studies'], show: tab('Studies') },
  { name: 'Compare', prop: ['aria-label', 'Designs compared'], show: tab('Compare') },
  {
    name: 'The explanation',
    prop: ['data-how-panel', true],
    show: (page) => headlineFigure(page, 'Sample rate').click(),
  },
  {
    name: 'The list of saved designs',
    prop: ['aria-label', 'Saved designs'],
    show: (page) => page.keyboard.press('ControlOrMeta+Shift+S'),
  },
];

function tab(name: string) {
  return async (page: Page): Promise<void> => {
    await page.getByRole('tab', { name: name === 'Overview' ? 'Layers' : 'Overview' }).click();
    await page.getByRole('tab', { name }).click();
  };
}
async function pin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pin this design' }).click();
}
async function otherModel(page: Page): Promise<void> {
  await typeValue(page, 'Blocks', '120');
}
async function pressUndo(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Z');
}

/** A page whose regions break while `window.broken` names a prop of theirs. */
async function breakable(page: Page): Promise<void> {
  await page.route('**/assets/jsx-runtime-*.js', async (route) => {
    const answer = await route.fetch();
    const text = (await answer.text()).replace(
      /(\w+)\.jsx=(\w+),\1\.jsxs=\2/,
      '$1.jsx=$1.jsxs=(type,props,key)=>{if(window.breaks?.({type,props}))throw new Error("planted fault");return $2(type,props,key)}',
    );
    expect(text).toContain('planted fault');
    await route.fulfill({ response: answer, body: text });
  });
}
const breakAt = (page: Page, prop: readonly [string, unknown] | null): Promise<void> =>
  page.evaluate((wanted) => {
    const breaks = ({ props }: Asked): boolean => wanted !== null && props[wanted[0]] === wanted[1];
    Object.assign(window, { breaks });
  }, prop);

for (const { name, prop, show } of REGIONS) {
  test(`${name} breaks: the inputs stay, there is a report, and it comes back`, async ({ context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    // not the fixture’s page: the fault is told in the console
    const page = await context.newPage();
    await breakable(page);
    await open(page);
    await typeValue(page, 'HBM bandwidth', '3000');
    await typeValue(page, 'HBM bandwidth', '3500');
    await breakAt(page, prop);
    await show(page);
    const alert = page.getByRole('alert').filter({ hasText: `${name} cannot be shown.` });
    await expect(alert).toContainText('planted fault');

    await alert.getByRole('button', { name: 'Copy the report' }).click();
    await expect(alert.getByRole('button', { name: 'Copied' })).toBeVisible();
    const report = await page.evaluate(() => navigator.clipboard.readText());
    expect(report).toContain(`Calculon Explorer: ${name} broke`);
    expect(report).toContain('planted fault');
    expect(report).toContain('#v=1&model=');

    // the inputs are there, and so is everything else
    const [label, path, typed] =
      name === 'The hardware' ? (['Blocks', 'num_blocks', 128] as const) : (['HBM bandwidth', 'GBps', 4000] as const);
    await typeValue(page, label, String(typed));
    await expect(alert).toContainText('planted fault');
    await expect(page).toHaveURL(new RegExp(`${path}=${typed}`));
    await breakAt(page, null);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(alert).toHaveCount(0);
    await expect(page.getByText('cannot be shown')).toHaveCount(0);
    await expect(headlineFigure(page, 'Batch time')).toHaveText(/\d/);
    await expect(numberBox(page, label)).toHaveValue(typed.toLocaleString('en'));
    expect(JSON.stringify(designOf(page))).toContain(`"${path}":${typed}`);
  });
}

test('another design is another try by itself', async ({ context }) => {
  const page = await context.newPage();
  await breakable(page);
  await open(page);
  await breakAt(page, ['aria-label', 'Operations of one block']);
  await page.getByRole('tab', { name: 'Layers' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'Layers cannot be shown.' });
  await expect(alert).toBeVisible();
  await breakAt(page, null);
  await typeValue(page, 'HBM bandwidth', '3000');
  await expect(alert).toHaveCount(0);
  await expect(page.getByRole('table', { name: /^Operations of one block/ })).toBeVisible();
});

const CHUNKS: readonly (readonly [name: string, chunk: string, show: (page: Page) => Promise<void>])[] = [
  ['Layers', 'layers', tab('Layers')],
  ['Communication', 'communication', tab('Communication')],
  ['Search', 'search', tab('Search')],
  ['Studies', 'studies', tab('Studies')],
  ['Compare', 'compare', tab('Compare')],
  ['The explanation', 'how-panel', (page) => headlineFigure(page, 'Sample rate').click()],
  ['The list of saved designs', 'library-panel', (page) => page.keyboard.press('ControlOrMeta+Shift+S')],
];

for (const [name, chunk, show] of CHUNKS) {
  for (const kind of ['js', 'css'] as const) {
    test(`the ${kind} of ${name} does not arrive: said, and fetched by another try`, async ({ context }) => {
      const page = await context.newPage();
      const files = new RegExp(`/assets/${chunk}-[^/]*\\.${kind}`);
      let asked = 0;
      await page.route(files, (route) => {
        asked += 1;
        return route.abort();
      });
      await open(page);
      await show(page);
      const alert = page.getByRole('alert').filter({ hasText: `${name} cannot be shown.` });
      await expect(alert).toBeVisible();
      expect(asked).toBeGreaterThan(0);
      await typeValue(page, 'HBM bandwidth', '3000');
      await expect(page).toHaveURL(/mem1\.GBps=3000/);
      await page.unroute(files);
      await alert.getByRole('button', { name: 'Try again' }).click();
      await expect(alert).toHaveCount(0);
      await expect(page.getByText('cannot be shown')).toHaveCount(0);
      await expect(numberBox(page, 'HBM bandwidth')).toHaveValue('3,000');
    });
  }
}
