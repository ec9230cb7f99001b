import type { WorkbenchStore } from '../state/workbench.js';
import type { Commands } from '../ui/commands.js';
import { useLetterKeys } from './letter-keys.js';
import { SHORTCUTS, type Shortcut } from './shortcuts.js';
import { isTypingAhead } from './type-ahead.js';

/** Between the keys of a sequence (`g o`). */
const SEQUENCE_MS = 1200;

/** Whether the focus is in a text box that holds an edit of its own, which Ctrl+Z must undo first. */
function isEditingText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (!(target instanceof HTMLInputElement) || !['text', 'search'].includes(target.type)) return false;
  // A quantity box marks an edit; any other text box (a search) keeps its undo.
  return target.dataset['editing'] !== undefined || target.inputMode !== 'decimal';
}

const NO_TEXT = new Set(['range', 'checkbox', 'radio', 'button', 'submit', 'file']);

/** Whether letters mean something where the focus is: a text box, or a list that jumps to what is typed. */
function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('textarea, select, [role="listbox"], [role="menu"]')) return true;
  return target instanceof HTMLInputElement && !NO_TEXT.has(target.type);
}

/**
 * While a dialog has the page, or is about to, its keys are not the page's: what is behind it can neither be seen nor
 * reached.
 */
const isBehindDialog = (): boolean => isTypingAhead() || document.querySelector('dialog[open]') !== null;

/** How a key with Ctrl or ⌘ is written in the table of shortcuts. */
const withModifiers = (event: KeyboardEvent): string =>
  `mod+${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`;

const answering = (pressed: string): Shortcut | undefined => SHORTCUTS.find(({ keys }) => keys.includes(pressed));
const begins = (pressed: string): boolean =>
  SHORTCUTS.some(({ keys }) => keys.some((each) => each.startsWith(`${pressed} `)));

/** Runs the page's shortcuts. Returns what ends them. */
export function connectKeyboard(workbench: WorkbenchStore, commands: Commands): () => void {
  let begun = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const forget = (): void => {
    clearTimeout(timer);
    begun = '';
  };
  const run = (event: KeyboardEvent, { run: act }: Shortcut): void => {
    event.preventDefault();
    act({ workbench, commands });
  };
  const plainKey = (event: KeyboardEvent): void => {
    if (event.key === 'Shift' || !useLetterKeys.getState().on) return;
    // A letter that ends no sequence is a slip, and not asked for on its own.
    const pressed = begun === '' ? event.key : `${begun} ${event.key.toLowerCase()}`;
    forget();
    // A held key would switch to and fro.
    if (event.repeat || takesLetters(event.target) || isBehindDialog()) return;
    const shortcut = answering(pressed);
    if (shortcut !== undefined) run(event, shortcut);
    else if (begins(event.key)) {
      begun = event.key;
      timer = setTimeout(forget, SEQUENCE_MS);
    }
  };
  const key = (event: KeyboardEvent): void => {
    if (event.altKey || event.defaultPrevented) return;
    if (!event.ctrlKey && !event.metaKey) return plainKey(event);
    forget();
    const shortcut = answering(withModifiers(event));
    if (shortcut === undefined || (shortcut.inText !== true && isEditingText(event.target))) return;
    // Nor does the browser save or open a page in its stead.
    if (isBehindDialog() && shortcut.id !== 'palette') event.preventDefault();
    else run(event, shortcut);
  };
  window.addEventListener('keydown', key);
  return () => {
    forget();
    window.removeEventListener('keydown', key);
  };
}
