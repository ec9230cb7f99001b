/** How the program ends: what scripts written for the reference tool look at. */
export const EXIT = {
  done: 0,
  /** The strategy does not fit the machine. */
  infeasible: 1,
  /** A file or an argument is not what it must be. */
  malformed: 2,
  /** Stopped by Ctrl+C: 128 + the signal's number, as shells have it. */
  interrupted: 130,
  /** Stopped by the system, as at the end of a batch job's time. */
  terminated: 143,
} as const;

/** Ends the command with a message. Thrown anywhere, answered once, in main.ts. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode: number = EXIT.malformed,
  ) {
    super(message);
  }
}
