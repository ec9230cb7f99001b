import type { OptionEntry } from './field-entries.js';

/** Letters and digits alone: "Tier 1: Bandwidth" is typed without its colon. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The words of a text, in plain letters. */
export const wordsOf = (text: string): ReadonlySet<string> => new Set(plain(text).split(' ').filter(Boolean));

/**
 * The options that are typed out, in any order of words: all words of the option and some of its input's names, and none
 * beside them. "recompute none", "zero on". Another name of an option may also stand alone: "mqa".
 */
export function typedOut(options: readonly OptionEntry[], query: string): readonly OptionEntry[] {
  const typed = wordsOf(query);
  return options.filter(({ option, optionNames, inputNames }) => {
    const names = wordsOf(inputNames);
    const isTypedOut = (own: ReadonlySet<string>): boolean =>
      [...own].every((word) => typed.has(word)) && [...typed].every((word) => own.has(word) || names.has(word));
    const own = wordsOf(option);
    // an option alone does not say whose it is
    return (typed.size > own.size && isTypedOut(own)) || optionNames.some((name) => isTypedOut(wordsOf(name)));
  });
}
