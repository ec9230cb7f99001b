import { expect, test as base, type Page } from '@playwright/test';

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

/** Every test of a `page` also fails on an error in its console or a request that leaves the origin. */
export const test = base.extend({
  page: async ({ page, baseURL }, run) => {
    const watched = watch(page, new URL(baseURL ?? '').origin);
    await run(page);
    expectClean(watched);
  },
});

export { expect };
