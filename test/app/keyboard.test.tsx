// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectKeyboard } from '../../src/app/keyboard.js';
import { KeysDialog } from '../../src/app/keys-dialog.js';
import { chooseLetterKeys } from '../../src/app/letter-keys.js';
import { keyNames, keysText, SHORTCUTS, WIDGET_KEYS } from '../../src/app/shortcuts.js';
import { takeTypedAhead, typeAhead } from '../../src/app/type-ahead.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { VIEWS } from '../../src/state/view-names.js';
import type { WorkbenchStore } from '../../src/state/workbench.js';
import { shownColorScheme } from '../../src/ui/color-scheme.js';
import { commandsStub } from '../features/commands.js';
import { PRESETS } from '../state/preset-files.js';

const commands = commandsStub();

let workbench: WorkbenchStore;
let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  workbench = createWorkbench(openingState(PRESETS), PRESETS);
  stop = connectKeyboard(workbench, commands);
});
afterEach(() => {
  stop();
  chooseLetterKeys(true);
  vi.useRealTimers();
  cleanup();
  document.body.replaceChildren();
});

const press = (keys: string, target: Element = document.body): void => {
  for (const key of keys) fireEvent.keyDown(target, { key });
};
const tab = (): string => workbench.getState().view.tab;

describe('keys one after another', () => {
  it('lead to each view', () => {
    for (const { tab: view } of VIEWS) {
      const keys = SHORTCUTS.find(({ id }) => id === `view/${view}`)?.keys[0] ?? '';
      press(keys.replace(' ', ''));
      expect(tab()).toBe(view);
    }
  });

  it('have to follow soon, and another key ends them', () => {
    press('g');
    vi.advanceTimersByTime(2000);
    press('l');
    expect(tab()).toBe('overview');
    press('gxl');
    expect(tab()).toBe('overview');
    press('ggl');
    expect(tab()).toBe('layers');
  });

  it('are not ended by a letter that means something alone', () => {
    press('gb');
    press('g?');
    expect(commands.switchByteUnits).not.toHaveBeenCalled();
    expect(commands.showKeys).not.toHaveBeenCalled();
    press('b');
    expect(commands.switchByteUnits).toHaveBeenCalledOnce();
  });
});

describe('a key alone', () => {
  it('runs what it says', () => {
    press('?/b');
    expect(commands.showKeys).toHaveBeenCalledOnce();
    expect(commands.showPalette).toHaveBeenCalledOnce();
    expect(commands.switchByteUnits).toHaveBeenCalledOnce();
  });

  it.each(['input', 'textarea', 'select'])('is text in a %s', (name) => {
    const box = document.createElement(name);
    document.body.append(box);
    press('gl?/b', box);
    expect(tab()).toBe('overview');
    expect(commands.showKeys).not.toHaveBeenCalled();
    expect(commands.switchByteUnits).not.toHaveBeenCalled();
    fireEvent.keyDown(box, { key: 'k', ctrlKey: true });
    expect(commands.showPalette).toHaveBeenCalledOnce();
  });

  it('is not the page’s while a dialog is open, held down, or turned off', () => {
    const dialog = document.createElement('dialog');
    dialog.setAttribute('open', '');
    document.body.append(dialog);
    press('b');
    dialog.remove();
    fireEvent.keyDown(document.body, { key: 'b', repeat: true });
    chooseLetterKeys(false);
    press('b');
    expect(commands.switchByteUnits).not.toHaveBeenCalled();
    chooseLetterKeys(true);
    press('b');
    expect(commands.switchByteUnits).toHaveBeenCalledOnce();
  });
});

