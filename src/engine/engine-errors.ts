/** A newer request of the same kind took this one's place; nobody needs to be told. */
export class SupersededError extends Error {
  override readonly name = 'SupersededError';
  constructor() {
    super('A newer request took the place of this one.');
  }
}

/** The caller's signal was aborted, or the engine was shut down. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
  constructor() {
    super('The request was cancelled.');
  }
}

/** What a worker says of an error: for memory that cannot be had, what a person may do about it. */
export function failureText(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof RangeError && /alloc|memory|array (buffer|length)/i.test(message)
    ? `The browser has too little memory for this (${message}). Ask for less at once, or close other tabs, and start again.`
    : message;
}

/** The core broke down, was started again, and broke down again on the same request. */
export class EngineFailedError extends Error {
  override readonly name = 'EngineFailedError';
  constructor(cause: Error) {
    super(
      `The calculation stopped twice on this design and was given up (${cause.message}). Change an input to try again, or reload the page.`,
      { cause },
    );
  }
}
