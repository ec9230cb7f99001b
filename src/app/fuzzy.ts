import fuzzysort from 'fuzzysort';
import type { MakeFinder } from '../features/palette/found.js';

/** Below this a match is by chance. */
const LEAST_SCORE = 0.35;
/** A match in other words than the label counts so much less, unless it is a whole word of them: another name. */
const OTHER_WORDS = 0.9;

const hasWord = (words: string, query: string): boolean => ` ${words} `.toLowerCase().includes(` ${query} `);

/** Finds entries by the letters of their labels in order, or of other words for them. */
export const makeFinder: MakeFinder = (texts) => {
  const targets = texts.map(({ label, words }, at) => ({ at, label, words }));
  const snapshot = fuzzysort.snapshot(targets, { keys: ['label', 'words'] });
  return (query) => {
    const word = query.trim().toLowerCase();
    const otherWords = (words: string): number => (hasWord(words, word) ? 1 : OTHER_WORDS);
    return (
      fuzzysort
        .go(query, snapshot, {
          limit: 0,
          threshold: LEAST_SCORE,
          scoreFn: (result) =>
            Math.max(result[0]?.score ?? 0, (result[1]?.score ?? 0) * otherWords(result.obj.words), result.score * 0.8),
        })
        // of equals those that come first in the list: an input before its options
        .toSorted((one, other) => other.score - one.score || one.obj.at - other.obj.at)
        .map((result) => ({ at: result.obj.at, marked: (result[0]?.score ?? 0) > 0 ? (result[0]?.indexes ?? []) : [] }))
    );
  };
};
