// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SpokenProgress } from '../../src/app/spoken-progress.js';
import { NO_SEARCH, useSearch, type SearchState } from '../../src/state/search-results.js';
import { NO_STUDY, useStudy, type StudyRunState } from '../../src/state/study-results.js';
import type { WorkbenchStore } from '../../src/state/workbench.js';

const study = (id: string, title: string, runs: string) => ({ id, title, runs });
let live = false;
const store = {
  getState: () => ({
    search: { live },
    presets: { studies: [study('sizes', 'System size', 'when-asked'), study('maps', 'Maps', 'at-once')] },
  }),
} as unknown as WorkbenchStore;
const searching = (state: Partial<SearchState>): void => act(() => useSearch.setState(state));
const studying = (state: Partial<StudyRunState>): void => act(() => useStudy.setState(state));
const heard = (): string => screen.getByRole('status').textContent ?? '';
const wait = (ms: number): void => {
  act(() => void vi.advanceTimersByTime(ms));
};

beforeEach(() => {
  vi.useFakeTimers();
  live = false;
  useSearch.setState(NO_SEARCH);
  useStudy.setState(NO_STUDY);
  render(<SpokenProgress workbench={store} />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('says that a search began and how it ended, and nothing on the way', () => {
  searching({ status: 'running', plannedTotal: 12_000 });
  expect(heard()).toBe('');
  wait(500);
  expect(heard()).toBe('Search started: 12,000 strategies.');
  searching({ evaluated: 6000 });
  wait(5000);
  expect(heard()).toBe('Search started: 12,000 strategies.');
  searching({ status: 'done', evaluated: 12_000 });
  wait(0);
  expect(heard()).toBe('Search done: 0 of the 12,000 strategies tried are feasible.');
});

it('a search that is over at once is heard once, a live one never', () => {
  searching({ status: 'running', plannedTotal: 12 });
  wait(100);
  searching({ status: 'cancelled', evaluated: 3 });
  wait(2000);
  expect(heard()).toMatch(/^Search cancelled: 0 of the 3 /);
  live = true;
  searching({ status: 'running' });
  searching({ status: 'done' });
  wait(2000);
  expect(heard()).toMatch(/^Search cancelled/);
});

it('a study says its answer when it ends; one that runs by itself when it rests', () => {
  studying({ studyId: 'sizes', status: 'running', total: 64 });
  wait(500);
  expect(heard()).toBe('System size: started, 64 points.');
  studying({ status: 'error' });
  wait(0);
  expect(heard()).toBe('System size: stopped.');
  studying({ studyId: 'maps', status: 'running' });
  studying({ status: 'done', report: { answer: 'The best is 248.', figures: [] } });
  wait(1000);
  expect(heard()).toBe('System size: stopped.');
  wait(200);
  expect(heard()).toBe('Maps: The best is 248.');
});
