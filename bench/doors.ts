/** How long each hostile link and file takes its reader: the median, all but one in a hundred, and the longest. */
import fc from 'fast-check';
import { isLibraryText, readLibrary } from '../src/interchange/library-file.js';
import { readFile } from '../src/interchange/read-file.js';
import { decodeLink, refusedLink } from '../src/share/link.js';
import { hostileFile } from '../test/interchange/hostile-files.js';
import { hostileLink } from '../test/share/hostile-links.js';
import { PRESETS } from '../test/state/preset-files.js';
import { print } from './timing.js';

const CASES = 10_000;
const milliseconds = (value: number | undefined): string => `${(value ?? Number.NaN).toFixed(2)} ms`;

function time(what: string, texts: readonly string[], read: (text: string) => void): void {
  for (const text of texts.slice(0, 1000)) read(text);
  const taken = texts
    .map((text) => {
      const begun = performance.now();
      read(text);
      return { ms: performance.now() - begun, text };
    })
    .sort((left, right) => left.ms - right.ms);
  const at = (share: number): number | undefined => taken[Math.floor(share * (taken.length - 1))]?.ms;
  const longest = taken.at(-1);
  const note = `99 in 100 below ${milliseconds(at(0.99))}; the longest ${milliseconds(longest?.ms)}, ${longest?.text.slice(0, 40).replace(/\s/g, ' ')}… of ${longest?.text.length}`;
  print(what, milliseconds(at(0.5)), note);
}

export function run(): void {
  console.log(`\nThe doors: ${CASES.toLocaleString('en-GB')} hostile texts each, median`);
  const links = fc.sample(hostileLink, { numRuns: CASES, seed: 1 });
  time('a link', links, (text) => {
    if (refusedLink(text) === null) decodeLink(text, PRESETS);
  });
  const files = fc.sample(hostileFile, { numRuns: CASES, seed: 1 });
  time('a file', files, (text) => {
    if (isLibraryText(text)) readLibrary(text);
    else readFile(text, 'x.json');
  });
}
