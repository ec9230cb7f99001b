import type { SearchRequest } from '../core/search/request.js';
import { newTally } from '../core/search/search.js';
import { searchSlices } from '../core/search/slices.js';
import type { SearchSpace } from '../core/search/space.js';
import { searchSpace, strategyAt } from '../core/search/space.js';
import { Sweep } from '../core/search/sweep.js';
import { RowText } from './row-text.js';

/** A chunk is handed over once it is this long: worth a write, and little enough that many threads may hold some. */
export const CHUNK_BYTES = 2 ** 20;
/** More than any row takes: 119 columns of at most 24 characters, and their commas. */
const LONGEST_ROW = 2 ** 12;

export interface RowChunk {
  /** Whole lines, in a buffer that nothing else uses. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
}

/** Places of the feasible strategies, rising. */
function feasiblePlaces(space: SearchSpace): Float64Array {
  const tally = newTally(space.request, { top: 1, mostRows: space.size });
  const sweep = new Sweep(space, tally);
  for (const slice of searchSlices(space)) for (const _ of sweep.steps(slice));
  return tally.result().rows?.place.sort() ?? new Float64Array();
}

/** The rows of a part of a space, in its order, in chunks that depend on nothing but the part. */
export function* partRows(request: SearchRequest): Generator<RowChunk, void> {
  const space = searchSpace(request);
  const rowText = new RowText(request.model, request.system);
  const places = feasiblePlaces(space);
  const capacity = Math.min(CHUNK_BYTES, places.length * LONGEST_ROW) + LONGEST_ROW;
  let buffer = Buffer.from(new ArrayBuffer(capacity));
  let length = 0;
  let rows = 0;
  const chunk = (): RowChunk => ({ bytes: new Uint8Array(buffer.buffer as ArrayBuffer, 0, length), rows });
  for (const place of places) {
    // Row by row: one long text of many pieces would outlive many a collection, and take long to put together.
    length += buffer.write(`${rowText.row(strategyAt(space, place))}\n`, length, 'latin1');
    rows++;
    if (length < CHUNK_BYTES) continue;
    yield chunk();
    buffer = Buffer.from(new ArrayBuffer(capacity));
    length = 0;
    rows = 0;
  }
  if (rows > 0) yield chunk();
}
