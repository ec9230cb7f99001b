import type { Operation } from './operation.js';

/** Receives a block's operations one by one, in order; the record is reused, so it reads and does not keep. */
export interface BlockSink {
  add(op: Operation): void;
}
