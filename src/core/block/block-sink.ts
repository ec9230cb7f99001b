import type { BlockSetting } from './block-setting.js';
import type { Operation } from './operation.js';

/** Receives a block's operations one by one, in order; the record is reused, so it reads and does not keep. */
export interface BlockSink {
  add(op: Operation): void;
}

/** A kind of block: names its operations to the sink, each written into `op`. */
export type BlockWalk = (setting: BlockSetting, op: Operation, sink: BlockSink) => void;
