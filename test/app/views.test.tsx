// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Views } from '../../src/app/views.js';
import { WHOLE_SEARCH } from '../../src/core/inputs/search-input.js';
import { firstStudy } from '../../src/share/study-choice.js';
import { DEFAULT_VIEW } from '../../src/share/shared-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { provideWorkbench } from '../../src/state/workbench.js';
import { designOfPreset } from '../features/evaluation-of-preset.js';

const network = vi.hoisted(() => ({ isThere: true, asked: 0 }));
vi.mock('../../src/features/layers/layers.js', () => {
  network.asked += 1;
  if (!network.isThere) throw new TypeError('Failed to fetch dynamically imported module');
  return { Layers: () => <p>the layers</p> };
});

beforeEach(() => {
  const { model, system, strategy } = designOfPreset('fig3');
  const part = <T,>(value: T) => ({ base: { presetId: null, revision: 1, name: 'test', value }, value });
  const parts = { model: part(model), system: part(system), strategy: part(strategy) };
  const view = { ...DEFAULT_VIEW, tab: 'layers' } as const;
  const presets = { models: [], systems: [], strategies: [] };
  provideWorkbench(createWorkbench({ ...parts, search: WHOLE_SEARCH, study: firstStudy(), view }, presets));
  // what React says about an error that a boundary takes
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('a view whose code could not be fetched', () => {
  it('is fetched again by another try', async () => {
    network.isThere = false;
    render(<Views />);
    expect((await screen.findByRole('alert')).textContent).toMatch(/^Layers cannot be shown\./);
    const { asked } = network;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('alert');
    await vi.waitFor(() => expect(network.asked).toBe(asked + 1), { timeout: 60_000 });
    network.isThere = true;
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('the layers')).toBeDefined();
  });
});
