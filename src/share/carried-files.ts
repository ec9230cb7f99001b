import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import type { Design, DesignPart } from '../core/inputs/design.js';
import { bytesFromText, bytesText } from './base64url.js';
import { DICTIONARIES, NEWEST_DICTIONARY } from './dictionaries.js';
import { cleanName } from './names.js';
import { byKey, pairsFromText, type Pairs } from './pairs.js';
import { changesOf, emptyPart } from './part-pairs.js';
import { partFromPairs } from './part-from-pairs.js';
import { DESIGN_PARTS, type Base } from './shared-state.js';

/**
 * Opened files that a link carries: what a part started from when it was no preset. Each is a line of pairs that
 * begins with its part and name; the lines are deflated against a dictionary, whose version comes first: `1.q1bK…`.
 */
export type CarriedFiles = { readonly [P in DesignPart]?: Base<Design[P]> };

/** Twice what the largest design takes; anything longer was made to exhaust the page. */
const MOST_CARRIED_BYTES = 256 * 1024;

/** The files as the value of a link's `z`. */
export function carriedText(files: CarriedFiles): string {
  const lines = DESIGN_PARTS.flatMap((part) => {
    const file = files[part];
    return file ? [lineOf([['part', part], ['name', file.name], ...changesOf(part, emptyPart(part), file.value)])] : [];
  });
  const dictionary = strToU8(DICTIONARIES[NEWEST_DICTIONARY] ?? '');
  return `${NEWEST_DICTIONARY}.${bytesText(deflateSync(strToU8(lines.join('\n')), { level: 9, dictionary }))}`;
}

/** As a link has them, but with nothing escaped that need not be: the text is deflated, not read. */
function lineOf(pairs: Pairs): string {
  return pairs.map(([key, value]) => `${key}=${value.replace(/[%&\n]/g, encodeURIComponent)}`).join('&');
}

/** The files that a link's `z` carries. Never throws: what cannot be read is left out, with a note. */
export function carriedFromText(
  text: string,
  upgrade: (pairs: Pairs, part: DesignPart) => Pairs,
  notes: string[],
): CarriedFiles {
  const lines = inflatedLines(text, notes);
  const files: { -readonly [P in DesignPart]?: Base<Design[P]> } = {};
  const add = <P extends DesignPart>(part: P, pairs: ReadonlyMap<string, string>): void => {
    const value = partFromPairs(part, emptyPart(part), pairs, notes);
    if (value === null) notes.push(`The ${part} that the link carries is incomplete; it was ignored.`);
    else (files as Partial<Record<P, Base<Design[P]>>>)[part] = carriedBase(pairs.get('name') ?? '', value);
  };
  for (const line of lines) {
    const pairs = pairsFromText(line, notes);
    const part = DESIGN_PARTS.find((candidate) => candidate === pairs[0]?.[1]);
    if (part) add(part, byKey(upgrade(pairs, part), notes));
  }
  return files;
}

function carriedBase<T>(name: string, value: T): Base<T> {
  return { presetId: null, revision: 1, name: cleanName(name), value };
}

function inflatedLines(text: string, notes: string[]): readonly string[] {
  const [, version = '', data = ''] = /^(\d{1,4})\.([\w-]+)$/.exec(text) ?? [];
  const dictionary = Object.hasOwn(DICTIONARIES, version) ? DICTIONARIES[Number(version)] : undefined;
  const packed = bytesFromText(data);
  if (dictionary === undefined || packed === null) {
    notes.push(
      'The opened files that the link carries (z) could not be read; the link may be cut off or from a newer version.',
    );
    return [];
  }
  try {
    const bytes = inflated(packed, strToU8(dictionary));
    if (bytes) return strFromU8(bytes).split('\n', 4).slice(0, 3);
    notes.push('The opened files that the link carries (z) are far too large; they were ignored.');
  } catch {
    notes.push('The opened files that the link carries (z) could not be unpacked; the link may be cut off.');
  }
  return [];
}

/** At most so many packed bytes at a time: a byte unpacks to a thousand at most, so too much is noticed early. */
const SLICE_BYTES = 256;

/**
 * The bytes unpacked; null when there are too many.
 *
 * @throws when they are no deflated bytes, or cut off.
 */
function inflated(packed: Uint8Array, dictionary: Uint8Array): Uint8Array | null {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate({ dictionary }, (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  for (let start = 0; start < packed.length; start += SLICE_BYTES) {
    inflate.push(packed.slice(start, start + SLICE_BYTES), start + SLICE_BYTES >= packed.length);
    if (length > MOST_CARRIED_BYTES) return null;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
