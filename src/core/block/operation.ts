import type { Bytes, BytesPerSecond, Elements, Flop, Seconds } from '../quantities/units.js';

/** What one operation does in one stage. Network fields of the weight-gradient stage are its recommunication. */
export interface StageWork {
  flop: Flop;
  bytes: Bytes;
  flopSeconds: Seconds;
  memorySeconds: Seconds;
  /** Processing: 0 for an exchange, whose time is all network time. */
  seconds: Seconds;
  baseNetworkBytes: Bytes;
  edgeNetworkBytes: Bytes;
  baseNetworkSeconds: Seconds;
  edgeNetworkSeconds: Seconds;
  baseExposedSeconds: Seconds;
  edgeExposedSeconds: Seconds;
}

export type OperationKind = 'compute' | 'exchange' | 'overlapped';

/** How an operation takes part in recomputation and storage. */
export interface OperationFlags {
  /** Run again in the backward pass. */
  recomputed: boolean;
  /** Its exchange is run again in the backward pass. */
  recommunicated: boolean;
  /** Its input activation is kept for the backward pass. */
  stored: boolean;
  /** Its input activation is the same tensor as an earlier operation's. */
  shared: boolean;
  /** Its output is kept for the backward pass. */
  outputStored: boolean;
}

/**
 * One operation of a block. One record is reused for a whole block (and by a search for millions), so a
 * reader copies what it wants to keep.
 */
export interface Operation extends OperationFlags {
  name: string;
  kind: OperationKind;
  onMatrixEngine: boolean;
  inputElements: Elements;
  outputElements: Elements;
  weightElements: Elements;
  forward: StageWork;
  agrad: StageWork;
  wgrad: StageWork;
  optimizer: StageWork;
  weightBytes: Bytes;
  activationBytes: Bytes;
  activationGradientBytes: Bytes;
  /** After reduction, sharded if the optimizer is. */
  weightGradientBytes: Bytes;
  /** Before reduction, 4 bytes an element. */
  weightGradientUnreducedBytes: Bytes;
  optimizerBytes: Bytes;
  /** Bytes moved at once by the exchange: a tile where it is overlapped. */
  tiles: number;
  /** Bytes/s its link would need to hide; 0 where nothing is overlapped. */
  overlapBytesPerSecond: BytesPerSecond;
}

const newStage = (): StageWork => ({
  flop: 0,
  bytes: 0,
  flopSeconds: 0,
  memorySeconds: 0,
  seconds: 0,
  baseNetworkBytes: 0,
  edgeNetworkBytes: 0,
  baseNetworkSeconds: 0,
  edgeNetworkSeconds: 0,
  baseExposedSeconds: 0,
  edgeExposedSeconds: 0,
});

export const newOperation = (): Operation => ({
  name: '',
  kind: 'compute',
  onMatrixEngine: false,
  recomputed: false,
  recommunicated: false,
  stored: true,
  shared: false,
  outputStored: true,
  inputElements: 0,
  outputElements: 0,
  weightElements: 0,
  forward: newStage(),
  agrad: newStage(),
  wgrad: newStage(),
  optimizer: newStage(),
  weightBytes: 0,
  activationBytes: 0,
  activationGradientBytes: 0,
  weightGradientBytes: 0,
  weightGradientUnreducedBytes: 0,
  optimizerBytes: 0,
  tiles: 1,
  overlapBytesPerSecond: 0,
});

function clearStage(stage: StageWork): void {
  stage.flop = 0;
  stage.bytes = 0;
  stage.flopSeconds = 0;
  stage.memorySeconds = 0;
  stage.seconds = 0;
  stage.baseNetworkBytes = 0;
  stage.edgeNetworkBytes = 0;
  stage.baseNetworkSeconds = 0;
  stage.edgeNetworkSeconds = 0;
  stage.baseExposedSeconds = 0;
  stage.edgeExposedSeconds = 0;
}

/** Makes the record ready for the next operation, with the default flags. */
export function startOperation(op: Operation, name: string, kind: OperationKind): void {
  op.name = name;
  op.kind = kind;
  op.onMatrixEngine = false;
  op.recomputed = false;
  op.recommunicated = false;
  op.stored = true;
  op.shared = false;
  op.outputStored = true;
  op.inputElements = 0;
  op.outputElements = 0;
  op.weightElements = 0;
  clearStage(op.forward);
  clearStage(op.agrad);
  clearStage(op.wgrad);
  clearStage(op.optimizer);
  op.weightBytes = 0;
  op.activationBytes = 0;
  op.activationGradientBytes = 0;
  op.weightGradientBytes = 0;
  op.weightGradientUnreducedBytes = 0;
  op.optimizerBytes = 0;
  op.tiles = 1;
  op.overlapBytesPerSecond = 0;
}
