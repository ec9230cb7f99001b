/** What was thrown, in its own words: it may be anything. */
export const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error));
