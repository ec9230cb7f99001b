import type { SearchAnswer } from './search-messages.js';

/** How long a servant works before it looks whether it is to stop. */
export const TURN_MS = 10;

/** What a host gives to the worker's side: a way to answer, and turns. */
export interface ServantHost {
  send(answer: SearchAnswer, transfer: ArrayBuffer[]): void;
  /** Resolves after the messages that wait have been handled. */
  nextTurn(): Promise<void>;
}
