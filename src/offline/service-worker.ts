/**
 * Keeps one whole build for use without a network. Every file is fetched with the hash it had when it was
 * built, so a build is kept entirely or not at all; and a page is served by one build until the person
 * takes the update, so no page ever mixes two.
 */
export {};

declare const self: ServiceWorkerGlobalScope;
/** Filled in at build time by scripts/offline.mjs. */
declare const __FILES__: readonly (readonly [path: string, integrity: string])[];
declare const __VERSION__: string;

const PREFIX = 'calculon-explorer-';
const CACHE = PREFIX + __VERSION__;
const PAGE = 'index.html';

function address(path: string): string {
  return new URL(path, self.registration.scope).href;
}

async function keepBuild(): Promise<void> {
  const cache = await caches.open(CACHE);
  // `no-cache` asks the server again, in case an older copy lies in the browser's own cache.
  await cache.addAll(
    __FILES__.map(([path, integrity]) => new Request(address(path), { integrity, cache: 'no-cache' })),
  );
}

async function dropOtherBuilds(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
  // The page that installed this worker is already open: take it over, so that its next load works offline.
  await self.clients.claim();
}

/** The page is asked for by its own name or by its folder's; every other address is that of the file it names. */
function isPage(url: string): boolean {
  const { origin, pathname } = new URL(url);
  return [address(''), address(PAGE)].includes(origin + pathname);
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request.mode === 'navigate' && isPage(request.url) ? address(PAGE) : request, {
    ignoreSearch: true,
    ignoreVary: true,
  });
  return kept ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(keepBuild()));
self.addEventListener('activate', (event) => event.waitUntil(dropOtherBuilds()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(self.registration.scope)) event.respondWith(answer(request));
});
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
  // a page of another build than the one that has come to serve it has to know
  if (event.data === 'build') event.ports[0]?.postMessage(__VERSION__);
});
