// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Views } from '../../src/app/views.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { provideWorkbench, workbench } from '../../src/state/workbench.js';
import { PRESETS } from '../state/preset-files.js';

const network = vi.hoisted(() => ({ isThere: true, asked: 0 }));
vi.mock('../../src/features/layers/layers.js', () => {
  network.asked += 1;
  if (!network.isThere) throw new TypeError('Failed to fetch dynamically imported module');
  return { Layers: () => <p>the layers</p> };
});

beforeEach(() => {
  provideWorkbench(createWorkbench(openingState(PRESETS), PRESETS));
  workbench().getState().setView({ tab: 'layers' });
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
    await vi.waitFor(() => expect(network.asked).toBe(asked + 1));
    network.isThere = true;
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('the layers')).toBeDefined();
  });
});
