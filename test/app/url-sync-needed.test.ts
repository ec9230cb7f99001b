import { afterEach, expect, it, vi } from 'vitest';
import { connectUrl } from '../../src/app/url-sync.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { PRESETS } from '../state/preset-files.js';
import { FakePage, OPENING } from './fake-page.js';

afterEach(() => {
  vi.useRealTimers();
});

it('reads a link when what it needs is there, or could not be had', async () => {
  vi.useFakeTimers();
  for (const end of [() => Promise.resolve(), () => Promise.reject(new Error('offline'))]) {
    let arrive = (): void => undefined;
    const needed = new Promise<void>((resolve) => (arrive = resolve)).then(end);
    const page = new FakePage();
    const store = createWorkbench(openingState(PRESETS), PRESETS);
    const edit = (speed: number): void => store.getState().edit('system', { 'mem1.GBps': speed });
    const speed = (): number => store.getState().system.value.mem1.GBps;
    const stop = connectUrl(store, page, { neededFor: () => needed });
    edit(5000);
    vi.advanceTimersByTime(1000);
    page.entries.splice(page.at + 1, Infinity, `${OPENING}&mem1.GBps=3000`);
    page.go(1);
    edit(6000);
    vi.advanceTimersByTime(5000);
    expect([speed(), page.steps.at(-1)]).toEqual([6000, '&mem1.GBps=3000']);
    arrive();
    await needed.catch(() => undefined);
    await Promise.resolve();
    expect(speed()).toBe(3000);
    stop();
  }
});
