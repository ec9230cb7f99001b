// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { strategyChanges } from '../../src/core/strategy/strategy-changes.js';
import { LiveLine } from '../../src/features/header/live-line.js';
import { NO_SEARCH, useSearch } from '../../src/state/search-results.js';
import { designOfPreset } from './evaluation-of-preset.js';

beforeEach(() => {
  vi.useFakeTimers();
  useSearch.setState(NO_SEARCH, true);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('shows what flipped last for some seconds, then that it follows', () => {
  render(<LiveLine />);
  expect(screen.getByText('Live: follows the best strategy')).toBeTruthy();
  const { strategy } = designOfPreset('fig3');
  const flips = strategyChanges(strategy, { ...strategy, activation_recompute: 'attn_only', tensor_par: 16 });
  act(() => useSearch.setState({ flips, flipCount: 1 }));
  expect(screen.getByText('t 8 → 16; recompute full → attention only')).toBeTruthy();
  act(() => void vi.advanceTimersByTime(10_000));
  expect(screen.getByText('Live: follows the best strategy')).toBeTruthy();
});
