// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

class FakeWorker extends EventTarget {
  constructor(readonly build = 'a') {
    super();
  }
  postMessage(message: unknown, ports: readonly MessagePort[] = []): void {
    if (message === 'build') ports[0]?.postMessage(this.build);
  }
}
class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  readonly update = vi.fn(async () => undefined);
}
class FakeContainer extends EventTarget {
  controller: FakeWorker | null = null;
  readonly registration = new FakeRegistration();
  readonly register = async (): Promise<FakeRegistration> => this.registration;
  take(worker: FakeWorker): void {
    this.controller = worker;
    this.dispatchEvent(new Event('controllerchange'));
  }
}

let container: FakeContainer;
const reload = vi.fn();
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
async function startPage(): Promise<{ isReady: () => Promise<boolean> }> {
  vi.resetModules();
  const { startOffline, useUpdate } = await import('../../src/app/service-worker.js');
  const { renderHook } = await import('@testing-library/react');
  startOffline();
  await soon();
  return {
    isReady: async () => renderHook(() => useUpdate()).result.current.ready,
  };
}

beforeEach(() => {
  container = new FakeContainer();
  vi.stubEnv('PROD', true);
  Object.defineProperty(navigator, 'serviceWorker', { value: container, configurable: true });
  vi.spyOn(location, 'reload').mockImplementation(reload);
  reload.mockClear();
  sessionStorage.clear();
  document.head.innerHTML = '<meta name="build" content="a">';
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a newer build', () => {
  it('is offered also when it was found before the page could listen', async () => {
    container.controller = new FakeWorker();
    const newer = new FakeWorker('b');
    container.registration.installing = newer;
    const page = await startPage();
    expect(await page.isReady()).toBe(false);
    container.registration.waiting = newer;
    container.registration.installing = null;
    newer.dispatchEvent(new Event('statechange'));
    expect(await page.isReady()).toBe(true);
  });

  it('is asked for when the page is looked at again, once an hour at most', async () => {
    const { update } = container.registration;
    await startPage();
    const look = (): boolean => document.dispatchEvent(new Event('visibilitychange'));
    look();
    expect(update).not.toHaveBeenCalled();
    const now = Date.now();
    vi.spyOn(Date, 'now').mockReturnValue(now + 3_700_000);
    look();
    look();
    expect(update).toHaveBeenCalledTimes(1);
  });
});

describe('the first worker of a page', () => {
  it('is taken as it is when it has the same build', async () => {
    await startPage();
    container.take(new FakeWorker('a'));
    await soon();
    expect(reload).not.toHaveBeenCalled();
  });

  it('has the page loaded again, once, when it has another build', async () => {
    await startPage();
    container.take(new FakeWorker('b'));
    await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1), { timeout: 60_000 });
    // the page is of the old build still, as a proxy may have it
    container = new FakeContainer();
    Object.defineProperty(navigator, 'serviceWorker', { value: container, configurable: true });
    await startPage();
    container.take(new FakeWorker('b'));
    await soon();
    expect(reload).toHaveBeenCalledTimes(1);
  });
});
