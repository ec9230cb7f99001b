import { blockSetting } from '../block/block-setting.js';
import { costBlock } from '../block/sum-block.js';
import { walkTransformerBlock } from '../block/transformer-block.js';
import type { FrontRow } from './pareto-front.js';
import { ALL_OPTIONS, hbmBytesOf } from './request.js';
import type { SearchRequest } from './request.js';
import { searchSlices } from './slices.js';
import { searchSpace, strategyAt } from './space.js';
import type { SearchSpace } from './space.js';
import { Sweep } from './sweep.js';
import { Tally } from './tally.js';
import type { SearchTally } from './tally.js';

/** What to keep of a search beside its counts. */
export interface KeepOptions {
  /** How many of the best strategies. */
  readonly top: number;
  /** Every feasible row while there are no more than this; 0 for none. */
  readonly mostRows: number;
}

/** An empty tally of a search. Those of several workers add up (`Tally.merge`) when request and options are the same. */
export const newTally = (request: SearchRequest, keep: KeepOptions): Tally =>
  new Tally({
    ...keep,
    rateBound: rateBound(request),
    hbmBytes: hbmBytesOf(request),
    leastRate: request.leastRate,
  });

/** Samples/s that no strategy exceeds: all operations of the model at the faster engine's peak on every processor. */
function rateBound(request: SearchRequest): number {
  const { model, system, datatype } = request;
  const one = searchSpace({ ...request, processors: 1, maxBatch: 1, options: ALL_OPTIONS });
  const block = costBlock(walkTransformerBlock, blockSetting(model, system, strategyAt(one, 0)));
  const flop = model.blocks * (block.forwardFlop + block.agradFlop + block.wgradFlop);
  const engines = system.engines[datatype];
  const peak = Math.max(engines?.matrix.peak ?? 0, engines?.vector.peak ?? 0);
  return (request.processors * peak) / flop;
}

/**
 * Searches a whole space on this thread.
 * @throws if the system lacks the datatype: check `searchProblems` first.
 */
export function search(
  request: SearchRequest,
  keep: KeepOptions = { top: 100, mostRows: 0 },
): { space: SearchSpace; tally: SearchTally } {
  const space = searchSpace(request);
  const tally = newTally(request, keep);
  const sweep = new Sweep(space, tally);
  for (const slice of searchSlices(space)) for (const _ of sweep.steps(slice));
  return { space, tally: tally.result() };
}

/**
 * The strategy of least HBM among those within `share` (0–1) of the best rate; null without a feasible one. The front
 * has it: whatever beats its HBM is slower.
 */
export function leastHbmRow(front: readonly FrontRow[], share: number): FrontRow | null {
  const best = front.at(-1)?.rate ?? 0;
  return front.find((row) => row.rate >= share * best) ?? null;
}
