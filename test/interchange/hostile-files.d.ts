import fc from 'fast-check';
/** What may be in a file that a person opens, from noise to a file that differs from a real one by a letter. */
export declare const hostileFile: fc.Arbitrary<string>;
export declare const hostileName: fc.Arbitrary<string>;
