import type { ShownUnit } from '../core/quantities/shown-unit.js';

/** What a typed suffix multiplies by: 10^exponent · 2^binary / divisor, in the dimension's base unit. */
export interface TypedScale {
  readonly exponent: number;
  readonly binary: number;
  readonly divisor: number;
}

const DECIMAL: Readonly<Record<string, number>> = {
  '': 0,
  k: 3,
  K: 3,
  M: 6,
  G: 9,
  g: 9,
  T: 12,
  t: 12,
  P: 15,
  p: 15,
  E: 18,
};
const SUBMULTIPLE: Readonly<Record<string, number>> = { '': 0, m: -3, u: -6, µ: -6, μ: -6, n: -9 };

function prefixScale(prefix: string, binary: boolean): TypedScale {
  const exponent = DECIMAL[prefix] ?? 0;
  return binary ? { exponent: 0, binary: (exponent / 3) * 10, divisor: 1 } : { exponent, binary: 0, divisor: 1 };
}

function ownScale(unit: ShownUnit): TypedScale {
  const { exponent, shift, binary = 0, binaryShift = 0 } = unit;
  return { exponent: exponent - shift, binary: binary - binaryShift, divisor: 1 };
}

function readCount(suffix: string, unit: ShownUnit): TypedScale | undefined {
  const noun = unit.text.replace(/s$/, '').replace(/se$/, 's');
  const match = /^([kKMGT]?)(i?)\s*([a-z]*)$/.exec(suffix);
  if (match === null) return undefined;
  const word = (match[3] ?? '').replace(/s$/, '');
  if (word !== '' && word !== noun && `${match[1] ?? ''}${match[2] ?? ''}${word}` !== noun) return undefined;
  return prefixScale(match[1] ?? '', match[2] === 'i');
}

function readBytes(suffix: string, unit: ShownUnit): TypedScale | undefined {
  const match = /^([kKMGTPEgtp]?)(i?)(B?)$/.exec(suffix);
  if (match === null) return undefined;
  const [, prefix = '', i, letter] = match;
  // A bare prefix means the kind of unit shown: "1T" is a TiB where capacities are in GiB, a TB where in GB.
  const isBinary = unit.binary !== undefined && unit.binaryShift === undefined;
  return prefixScale(prefix, i === 'i' || (letter === '' && isBinary));
}

function readBandwidth(suffix: string): TypedScale | undefined {
  const match = /^([kKMGTPE]?)(i?)(?:(B|b|bit|bits)(?:\/s|ps))?$|^([gtp])(?:B(?:\/s|ps))?$/.exec(suffix);
  if (match === null) return undefined;
  const scale = prefixScale(match[1] ?? match[4] ?? '', match[2] === 'i');
  return match[3]?.startsWith('b') === true ? { ...scale, divisor: 8 } : scale;
}

function readFlop(suffix: string): TypedScale | undefined {
  const match = /^([kKMGTPEgtp]?)(?:F|FLOPs?|FLOPS)?(?:\/s|ps)?$/i.exec(suffix);
  const prefix = match?.[1];
  return prefix === undefined ? undefined : prefixScale(prefix === 'm' ? 'M' : prefix === 'e' ? 'E' : prefix, false);
}

function readSeconds(suffix: string): TypedScale | undefined {
  const prefix = /^([muµμn]?)s?$/.exec(suffix)?.[1];
  const exponent = prefix === undefined ? undefined : SUBMULTIPLE[prefix];
  return exponent === undefined ? undefined : { exponent, binary: 0, divisor: 1 };
}

/** What a typed suffix stands for in a field of `unit`; nothing typed is the unit shown; undefined when it makes no sense here. */
export function readSuffix(suffix: string, unit: ShownUnit): TypedScale | undefined {
  if (suffix === '' || suffix === unit.text) return ownScale(unit);
  switch (unit.dimension) {
    case 'count':
      return readCount(suffix, unit);
    case 'bytes':
      return readBytes(suffix, unit);
    case 'bytes-per-second':
      return readBandwidth(suffix);
    case 'flop':
    case 'flop-per-second':
      return readFlop(suffix);
    case 'seconds':
      return readSeconds(suffix);
    case 'fraction':
      return undefined;
  }
}
