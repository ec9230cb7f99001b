const LONGEST_NAME = 200;
const LONGEST_QUOTE = 40;

// \p{C} takes control characters, text direction marks and halves of broken surrogate pairs
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** The name of an opened file as the screen and the link carry it: one line, no invisible characters, not endless. */
export function cleanName(name: string): string {
  const plain = shortTo(name.slice(0, 4 * LONGEST_NAME).replace(INVISIBLE, ''), LONGEST_NAME).trim();
  return plain === '' ? 'Opened file' : plain;
}

/** Text from a link as a note quotes it: short, and without what would garble the sentence. */
export function quoted(text: string): string {
  const plain = text.slice(0, 4 * LONGEST_QUOTE).replace(INVISIBLE, '·');
  return `“${plain.length > LONGEST_QUOTE ? `${shortTo(plain, LONGEST_QUOTE - 1)}…` : plain}”`;
}

/** Cut to a length, but never through the middle of a character. */
function shortTo(text: string, length: number): string {
  return text.slice(0, length).replace(/\p{Cs}$/u, '');
}
