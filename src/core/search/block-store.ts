import type { Design } from '../inputs/design.js';
import { BlockCache } from './block-cache.js';
import type { SearchRequest } from './request.js';

/** So many blocks take some tens of megabytes. */
const MOST_BLOCKS = 40_000;
/** Models and systems whose blocks are kept at once. */
const MOST_STORES = 4;

/** Blocks of one model on one system, by tensor-parallel degree, for searches of any number of processors. */
export class BlockStore {
  private readonly caches = new Map<number, BlockCache>();

  constructor(private readonly request: SearchRequest) {}

  of(tensorParallel: number): BlockCache {
    const known = this.caches.get(tensorParallel);
    if (known !== undefined) return known;
    let size = 0;
    for (const cache of this.caches.values()) size += cache.size;
    if (size > MOST_BLOCKS) this.caches.clear();
    const made = new BlockCache(this.request, tensorParallel);
    this.caches.set(tensorParallel, made);
    return made;
  }
}

/**
 * The stores of the models and systems that were searched last. What a block costs depends on neither the number of
 * processors nor the capacity of a memory, so that a study over sizes computes each block once.
 */
export class BlockStores {
  private readonly stores = new Map<string, BlockStore>();

  of(design: Design, request: SearchRequest): BlockStore {
    const { model, system, strategy } = design;
    const { mem1, mem2: _, ...rest } = system;
    const key = JSON.stringify([model, { ...rest, mem1: { ...mem1, GiB: 0 } }, strategy.datatype]);
    const store = this.stores.get(key) ?? new BlockStore(request);
    // the last used stands last
    this.stores.delete(key);
    this.stores.set(key, store);
    if (this.stores.size > MOST_STORES) this.stores.delete(this.stores.keys().next().value as string);
    return store;
  }
}
