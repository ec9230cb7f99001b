import { create } from 'zustand';

/** What is shown over the page: the list of commands, the shortcuts or the tour; one at a time. */
export const useOverlay = create<{ readonly shown: 'palette' | 'keys' | 'tour' | null }>()(() => ({ shown: null }));

export const showOverlay = (shown: 'palette' | 'keys' | 'tour'): void => useOverlay.setState({ shown });
export const hideOverlay = (): void => useOverlay.setState({ shown: null });
