import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

/** What a page does that no page may do: errors in the console, and requests to anywhere but its own origin. */
export interface Watch {
  readonly errors: string[];
  readonly outside: string[];
}

/** Starts to watch a page; pages of other contexts than the test's own have to be watched by hand. */
export function watch(page: Page, origin: string): Watch {
  const watched: Watch = { errors: [], outside: [] };
  page.on('console', (message) => {
    if (message.type() === 'error') watched.errors.push(message.text());
  });
  page.on('pageerror', (error) => watched.errors.push(String(error)));
  page.context().on('request', (request) => {
    const url = new URL(request.url());
    const isLocal = ['blob:', 'data:'].includes(url.protocol) || url.origin === origin;
    if (!isLocal) watched.outside.push(request.url());
  });
  return watched;
}

export function expectClean({ errors, outside }: Watch): void {
  expect(errors, 'errors in the console').toEqual([]);
  expect(outside, 'requests that leave the origin').toEqual([]);
}

/** The tour was seen before: it does not come over the pages of this context. For contexts other than the test's own. */
export async function skipTour(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    try {
      localStorage.setItem('calculon-explorer/tour', 'seen');
    } catch {
      // a page without storage has no tour
    }
  });
}

interface Options {
  /** The person has never been here, and sees the tour. */
  readonly firstVisit: boolean;
}

/** Every test of a `page` also fails on an error in its console or a request that leaves the origin. */
export const test = base.extend<Options>({
  firstVisit: [false, { option: true }],
  context: async ({ context, firstVisit }, run) => {
    if (!firstVisit) await skipTour(context);
    await run(context);
  },
  page: async ({ page, baseURL }, run) => {
    const watched = watch(page, new URL(baseURL ?? '').origin);
    await run(page);
    expectClean(watched);
  },
});

export { expect };
