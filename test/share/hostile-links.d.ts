import fc from 'fast-check';
/** Pieces that break what does not expect them: prototypes, endless numbers, invisible and broken characters, escapes. */
export declare const NASTY: readonly ['__proto__', 'constructor', 'prototype.polluted', 'toString', 'hasOwnProperty', 'NaN', 'Infinity', '-Infinity', '1e999', '-1e999', '1e-999', '-0', string, string, '0x10', '1_000', '%', '%00', '%E0%A4%A', '\uD800', '‮', '﻿', '👩‍👩‍👧', '<img src=x onerror=alert(1)>', 'null', 'undefined', '[object Object]', string, string, string, ''];
/** What may stand behind the `#` of an address, from noise to links that differ from a real one by a letter. */
export declare const hostileLink: fc.Arbitrary<string>;
