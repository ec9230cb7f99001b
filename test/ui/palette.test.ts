import { describe, expect, it } from 'vitest';
import { contrast, inkOn, MEMORY_PAINT, TIME_PAINT } from '../../src/ui/palette.js';

const paints = Object.entries({ ...TIME_PAINT, ...MEMORY_PAINT });

describe('palette', () => {
  it('agrees with WCAG on black, white and a known grey', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
  });

  it.each(paints)('text on %s reaches 4.5 : 1', (_, { fill }) => {
    expect(contrast(fill, inkOn(fill))).toBeGreaterThanOrEqual(4.5);
  });

  it('gives any fill a readable ink', () => {
    for (let grey = 0; grey < 256; grey++) {
      const fill = `#${grey.toString(16).padStart(2, '0').repeat(3)}`;
      expect(contrast(fill, inkOn(fill))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('tells two quantities of one colour apart by a pattern', () => {
    for (const palette of [TIME_PAINT, MEMORY_PAINT]) {
      const looks = Object.values(palette).map((paint) => JSON.stringify(paint));
      expect(new Set(looks).size).toBe(looks.length);
    }
  });
});
