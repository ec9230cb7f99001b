import { expect, test } from './fixtures.js';
import { open } from './screen.js';

interface Icon {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose: string;
}

interface Manifest {
  readonly [name: string]: unknown;
  readonly icons: readonly Icon[];
}

test('the manifest has all that installing asks for, and its icons are what it says', async ({ page }) => {
  await open(page);
  const address = await page.locator('link[rel="manifest"]').evaluate((link: HTMLLinkElement) => link.href);
  const manifest = (await (await page.request.get(address)).json()) as Manifest;
  const { icons, ...rest } = manifest;
  expect(rest).toMatchObject({
    id: './',
    name: 'Calculon Explorer',
    short_name: 'Calculon',
    start_url: './',
    scope: './',
    display: 'standalone',
  });
  for (const name of ['description', 'background_color', 'theme_color']) expect(String(rest[name])).toMatch(/\S/);
  const has = (sizes: string, purpose: string): boolean =>
    icons.some((icon) => icon.sizes === sizes && icon.purpose === purpose);
  for (const sizes of ['192x192', '512x512'])
    for (const purpose of ['any', 'maskable']) expect(has(sizes, purpose), `${sizes} ${purpose}`).toBe(true);
  for (const { src, sizes, type } of icons) {
    const icon = new URL(src, address).href;
    const answer = await page.request.get(icon);
    expect(answer.headers()['content-type']).toContain(type);
    if (sizes === 'any') continue;
    const real = await page.evaluate(async (url) => {
      const image = await createImageBitmap(await (await fetch(url)).blob());
      return `${image.width}x${image.height}`;
    }, icon);
    expect(real, src).toBe(sizes);
  }
});

test('all that page and manifest refer to is kept for use without a network', async ({ page }) => {
  await open(page);
  const missing = await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')?.href ?? '';
    const { icons, start_url: start } = (await (await fetch(manifest)).json()) as {
      icons: readonly { src: string }[];
      start_url: string;
    };
    const linked = [...document.querySelectorAll<HTMLElement>('link[href], script[src]')].map(
      (each) => each.getAttribute('href') ?? each.getAttribute('src') ?? '',
    );
    const asked = [...linked, 'index.html', ...icons.map(({ src }) => src)].map(
      (each) => new URL(each, location.href).href,
    );
    const kept = await Promise.all(asked.map((each) => caches.match(each, { ignoreVary: true })));
    const startsHere = new URL(start, manifest).href === new URL('./', location.href).href;
    return startsHere ? asked.filter((_, at) => kept[at] === undefined) : ['start_url'];
  });
  expect(missing).toEqual([]);
});

test('the frame of the installed page has the colour of its header, in either scheme', async ({ page }) => {
  await open(page);
  const colours = (): Promise<readonly (string | null)[]> =>
    page.locator('meta[name="theme-color"]').evaluateAll((all) => all.map((each) => each.getAttribute('content')));
  expect(await colours()).toEqual(['#ffffff', '#ffffff'].map(() => expect.stringMatching(/^#fff(fff)?$/)));
  await page.getByRole('button', { name: 'Use the dark scheme' }).click();
  expect(await colours()).toEqual(['#171b1f', '#171b1f']);
});
