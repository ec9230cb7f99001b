/** What has been typed for a box that is not there yet. */
let typed = '';
let stop: (() => void) | null = null;

/** Whether keys are kept for a box that is still to come: they are not the page's meanwhile. */
export const isTypingAhead = (): boolean => stop !== null;

/** F5 and its like; and a key with Ctrl, Alt or ⌘, unless it writes a letter as AltGr does. */
const isForBrowser = (event: KeyboardEvent): boolean =>
  /^F\d/.test(event.key) || ((event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState('AltGraph'));

/**
 * Keeps from now on what is typed, until it is taken; Backspace takes a letter back, and no other key does anything.
 * Escape or a press of the mouse gives up the wait.
 */
export function typeAhead(giveUp: () => void): void {
  takeTypedAhead();
  const key = (event: KeyboardEvent): void => {
    if (isForBrowser(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Escape') giveUp();
    else if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (event.key.length === 1) typed += event.key;
  };
  // before anything on the page hears of it
  window.addEventListener('keydown', key, true);
  window.addEventListener('pointerdown', giveUp, true);
  stop = () => {
    window.removeEventListener('keydown', key, true);
    window.removeEventListener('pointerdown', giveUp, true);
  };
}

/** What was typed ahead; from here on keys mean what they meant before. */
export function takeTypedAhead(): string {
  const text = typed;
  stop?.();
  stop = null;
  typed = '';
  return text;
}

/** Gives what was typed ahead to the box that has come, if anything was. */
export function handTypedAhead(to: (text: string) => void): void {
  const text = takeTypedAhead();
  if (text !== '') to(text);
}
