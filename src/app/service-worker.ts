import { useSyncExternalStore } from 'react';

/** The worker of a newer build, fully kept and waiting for the person to take it. */
let waiting: ServiceWorker | null = null;
const UPDATE_EVERY_MS = 3_600_000;
const LOADED_FOR_KEY = 'calculon-explorer/loaded-for-build';
const listeners = new Set<() => void>();

function setWaiting(worker: ServiceWorker | null): void {
  waiting = worker;
  for (const listener of listeners) listener();
}

function watch(registration: ServiceWorkerRegistration): void {
  // Without a controller this is the first visit: the new worker is this very build.
  const offer = (): void => {
    if (navigator.serviceWorker.controller) setWaiting(registration.waiting);
  };
  offer();
  const follow = (): void => registration.installing?.addEventListener('statechange', offer);
  // One found before this very moment is never announced again.
  follow();
  registration.addEventListener('updatefound', follow);
  // A tab left open for days asks when it is looked at again.
  let lastAsked = Date.now();
  document.addEventListener('visibilitychange', () => {
    // the clock of the day, since the page's own may stand still while the computer sleeps; it may be set back too
    if (document.visibilityState !== 'visible' || Math.abs(Date.now() - lastAsked) < UPDATE_EVERY_MS) return;
    lastAsked = Date.now();
    // Without a network there is nothing new either.
    registration.update().catch(() => undefined);
  });
}

/** The build that a worker serves. An answer that never comes only leaves the page as it is. */
function buildOf(worker: ServiceWorker): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', (event: MessageEvent<unknown>) => resolve(event.data), { once: true });
    port1.start();
    worker.postMessage('build', [port2]);
  });
}

/**
 * On the first visit the worker takes over a page that came from the server. Were the server to have a newer build by
 * then, the page would be served files of another build than its own: it is loaded again, once for each build.
 */
async function matchBuild(worker: ServiceWorker): Promise<void> {
  const own = document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content;
  const build = await buildOf(worker);
  if (own === undefined || typeof build !== 'string' || build === own) return;
  try {
    if (sessionStorage.getItem(LOADED_FOR_KEY) === build) return;
    sessionStorage.setItem(LOADED_FOR_KEY, build);
  } catch {
    // With nothing to remember it by, it could go on for ever.
    return;
  }
  location.reload();
}

/**
 * Keeps this build for offline use and watches for newer ones. Does nothing in development, or where the
 * browser or the address (plain http other than localhost) has no service workers.
 */
export function startOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const container = navigator.serviceWorker;
  // Every open tab reloads when any of them takes an update: a page never outlives its own build's files.
  // On the first visit the page gains a controller without having had one, and is this build but for bad luck.
  let controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    const worker = container.controller;
    if (controlled) location.reload();
    else if (worker !== null) void matchBuild(worker);
    controlled = true;
  });
  // Registered by address relative to the page, so that it works under any path.
  container.register(new URL('service-worker.js', document.baseURI), { updateViaCache: 'none' }).then(watch, () => {
    // Storage full or refused: the page works as before, only not offline.
  });
}

/** Whether a newer build is ready, and how to take it (the page reloads; the address keeps the state). */
export function useUpdate(): { readonly ready: boolean; readonly take: () => void } {
  const worker = useSyncExternalStore(subscribe, () => waiting);
  return { ready: worker !== null, take: () => worker?.postMessage('take-over') };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
