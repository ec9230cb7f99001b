import { useSyncExternalStore } from 'react';

export type ColorScheme = 'light' | 'dark';

const KEY = 'calculon-explorer/color-scheme';
const DARK = '(prefers-color-scheme: dark)';
const listeners = new Set<() => void>();

/** What the person chose here; null while the page follows the system. Storage may be forbidden. */
function chosen(): ColorScheme | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : null;
  } catch {
    return null;
  }
}

/** The scheme on the screen now. */
export function shownColorScheme(): ColorScheme {
  return document.documentElement.dataset['colorScheme'] === 'dark' ? 'dark' : 'light';
}

function show(scheme: ColorScheme): void {
  document.documentElement.dataset['colorScheme'] = scheme;
  // The frame that the system draws around an installed page is of the header's colour, in the scheme chosen here.
  const frame = getComputedStyle(document.documentElement).getPropertyValue('--surface').trim();
  if (frame !== '')
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) meta.content = frame;
  for (const listener of listeners) listener();
}

/** Sets the scheme on the root element, which the style sheets read; follows the system until one was chosen. Call once, before the first render. */
export function startColorScheme(): void {
  const system = window.matchMedia(DARK);
  show(chosen() ?? (system.matches ? 'dark' : 'light'));
  system.addEventListener('change', () => {
    if (chosen() === null) show(system.matches ? 'dark' : 'light');
  });
}

/** Shows a scheme and keeps the choice for the next visit. */
export function chooseColorScheme(scheme: ColorScheme): void {
  try {
    localStorage.setItem(KEY, scheme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  show(scheme);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useColorScheme(): ColorScheme {
  return useSyncExternalStore(subscribe, shownColorScheme);
}
