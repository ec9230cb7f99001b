import { create } from 'zustand';
import { takeTypedAhead, typeAhead } from './type-ahead.js';

type Dialog = 'palette' | 'keys';

interface Overlay {
  /** The list of commands or the shortcuts, which have the page while they are shown; one at a time. */
  readonly shown: Dialog | null;
  /** The tour, which leaves the page in use: a dialog may be opened over it, and it goes on when that is closed. */
  readonly touring: boolean;
}

/** What is shown over the page. */
export const useOverlay = create<Overlay>()(() => ({ shown: null, touring: false }));

export function showOverlay(what: Dialog | 'tour'): void {
  if (what !== 'palette') takeTypedAhead();
  // The palette's keys go to its box, from the one that opens it on: the box takes them over when it is there.
  else if (useOverlay.getState().shown !== 'palette') typeAhead(hideOverlay);
  useOverlay.setState(what === 'tour' ? { shown: null, touring: true } : { shown: what });
}
export function hideOverlay(): void {
  takeTypedAhead();
  useOverlay.setState({ shown: null });
}
export const hideTour = (): void => useOverlay.setState({ touring: false });
