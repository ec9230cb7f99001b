import type { Design } from '../../src/core/inputs/design.js';
import type { SearchInput } from '../../src/core/inputs/search-input.js';
import { readSearchRequest } from '../../src/core/search/read-request.js';
import { search } from '../../src/core/search/search.js';
import type { SearchTally } from '../../src/core/search/tally.js';
import type { SearchEngine } from '../../src/state/connect-search.js';

type Options = Parameters<SearchEngine['search']>[2];

interface Asked {
  readonly design: Design;
  readonly input: SearchInput;
  readonly options: Options;
  /** Answers as the core does. */
  readonly answer: () => SearchTally;
  readonly fail: (error: Error) => void;
}

/** A search engine that answers when the test says. Like the pool, it gives up what runs for the next, and at the signal. */
export class FakeSearch implements SearchEngine {
  readonly workers = 2;
  readonly asked: Asked[] = [];
  readonly warmed: Design[] = [];
  warm(design: Design): void {
    this.warmed.push(design);
  }
  search(design: Design, input: SearchInput, options: Options): Promise<SearchTally> {
    this.asked.at(-1)?.fail(new Error('A newer request took the place of this one.'));
    return new Promise((resolve, reject) => {
      options.signal.addEventListener('abort', () => reject(new Error('cancelled')));
      const answer = (): SearchTally => {
        const { tally } = search(readSearchRequest(design, input), { top: options.top, mostRows: options.mostRows });
        resolve(tally);
        return tally;
      };
      this.asked.push({ design, input, options, answer, fail: reject });
    });
  }
  get last(): Asked {
    const last = this.asked.at(-1);
    if (!last) throw new Error('nothing was asked');
    return last;
  }
}

/** Lets what was answered be taken in. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
