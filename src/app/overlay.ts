import { create } from 'zustand';

type Dialog = 'palette' | 'keys';

interface Overlay {
  /** The list of commands or the shortcuts, which have the page while they are shown; one at a time. */
  readonly shown: Dialog | null;
  /** The tour, which leaves the page in use: a dialog may be opened over it, and it goes on when that is closed. */
  readonly touring: boolean;
}

/** What is shown over the page. */
export const useOverlay = create<Overlay>()(() => ({ shown: null, touring: false }));

export const showOverlay = (what: Dialog | 'tour'): void =>
  useOverlay.setState(what === 'tour' ? { shown: null, touring: true } : { shown: what });
export const hideOverlay = (): void => useOverlay.setState({ shown: null });
export const hideTour = (): void => useOverlay.setState({ touring: false });
