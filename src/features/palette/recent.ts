const KEY = 'calculon-explorer/recent-commands';
const MOST = 6;

/** What was done last from the palette, the newest first. */
export function recentIds(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberRecent(id: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([id, ...recentIds().filter((each) => each !== id)].slice(0, MOST)));
  } catch {
    // Without storage nothing is remembered.
  }
}
