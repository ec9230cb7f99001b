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

interface Region {
  /** As the message names it. */
  readonly name: string;
  /** Something that it, and nothing else, is drawn with. */
  readonly prop: readonly [string, unknown];
  /** Has it drawn. */
  readonly show: (page: Page) => Promise<void>;
}

const REGIONS: Readonly<Record<string, readonly Region[]>> = {
  'header and results': [
    { name: 'The header', prop: ['aria-label', 'Design'], show: press('Reset all') },
    { name: 'The headline', prop: ['aria-label', 'Headline figures'], show: type('HBM bandwidth', '3100') },
    { name: 'The list of limits', prop: ['aria-label', 'Limits'], show: type('HBM capacity', '10') },
  ],
  panels: [
    { name: 'The model', prop: ['label', 'Model'], show: type('Blocks', '120') },
    { name: 'The hardware', prop: ['label', 'Hardware'], show: type('HBM bandwidth', '3100') },
    { name: 'The strategy', prop: ['label', 'Processors'], show: type('Blocks', '112') },
  ],
  views: [
    { name: 'Overview', prop: ['caption', 'The eleven parts of the batch time'], show: tab('Overview') },
    { name: 'Layers', prop: ['aria-label', 'Operations of one block'], show: tab('Layers') },
    {
      name: 'Communication',
      prop: ['caption', 'Link and exposed time by kind of traffic'],
      show: tab('Communication'),
    },
    { name: 'Search', prop: ['aria-label', 'What to search'], show: tab('Search') },
    { name: 'Studies', prop: ['aria-label', 'Studies'], show: tab('Studies') },
    { name: 'Compare', prop: ['aria-label', 'Designs compared'], show: tab('Compare') },
  ],
  'what opens over them': [
    { name: 'The explanation', prop: ['data-how-panel', true], show: askHow },
    { name: 'The list of saved designs', prop: ['aria-label', 'Saved designs'], show: saveAs },
  ],
};

function press(name: string) {
  return (page: Page): Promise<void> => page.getByRole('button', { name, exact: true }).first().click();
}
function type(field: string, text: string) {
  return (page: Page): Promise<void> => typeValue(page, field, text);
}
function tab(name: string) {
  return async (page: Page): Promise<void> => {
    await page.getByRole('tab', { name: name === 'Overview' ? 'Layers' : 'Overview' }).click();
    await page.getByRole('tab', { name }).click();
  };
}
function askHow(page: Page): Promise<void> {
  return headlineFigure(page, 'Batch time').click();
}
function saveAs(page: Page): Promise<void> {
  return page.keyboard.press('ControlOrMeta+Shift+S');
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

/** Breaks a region, reads what it says, changes an input meanwhile, and has it come back. */
async function expectRecovery(page: Page, { name, prop, show }: Region, speed: number): Promise<void> {
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
  const [label, path] = name === 'The hardware' ? ['Blocks', 'num_blocks'] : ['HBM bandwidth', 'GBps'];
  await typeValue(page, label, String(speed));
  await expect(page).toHaveURL(new RegExp(`${path}=${speed}`));
  await expect(alert).toContainText('planted fault');
  await breakAt(page, null);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('cannot be shown')).toHaveCount(0);
  await expect(headlineFigure(page, 'Batch time')).toBeVisible();
  await expect(numberBox(page, label)).toHaveValue(speed.toLocaleString('en'));
  expect(JSON.stringify(designOf(page))).toContain(`"${path}":${speed}`);
}

for (const [where, regions] of Object.entries(REGIONS)) {
  test(`${where}: what breaks leaves the inputs alone, has a report, and comes back`, async ({ context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    // not the fixture’s page: the fault is told in the console
    const page = await context.newPage();
    await breakable(page);
    await open(page);
    await typeValue(page, 'HBM bandwidth', '3000');
    for (const [index, region] of regions.entries())
      await test.step(region.name, () => expectRecovery(page, region, 1001 + index));
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
  ['The explanation', 'how-panel', askHow],
  ['The list of saved designs', 'library-panel', saveAs],
];

for (const kind of ['js', 'css'] as const) {
  test(`${kind} that does not arrive: said, and fetched by another try`, async ({ context }) => {
    const page = await context.newPage();
    const files = new RegExp(`/assets/(${CHUNKS.map(([, chunk]) => chunk).join('|')})-[^/]*\\.${kind}`);
    // one at a time: the others are asked for beforehand, while nothing else is to do
    const there = new Set<string>();
    await page.route(files, (route, request) =>
      [...there].some((chunk) => request.url().includes(`/${chunk}-`)) ? route.continue() : route.abort(),
    );
    await open(page);
    for (const [index, [name, chunk, show]] of CHUNKS.entries()) {
      await show(page);
      const alert = page.getByRole('alert').filter({ hasText: `${name} cannot be shown.` });
      await expect(alert).toBeVisible();
      await typeValue(page, 'HBM bandwidth', String(3000 + index));
      await expect(page).toHaveURL(new RegExp(`mem1\\.GBps=${3000 + index}`));
      there.add(chunk);
      await alert.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByText('cannot be shown')).toHaveCount(0);
      await expect(numberBox(page, 'HBM bandwidth')).toHaveValue((3000 + index).toLocaleString('en'));
      // with its looks: the sheet is there, and was applied
      const sheets = await page.evaluate(() => [...document.styleSheets].map(({ href }) => href ?? ''));
      expect(sheets.some((href) => href.includes(`/${chunk}-`))).toBe(true);
    }
  });
}
