/** What the model leaves out, as docs/model.md has it under "Outside the model". */
export const OUTSIDE_MODEL: readonly string[] = [
  'token embedding and output head',
  'grouped-query attention',
  'gated MLPs',
  'mixture of experts',
  'context parallelism',
  'sharding beyond the optimizer’s',
  'decoding with a cache',
  'failures, cost and energy',
  'network contention beyond the share of compute a busy network takes',
  'stragglers',
  'kernel launch times',
];
