import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectUrl } from '../../src/app/url-sync.js';
import { encodeLink } from '../../src/share/link.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import type { WorkbenchStore } from '../../src/state/workbench.js';
import { PRESETS } from '../state/preset-files.js';
import { FakePage, OPENING } from './fake-page.js';

let page: FakePage;
let store: WorkbenchStore;
let stop: () => void;
let links: string[];
let notes: string[];
const edit = (speed: number, commit = true): void =>
  store.getState().edit('system', { 'mem1.GBps': speed }, { commit });
const speed = (): number => store.getState().system.value.mem1.GBps;
const wait = (milliseconds: number): void => void vi.advanceTimersByTime(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  page = new FakePage();
  store = createWorkbench(openingState(PRESETS), PRESETS);
  [links, notes] = [[], []];
  stop = connectUrl(store, page, { onLink: (link) => links.push(link), onNotes: (more) => notes.push(...more) });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('the address', () => {
  it('says from the start what is shown', () => {
    expect(page.steps).toEqual(['']);
    expect(links).toEqual([OPENING]);
  });

  it('has an entry for each finished change, and Back goes through them', () => {
    edit(3000);
    wait(2000);
    store.getState().edit('strategy', { tensor_par: 4 });
    wait(2000);
    expect(page.steps).toEqual(['', '&mem1.GBps=3000', '&mem1.GBps=3000&tensor_par=4']);
    page.go(-1);
    expect([store.getState().strategy.value.tensor_par, speed()]).toEqual([8, 3000]);
    page.go(-1);
    expect(speed()).toBe(2048);
    page.go(2);
    expect(store.getState().strategy.value.tensor_par).toBe(4);
    wait(5000);
    expect(page.entries).toHaveLength(3);
    store.getState().undo();
    expect(speed()).toBe(2048);
  });

  it('follows a drag without flooding history, and Back goes to before it', () => {
    for (let tick = 0; tick < 200; tick += 1) {
      edit(2049 + tick, false);
      wait(16);
    }
    expect(page.writes).toBeLessThan(14);
    expect(page.entries).toHaveLength(1);
    store.getState().commit();
    wait(500);
    expect(page.steps).toEqual(['', '&mem1.GBps=2248']);
    page.go(-1);
    expect(speed()).toBe(2048);
  });

  it('has an entry for what is asked of a search, and none of its own for a strategy that follows the best', () => {
    store.getState().editSearch({ live: true });
    wait(2000);
    edit(3000);
    wait(2000);
    const { strategy } = store.getState();
    store.getState().takeStrategy({ ...strategy.value, microbatch_size: 2 }, 3072, 'in-place');
    wait(2000);
    expect(page.steps).toEqual(['', '&live=1', '&mem1.GBps=3000&microbatch_size=2&search.max_batch=3072&live=1']);
    page.go(-1);
    expect([speed(), store.getState().search.live, store.getState().strategy.value.microbatch_size]).toEqual([
      2048,
      true,
      strategy.value.microbatch_size,
    ]);
    page.go(-1);
    expect(store.getState().search.live).toBe(false);
  });

  it('has an entry for a design pinned to compare with, so that Back loses none by accident', () => {
    store.getState().compare('Base');
    wait(2000);
    edit(3000);
    wait(2000);
    expect(page.steps).toEqual(['', '&compare.1=name%3DBase', '&mem1.GBps=3000&compare.1=name%3DBase']);
    page.go(-1);
    expect([speed(), store.getState().compared.map(({ name }) => name)]).toEqual([2048, ['Base']]);
    page.go(-1);
    expect(store.getState().compared).toEqual([]);
  });

  it('has no entry for a drag that came back', () => {
    edit(3000, false);
    wait(500);
    edit(2048, false);
    store.getState().commit();
    wait(2000);
    expect(page.steps).toEqual(['']);
  });

  it('takes a burst of changes as one step', () => {
    for (let press = 1; press <= 60; press += 1) {
      edit(3000 + press);
      wait(33);
    }
    wait(2000);
    expect(page.steps).toEqual(['', '&mem1.GBps=3060']);
    expect(page.writes).toBeLessThan(12);
  });

  it('has a step for each of two inputs, however quickly they change', () => {
    store.getState().edit('strategy', { optimizer_sharding: true });
    wait(50);
    store.getState().edit('strategy', { tensor_par_overlap: 'ring' });
    wait(50);
    edit(3000);
    wait(2000);
    expect(page.entries).toHaveLength(4);
    page.go(-1);
    expect([speed(), store.getState().strategy.value.tensor_par_overlap]).toEqual([2048, 'ring']);
    page.go(-1);
    expect(store.getState().strategy.value.tensor_par_overlap).not.toBe('ring');
    expect(store.getState().strategy.value.optimizer_sharding).toBe(true);
  });

  it('is never far behind the screen, however many steps undo takes', () => {
    for (let change = 0; change < 20; change += 1) {
      edit(3000 + change);
      store.getState().edit('strategy', { microbatch_size: change + 2 });
      wait(1500);
    }
    const entries = page.entries.length;
    // held down: thirty times a second
    for (let press = 0; press < 30; press += 1) {
      store.getState().undo();
      wait(33);
    }
    wait(1500);
    expect(page.location.hash).toBe(encodeLink(store.getState(), PRESETS));
    expect(page.entries.length - entries).toBeLessThan(10);
    page.go(-1);
    expect(speed()).not.toBe(2048);
  });

  it('writes all steps when it ends', () => {
    store.getState().edit('strategy', { tensor_par: 4 });
    edit(3000);
    edit(4000);
    stop();
    expect(page.steps).toEqual(['', '&tensor_par=4', '&mem1.GBps=4000&tensor_par=4']);
  });

  it('lets a strategy that followed the best go with the change it follows', () => {
    edit(3000);
    const { value } = store.getState().strategy;
    store.getState().takeStrategy({ ...value, optimizer_sharding: !value.optimizer_sharding }, 64, 'in-place');
    edit(4000);
    wait(2000);
    expect(page.entries).toHaveLength(2);
    expect(page.steps.at(-1)).toContain('&mem1.GBps=4000&optimizer_sharding=');
  });

  it('shows how the design is looked at, which is no step', () => {
    store.getState().setView({ tab: 'layers' });
    wait(500);
    expect(page.steps).toEqual(['&tab=layers']);
    edit(3000);
    wait(2000);
    expect(page.steps).toEqual(['&tab=layers', '&mem1.GBps=3000&tab=layers']);
  });

  it('reads a link that is pasted into it, and says what it could not', () => {
    page.entries.push('#v=1&mem1.GBps=9000&nonsense=1');
    page.go(1);
    expect(speed()).toBe(9000);
    expect(notes).toEqual([expect.stringContaining('nonsense')]);
    wait(2000);
    expect(page.writes).toBe(1);
    expect(links.at(-1)).toBe(`${OPENING}&mem1.GBps=9000`);
  });

  it('catches up when the browser refuses', () => {
    page.limit = page.writes;
    edit(3000);
    wait(500);
    expect(page.steps).toEqual(['']);
    page.limit = Infinity;
    wait(5000);
    expect(page.steps).toEqual(['', '&mem1.GBps=3000']);
    page.go(-1);
    expect(speed()).toBe(2048);
  });

  it('keeps every step that the browser refuses, also one that was half written', () => {
    edit(2500, false);
    wait(500);
    // the entry gets back what was before the drag, and no more is taken
    page.limit = page.writes + 1;
    edit(3000);
    wait(500);
    expect(page.steps).toEqual(['']);
    store.getState().edit('strategy', { tensor_par: 4 });
    wait(500);
    page.limit = Infinity;
    wait(6000);
    expect(page.steps).toEqual(['', '&mem1.GBps=3000', '&mem1.GBps=3000&tensor_par=4']);
  });

  it('gives up what the browser refuses when it ends, and tries no more', () => {
    edit(3000);
    page.limit = page.writes;
    stop();
    page.limit = Infinity;
    wait(10_000);
    expect(page.steps).toEqual(['']);
  });

  it('has the last change when it ends, and then no more', () => {
    edit(3000);
    wait(500);
    edit(4000);
    stop();
    expect(page.steps.at(-1)).toBe('&mem1.GBps=4000');
    edit(5000);
    page.go(-1);
    wait(2000);
    expect(speed()).toBe(5000);
  });
});

describe('a hash that is no link', () => {
  const paste = (hash: string): void => {
    page.entries.splice(++page.at, Infinity, hash);
    page.go(0);
  };

  it.each(['#inputs', '#=', '#%', '#hello=world&foo', `#${'x'.repeat(200_001)}`, '#__proto__=1', '#constructor=1'])(
    'leaves everything as it is, and says so: %.20s',
    (hash) => {
      edit(3000);
      const before = store.getState();
      paste(hash);
      expect(store.getState()).toBe(before);
      expect(notes).toEqual([expect.stringMatching(/no link of a design|which no design needs/)]);
      wait(2000);
      // the finished change has its entry, and the address says what is shown
      expect(page.steps.at(-1)).toBe('&mem1.GBps=3000');
      expect(page.location.hash).toBe(`${OPENING}&mem1.GBps=3000`);
      expect(links.at(-1)).toBe(page.location.hash);
    },
  );

  it('goes on as before afterwards', () => {
    paste('#nothing');
    edit(3000);
    wait(2000);
    paste(`${OPENING}&mem1.GBps=4000`);
    expect(speed()).toBe(4000);
    page.go(-1);
    expect(speed()).toBe(3000);
    page.go(-1);
    expect(speed()).toBe(2048);
  });
});

describe('a clock that is changed', () => {
  it.each([-3_600_000, 3_600_000, -86_400_000 * 365])('by %d ms holds nothing up', (by) => {
    edit(3000);
    wait(2000);
    vi.setSystemTime(Date.now() + by);
    edit(3500);
    wait(2000);
    expect(page.steps).toEqual(['', '&mem1.GBps=3000', '&mem1.GBps=3500']);
    edit(4000, false);
    wait(400);
    expect(page.location.hash).toContain('mem1.GBps=4000');
  });
});

it('a tab that slept for an hour writes what it had when it fell asleep', () => {
  edit(3000);
  // frozen: no timer runs, the clocks go on
  const later = performance.now() + 3_600_000;
  vi.spyOn(performance, 'now').mockImplementation(() => later);
  wait(1);
  expect(page.location.hash).toBe(`${OPENING}&mem1.GBps=3000`);
  edit(4000);
  wait(400);
  expect(page.location.hash).toBe(`${OPENING}&mem1.GBps=4000`);
  vi.restoreAllMocks();
});
