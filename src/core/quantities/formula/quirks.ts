/** Quirks of the reference that are kept for agreement, under their numbers in docs/model.md. */
export const QUIRKS: Readonly<Record<number, string>> = {
  1: 'Recompute sums run: at every recomputed operation the reference adds the running forward sum of FLOP, bytes and their times, not the operation’s own. The recompute time does not run.',
  2: 'The exposed recommunication of an overlapped Linear is its forward exposed time in the block’s sums, its own in the layers.',
  3: 'An overlapped Linear’s time and exposed time follow the base block’s network time in the edge block too.',
  4: 'With one stage there are no messages, but the latency of an empty one is in the edge block’s pass.',
  5: 'Without training, offloading activations raises the HBM used: working and stored activations stay there.',
  6: 'The bandwidth needed for data overlap is 0, not infinite, where there is no window to hide in.',
  7: '51,200 rows of vocabulary are in the parameter count, whatever the model’s.',
  8: 'Useful work is counted for q blocks at every stage. Where p does not divide the blocks, some stages hold one fewer: MFU then counts work that the model does not ask for. “MFU without padding” leaves it out.',
};
