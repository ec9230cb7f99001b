// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { connectKeyboard } from '../../src/app/keyboard.js';
import { hideOverlay, showOverlay, useOverlay } from '../../src/app/overlay.js';
import { Overlays } from '../../src/app/overlays.js';
import { isTypingAhead } from '../../src/app/type-ahead.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { provideWorkbench } from '../../src/state/workbench.js';
import { CommandsContext } from '../../src/ui/commands.js';
import { commandsStub } from '../features/commands.js';
import { PRESETS } from '../state/preset-files.js';

let stop: () => void;
beforeEach(() => {
  const workbench = createWorkbench(openingState(PRESETS), PRESETS);
  provideWorkbench(workbench);
  const commands = { ...commandsStub(), showPalette: () => showOverlay('palette') };
  stop = connectKeyboard(workbench, commands);
  render(
    <CommandsContext value={commands}>
      <Overlays />
    </CommandsContext>,
  );
});
afterEach(() => {
  stop();
  cleanup();
  hideOverlay();
});

const press = (key: string, ctrlKey = false): void => void fireEvent.keyDown(document.body, { key, ctrlKey });
const box = async (): Promise<HTMLInputElement> => screen.findByRole('combobox');

it('a palette that does not come keeps no keys; another try fetches it again', async () => {
  const palette = '../../src/features/palette/palette.js';
  vi.doMock(palette, () => Promise.reject(new Error('gone')));
  // React tells of what broke
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  for (const time of ['first', 'second']) {
    act(() => press('k', true));
    expect((await screen.findByRole('alert')).textContent, time).toContain('What was asked for cannot be shown.');
    expect(isTypingAhead(), time).toBe(false);
    act(hideOverlay);
  }
  vi.doUnmock(palette);
  act(() => press('k', true));
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect((await box()).value).toBe('');
  told.mockRestore();
});

it('what is typed behind Ctrl+K is in the box: the first time, and when the palette is there already', async () => {
  for (const text of ['tp 4', 'hbm 96']) {
    act(() => {
      press('k', true);
      for (const key of text) press(key);
      // pressed again, it keeps what there is
      press('k', true);
    });
    expect((await box()).value).toBe(text);
    expect(isTypingAhead()).toBe(false);
    act(hideOverlay);
  }
});

it('the box has its keys to itself from then on', async () => {
  act(() => press('k', true));
  await box();
  act(() => press('k', true));
  expect(isTypingAhead()).toBe(false);
});

it('Escape gives up before it comes, and the next time begins anew', async () => {
  act(() => {
    press('k', true);
    press('x');
    press('Escape');
  });
  expect(useOverlay.getState().shown).toBe(null);
  expect(isTypingAhead()).toBe(false);
  act(() => press('k', true));
  expect((await box()).value).toBe('');
});

it('another dialog in its stead has no box to type in', () => {
  act(() => {
    press('k', true);
    press('x');
    showOverlay('keys');
  });
  expect(isTypingAhead()).toBe(false);
});
