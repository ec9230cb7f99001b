import { readSearchRequest } from '../core/search/read-request.js';
import { newTally } from '../core/search/search.js';
import { searchSlices } from '../core/search/slices.js';
import { searchSpace } from '../core/search/space.js';
import { Sweep } from '../core/search/sweep.js';
import type { Practice } from './search-messages.js';
import { TURN_MS, type ServantHost } from './servant-host.js';

/** By then the loops of a sweep are compiled. */
const PRACTICE_MS = 400;

/**
 * Sweeps some of a search for nothing, while nobody asks: the first search of a worker takes a third of a second more than
 * those after it, which compiling its code takes. Ends as soon as `isWanted` says no.
 */
export async function practise({ design, input }: Practice, host: ServantHost, isWanted: () => boolean): Promise<void> {
  const end = performance.now() + PRACTICE_MS;
  let turnEnd = performance.now() + TURN_MS;
  try {
    const request = readSearchRequest(design, input);
    const space = searchSpace(request);
    const sweep = new Sweep(space, newTally(request, { top: 100, mostRows: 0 }));
    for (const slice of searchSlices(space)) {
      for (const _ of sweep.steps(slice)) {
        if (performance.now() < turnEnd) continue;
        await host.nextTurn();
        if (!isWanted() || performance.now() > end) return;
        turnEnd = performance.now() + TURN_MS;
      }
    }
  } catch {
    // what cannot be searched is told to whoever asks for it
  }
}
