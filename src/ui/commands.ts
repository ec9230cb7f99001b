import { createContext, useContext } from 'react';

/** What the app can do that reaches beyond the page: files, the clipboard. Features ask for it here. */
export interface Commands {
  /** Lets the person choose a file to open. */
  readonly openFile: () => void;
  /** Downloads a file of this kind. */
  readonly saveFile: (kind: string) => void;
  /** Keeps the design in the browser: over the saved one it was opened from, or as a new one. */
  readonly saveDesign: (how: 'over' | 'new') => void;
  /** Shows the designs kept in the browser. */
  readonly showLibrary: () => void;
  /** Copies the link to what is on the screen; false when the browser refused. */
  readonly copyLink: () => Promise<boolean>;
}

export const CommandsContext = createContext<Commands | null>(null);

/** @throws when no commands were provided above. */
export function useCommands(): Commands {
  const commands = useContext(CommandsContext);
  if (commands === null) throw new Error('A CommandsContext has to be provided above.');
  return commands;
}
