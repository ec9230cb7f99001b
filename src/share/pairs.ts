import { quoted } from './names.js';

/** A link or a carried file as `key=value` pairs, unescaped, in the order given. */
export type Pairs = readonly (readonly [key: string, value: string])[];

/** Twice what the largest design has; a longer list is not read to its end. */
const MOST_PAIRS = 2000;

/** Pairs as the text after `#`. Only what would break the link apart is escaped, so that it can be read and typed. */
export function pairsText(pairs: Pairs): string {
  return pairs.map(([key, value]) => `${escaped(key)}=${escaped(value)}`).join('&');
}

function escaped(text: string): string {
  // halves of broken surrogate pairs have no escape at all
  const whole = text.replace(/\p{Cs}/gu, '\uFFFD');
  return encodeURIComponent(whole).replace(/%(3A|2C|40|2F|24|3B)/g, (escape) => decodeURIComponent(escape));
}

/** Pairs from the text after `#`, with a note for each piece that is none. */
export function pairsFromText(text: string, notes: string[]): Pairs {
  const pieces = text.split('&', MOST_PAIRS + 1);
  if (pieces.length > MOST_PAIRS) notes.push('The link has far too many parameters; the last ones were ignored.');
  return pieces.slice(0, MOST_PAIRS).flatMap((piece) => {
    if (piece === '') return [];
    const pair = pairFromText(piece);
    if (!pair) notes.push(`${quoted(piece)} is no parameter with a value; it was ignored.`);
    return pair ? [pair] : [];
  });
}

function pairFromText(piece: string): readonly [string, string] | null {
  const equals = piece.indexOf('=');
  if (equals < 1) return null;
  try {
    return [decodeURIComponent(piece.slice(0, equals)), decodeURIComponent(piece.slice(equals + 1))];
  } catch {
    // a percent sign that escapes nothing: cut off, or never escaped
    return null;
  }
}

/** The pairs by key. A key given twice counts as given last, as when one is typed after the others; a note says so. */
export function byKey(pairs: Pairs, notes: string[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const [key, value] of pairs) {
    if (values.has(key) && values.get(key) !== value)
      notes.push(`${quoted(key)} is given twice; the last value is used.`);
    values.set(key, value);
  }
  return values;
}
