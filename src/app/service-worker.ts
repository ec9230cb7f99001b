import { useSyncExternalStore } from 'react';

/** The worker of a newer build, fully kept and waiting for the person to take it. */
let waiting: ServiceWorker | null = null;
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
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
}

/**
 * Keeps this build for offline use and watches for newer ones. Does nothing in development, or where the
 * browser or the address (plain http other than localhost) has no service workers.
 */
export function startOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const container = navigator.serviceWorker;
  // Every open tab reloads when any of them takes an update: a page never outlives its own build's files.
  // On the first visit the page gains a controller without having had one, and is already this build.
  let controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (controlled) location.reload();
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
