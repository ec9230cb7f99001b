// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hideOverlay, hideTour, showOverlay } from '../../src/app/overlay.js';
import { Overlays } from '../../src/app/overlays.js';
import { keysText } from '../../src/app/shortcuts.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { provideWorkbench } from '../../src/state/workbench.js';
import { CommandsContext } from '../../src/ui/commands.js';
import { commandsStub } from '../features/commands.js';
import { PRESETS } from '../state/preset-files.js';

beforeEach(() => {
  localStorage.clear();
  provideWorkbench(createWorkbench(openingState(PRESETS), PRESETS));
  render(
    <CommandsContext value={commandsStub()}>
      <Overlays />
    </CommandsContext>,
  );
});
afterEach(() => {
  cleanup();
  hideOverlay();
  hideTour();
});

const isSeen = (): boolean => localStorage.getItem('calculon-explorer/tour') === 'seen';

describe('the tour', () => {
  it('goes on where it was when a dialog that was opened over it is closed, and is remembered when it ends', async () => {
    act(() => showOverlay('tour'));
    fireEvent.click(await screen.findByText('Next'));
    expect(screen.getByText('2 of 5')).toBeDefined();
    act(() => showOverlay('palette'));
    await screen.findByRole('combobox');
    act(() => showOverlay('keys'));
    await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    act(hideOverlay);
    expect(screen.getByText('2 of 5')).toBeDefined();
    expect(isSeen()).toBe(false);
    fireEvent.keyDown(window, { key: 'Escape' });
    expect(screen.queryByText('2 of 5')).toBeNull();
    expect(isSeen()).toBe(true);
  });

  it('names the keys of the palette as the table of shortcuts has them', async () => {
    act(() => showOverlay('tour'));
    const next = await screen.findByText('Next');
    for (let step = 0; step < 4; step += 1) fireEvent.click(next);
    expect(screen.getByText(/finds everything else/).textContent).toContain(`${keysText('palette')} finds`);
  });
});
