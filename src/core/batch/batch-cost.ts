import type { Bytes, BytesPerSecond, Flop, Fraction, Seconds } from '../quantities/units.js';

/** Where the time of one batch goes, on one processor. The eleven parts add up to `totalSeconds`. */
export interface BatchTime {
  forwardSeconds: Seconds;
  backwardSeconds: Seconds;
  optimizerSeconds: Seconds;
  forwardOffloadExposedSeconds: Seconds;
  backwardOffloadExposedSeconds: Seconds;
  recomputeSeconds: Seconds;
  recommunicationLinkSeconds: Seconds;
  recommunicationExposedSeconds: Seconds;
  bubbleSeconds: Seconds;
  tensorLinkSeconds: Seconds;
  tensorExposedSeconds: Seconds;
  pipelineLinkSeconds: Seconds;
  pipelineExposedSeconds: Seconds;
  dataLinkSeconds: Seconds;
  dataExposedSeconds: Seconds;
  /** What of it the overlapped chunks, and the last of them, have beyond the windows they hide in. */
  dataChunkOverhangSeconds: Seconds;
  dataTailOverhangSeconds: Seconds;
  totalSeconds: Seconds;
  /** Bytes/s the data-parallel link would need to hide behind the chunks and behind the last chunk. */
  dataOverlapChunkBytesPerSecond: BytesPerSecond;
  dataOverlapTailBytesPerSecond: BytesPerSecond;
  pipelineForwardBytes: Bytes;
  pipelineBackwardBytes: Bytes;
  /** Bytes of one block's gradients on the data-parallel network. */
  dataBytes: Bytes;
}

/** One class of memory: all of it, what stays on tier 1 if offloaded, and what it asks of each tier. */
export interface BatchMemory {
  weightBytes: Bytes;
  activationBytes: Bytes;
  checkpointBytes: Bytes;
  weightGradientBytes: Bytes;
  activationGradientBytes: Bytes;
  optimizerBytes: Bytes;
  /** What would stay on tier 1 if the class were offloaded. */
  weightKeptBytes: Bytes;
  activationKeptBytes: Bytes;
  checkpointKeptBytes: Bytes;
  weightGradientKeptBytes: Bytes;
  activationGradientKeptBytes: Bytes;
  optimizerKeptBytes: Bytes;
  /** Weight gradients that move to tier 2 with the optimizer: all of them, reduced. */
  movedWeightGradientBytes: Bytes;
  tier1Bytes: Bytes;
  tier2Bytes: Bytes;
}

/** Bytes/s the offload tier would need for each class to hide behind computation. */
export interface OffloadBandwidth {
  activationBytesPerSecond: BytesPerSecond;
  weightBytesPerSecond: BytesPerSecond;
  optimizerBytesPerSecond: BytesPerSecond;
  /** Of what is offloaded, all together. */
  totalBytesPerSecond: BytesPerSecond;
  /** Bytes that move during the pass that asks for the most of it; 0 where nothing is offloaded. */
  bindingBytes: Bytes;
}

export interface Efficiency {
  /** Model FLOP of one block and microbatch, recomputation left out. */
  usefulFlop: Flop;
  computeEfficiency: Fraction;
  systemEfficiency: Fraction;
  /** Model FLOP utilisation (MFU): useful FLOP over what the matrix engines could do in the whole batch. */
  totalEfficiency: Fraction;
  /** Samples per second. */
  sampleRate: number;
}
