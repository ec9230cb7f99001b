import type { Bytes, Flop, Seconds } from '../quantities/units.js';

/**
 * What one transformer block costs for one microbatch on one processor. A flat record of plain
 * numbers: a search writes millions of these in place, so there is nothing nested and nothing null.
 *
 * Four stages: `forward`; `agrad`, the gradient of the activations; `wgrad`, the gradient of the weights;
 * `optimizer`, the weight update. `recompute` is the forward work repeated in the backward pass.
 * A pipeline chunk's last block is its `edge` block; the others are `base` blocks. They differ only in
 * their tensor-parallel exchanges.
 */
export interface BlockCost {
  forwardFlop: Flop;
  forwardFlopSeconds: Seconds;
  forwardBytes: Bytes;
  forwardMemorySeconds: Seconds;
  forwardSeconds: Seconds;

  recomputeFlop: Flop;
  recomputeFlopSeconds: Seconds;
  recomputeBytes: Bytes;
  recomputeMemorySeconds: Seconds;
  recomputeSeconds: Seconds;

  agradFlop: Flop;
  agradFlopSeconds: Seconds;
  agradBytes: Bytes;
  agradMemorySeconds: Seconds;
  agradSeconds: Seconds;

  wgradFlop: Flop;
  wgradFlopSeconds: Seconds;
  wgradBytes: Bytes;
  wgradMemorySeconds: Seconds;
  wgradSeconds: Seconds;

  optimizerFlop: Flop;
  optimizerFlopSeconds: Seconds;
  optimizerBytes: Bytes;
  optimizerMemorySeconds: Seconds;
  optimizerSeconds: Seconds;

  /** Tensor-parallel exchange of the forward pass: bytes on the network, link time, and what is not hidden. */
  baseForwardTensorBytes: Bytes;
  edgeForwardTensorBytes: Bytes;
  baseForwardTensorSeconds: Seconds;
  edgeForwardTensorSeconds: Seconds;
  baseForwardTensorExposedSeconds: Seconds;
  edgeForwardTensorExposedSeconds: Seconds;

  /** Tensor-parallel exchange of the backward pass. */
  baseBackwardTensorBytes: Bytes;
  edgeBackwardTensorBytes: Bytes;
  baseBackwardTensorSeconds: Seconds;
  edgeBackwardTensorSeconds: Seconds;
  baseBackwardTensorExposedSeconds: Seconds;
  edgeBackwardTensorExposedSeconds: Seconds;

  /** Exchanges repeated to rebuild what the forward pass did not store. */
  baseRecommunicationBytes: Bytes;
  edgeRecommunicationBytes: Bytes;
  baseRecommunicationSeconds: Seconds;
  edgeRecommunicationSeconds: Seconds;
  baseRecommunicationExposedSeconds: Seconds;
  edgeRecommunicationExposedSeconds: Seconds;

  /** Bytes/s a tensor-parallel link would need for its traffic to hide; 0 with nothing overlapped. */
  tensorOverlapBytesPerSecond: number;

  weightBytes: Bytes;
  activationWorkingBytes: Bytes;
  activationStoredBytes: Bytes;
  checkpointBytes: Bytes;
  /** After reduction (sharded if the optimizer is). */
  weightGradientBytes: Bytes;
  /** Before reduction, always 4 bytes an element. */
  weightGradientUnreducedBytes: Bytes;
  activationGradientBytes: Bytes;
  optimizerStateBytes: Bytes;
}
