import { createContext, useContext } from 'react';

/** What the app can do that reaches beyond the page: files, the clipboard. Features ask for it here. */
export interface Commands {
  /** Lets the person choose a file to open. */
  readonly openFile: () => void;
  /** Downloads a file of this kind. */
  readonly saveFile: (kind: string) => void;
  /** Downloads a report of the design, or of the comparison where that is on the screen. */
  readonly saveReport: (kind: 'html' | 'markdown') => void;
  /** Prints that report, or saves it as PDF. */
  readonly printReport: () => void;
  /** Keeps the design in the browser: over the saved one it was opened from, or as a new one. */
  readonly saveDesign: (how: 'over' | 'new') => void;
  /** Shows the designs kept in the browser. */
  readonly showLibrary: () => void;
  /** Writes memory in GB instead of GiB, or back. */
  readonly switchByteUnits: () => void;
  /** Shows the list of everything that can be done. */
  readonly showPalette: () => void;
  /** Shows the shortcuts. */
  readonly showKeys: () => void;
  /** Shows what is where, step by step. */
  readonly startTour: () => void;
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
