import fc from 'fast-check';
import { type SearchInput } from '../../src/core/inputs/search-input.js';
/** Whatever a search may be asked, in its canonical form. */
export declare const searchInput: fc.Arbitrary<SearchInput>;
