import { costBlock } from '../block/sum-block.js';
import { walkTransformerBlock } from '../block/transformer-block.js';
import { blockSetting } from '../block/block-setting.js';
import type { SearchRequest } from './request.js';
import { searchSpace, strategyAt } from './space.js';
import type { SearchSpace } from './space.js';
import { Sweep } from './sweep.js';
import { Tally } from './tally.js';
import type { SearchTally, TallySettings } from './tally.js';

/** Settings for tallies of one search; every worker's must be the same for them to add up. */
export function tallySettings(request: SearchRequest, top: number): TallySettings {
  return { top, rateBound: rateBound(request), hbmBytes: request.system.memory1.capacityBytes };
}

/** Samples/s that no strategy exceeds: all operations of the model at the faster engine's peak on every processor. */
function rateBound(request: SearchRequest): number {
  const space = searchSpace({ ...request, processors: 1, maxBatch: 1 });
  const { model, system, datatype } = request;
  if (space.size === 0) return 1;
  const block = costBlock(walkTransformerBlock, blockSetting(model, system, strategyAt(space, 0)));
  const flop = model.blocks * (block.forwardFlop + block.agradFlop + block.wgradFlop);
  const engines = system.engines[datatype];
  const peak = Math.max(engines?.matrix.peak ?? 0, engines?.vector.peak ?? 0);
  return (request.processors * peak) / flop;
}

/** Searches a whole space on this thread. */
export function search(request: SearchRequest, top = 100): { space: SearchSpace; tally: SearchTally } {
  const space = searchSpace(request);
  const tally = new Tally(tallySettings(request, top));
  const sweep = new Sweep(request, tally);
  for (const group of space.groups) sweep.sweep(group);
  return { space, tally: tally.result() };
}
