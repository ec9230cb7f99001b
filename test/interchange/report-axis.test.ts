import { afterEach, describe, expect, it } from 'vitest';
import { setByteUnits } from '../../src/core/quantities/byte-units.js';
import type { QuantityUnit } from '../../src/core/quantities/quantity.js';
import { axisLines } from '../../src/interchange/report/axis.js';

afterEach(() => setByteUnits('binary'));

/** What stands beneath each line. */
const texts = (low: number, high: number, unit: QuantityUnit): readonly string[] => {
  const x = (value: number): number => ((value - low) / (high - low)) * 480;
  return axisLines({ x, low, high, unit }, 0, 100).flatMap(({ children }) =>
    children.flatMap((child) => (typeof child === 'string' ? [] : child.children.map(String))),
  );
};

describe('the axis of a report', () => {
  it('has round values in the unit they are written in, on either side of 0', () => {
    expect(texts(0, 80 * 2 ** 30, 'bytes')).toEqual(['0 B', '20 GiB', '40 GiB', '60 GiB', '80 GiB']);
    setByteUnits('decimal');
    expect(texts(0, 80e9, 'bytes')).toEqual(['0 B', '20 GB', '40 GB', '60 GB', '80 GB']);
    expect(texts(-4, 16, 'seconds')).toEqual(['0 s', '5 s', '10 s', '15 s']);
    expect(texts(3, 3, 'seconds')).toEqual([]);
  });
});
