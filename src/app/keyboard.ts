import type { WorkbenchStore } from '../state/workbench.js';
import type { Commands } from '../ui/commands.js';

/** Whether the focus is in a text box that holds an edit of its own, which Ctrl+Z must undo first. */
function isEditingText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (!(target instanceof HTMLInputElement) || !['text', 'search'].includes(target.type)) return false;
  // A quantity box marks an edit; any other text box (a search) keeps its undo.
  return target.dataset['editing'] !== undefined || target.inputMode !== 'decimal';
}

/** The page's shortcuts: undo, redo, save and open. Returns what ends them. */
export function connectKeyboard(workbench: WorkbenchStore, commands: Commands): () => void {
  const run = (event: KeyboardEvent, action: () => void): void => {
    event.preventDefault();
    action();
  };
  const key = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const state = workbench.getState();
    const pressed = event.key.toLowerCase();
    if (pressed === 's') run(event, () => commands.saveDesign(event.shiftKey ? 'new' : 'over'));
    else if (pressed === 'o' && !event.shiftKey) run(event, commands.openFile);
    else if (isEditingText(event.target)) return;
    else if (pressed === 'z') run(event, () => (event.shiftKey ? state.redo() : state.undo()));
    else if (pressed === 'y' && !event.shiftKey) run(event, () => state.redo());
  };
  window.addEventListener('keydown', key);
  return () => window.removeEventListener('keydown', key);
}
