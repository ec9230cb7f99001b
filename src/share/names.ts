const LONGEST_NAME = 200;

/** The name of an opened file as the screen and the link carry it: one line, no invisible characters, not endless. */
export function cleanName(name: string): string {
  // \p{C} takes control characters, text direction marks and halves of broken surrogate pairs
  const plain = [...name.slice(0, 2 * LONGEST_NAME).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')].slice(0, LONGEST_NAME).join('').trim();
  return plain === '' ? 'Opened file' : plain;
}

/** Text from a link as a note quotes it: short, and without what would garble the sentence. */
export function quoted(text: string): string {
  const characters = [...text.slice(0, 80).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '·')];
  return `“${characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : characters.join('')}”`;
}