describe('while a box is on its way', () => {
  const giveUp = vi.fn();
  beforeEach(() => typeAhead(giveUp));
  afterEach(() => void takeTypedAhead());

  it('what is typed is kept for it, and no shortcut runs', () => {
    const scheme = shownColorScheme();
    press('gl?/bdx');
    fireEvent.keyDown(document.body, { key: 'Backspace' });
    press(' 4');
    for (const key of ['Enter', 'Tab', 'ArrowDown', 'Shift']) fireEvent.keyDown(document.body, { key });
    expect(takeTypedAhead()).toBe('gl?/bd 4');
    expect(tab()).toBe('overview');
    expect(shownColorScheme()).toBe(scheme);
    expect(commands.showKeys).not.toHaveBeenCalled();
    expect(commands.switchByteUnits).not.toHaveBeenCalled();
    expect(commands.showPalette).not.toHaveBeenCalled();
    expect(giveUp).not.toHaveBeenCalled();
  });

  it('nothing reaches what has the focus, neither a letter nor a step of a slider', () => {
    const box = document.createElement('input');
    document.body.append(box);
    const heard = vi.fn();
    box.addEventListener('keydown', heard);
    for (const key of ['a', 'ArrowUp', 'Enter', ' ']) expect(fireEvent.keyDown(box, { key }), key).toBe(false);
    expect(heard).not.toHaveBeenCalled();
    expect(takeTypedAhead()).toBe('a ');
  });

  it('keys with Ctrl do nothing either; those of the browser stay its own', () => {
    const { hidden } = workbench.getState().model.value;
    workbench.getState().edit('model', { hidden: hidden * 2 });
    expect(fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })).toBe(false);
    expect(workbench.getState().model.value.hidden).toBe(hidden * 2);
    expect(fireEvent.keyDown(document.body, { key: 'F5' })).toBe(true);
    expect(fireEvent.keyDown(document.body, { key: 'r', ctrlKey: true })).toBe(true);
    expect(takeTypedAhead()).toBe('');
  });

  it('Escape or a press of the mouse gives up', () => {
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(giveUp).toHaveBeenCalledOnce();
    fireEvent.pointerDown(document.body);
    expect(giveUp).toHaveBeenCalledTimes(2);
  });

  it('afterwards keys are the page’s again', () => {
    press('b');
    expect(takeTypedAhead()).toBe('b');
    press('b');
    expect(commands.switchByteUnits).toHaveBeenCalledOnce();
    expect(takeTypedAhead()).toBe('');
  });
});

describe('a key with Ctrl', () => {
  const withCtrl = (key: string, shiftKey = false): boolean =>
    fireEvent.keyDown(document.body, { key, ctrlKey: true, shiftKey });

  it('is not the page’s while a dialog is open, nor the browser’s; the palette is there all the same', () => {
    const { hidden } = workbench.getState().model.value;
    workbench.getState().edit('model', { hidden: hidden * 2 });
    const dialog = document.createElement('dialog');
    dialog.setAttribute('open', '');
    document.body.append(dialog);
    for (const key of ['z', 's', 'o', 'y']) expect(withCtrl(key)).toBe(false);
    withCtrl('s', true);
    expect(workbench.getState().model.value.hidden).toBe(hidden * 2);
    expect(commands.saveDesign).not.toHaveBeenCalled();
    expect(commands.openFile).not.toHaveBeenCalled();
    withCtrl('k');
    expect(commands.showPalette).toHaveBeenCalledOnce();
    dialog.remove();
    withCtrl('z');
    expect(workbench.getState().model.value.hidden).toBe(hidden);
  });
});

describe('the table of shortcuts', () => {
  it('has each way to press something once', () => {
    const ways = SHORTCUTS.flatMap(({ keys }) => keys);
    expect(new Set(ways).size).toBe(ways.length);
    const alone = ways.filter((way) => !way.includes('+') && !way.includes(' '));
    for (const way of ways.filter((each) => each.includes(' '))) expect(alone).not.toContain(way.split(' ')[0]);
  });

  it('only lets keys with Ctrl work where text is typed', () => {
    for (const { keys, inText } of SHORTCUTS) if (inText === true) expect(keys[0]).toMatch(/^mod\+/);
  });

  it('is written for people', () => {
    expect(keyNames('mod+shift+z')).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keysText('view/layers')).toBe('G L');
    expect(keysText('redo')).toBe('Ctrl+Shift+Z');
    expect(keysText('reset')).toBeUndefined();
  });

  it('is what the help lists, whole', () => {
    const tour = vi.fn();
    render(<KeysDialog onClose={vi.fn()} onTour={tour} />);
    for (const { label } of [...SHORTCUTS, ...WIDGET_KEYS]) expect(screen.getByText(label).textContent).toBe(label);
    fireEvent.click(screen.getByText('Take the tour'));
    expect(tour).toHaveBeenCalledOnce();
  });
});
