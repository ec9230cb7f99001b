import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowed, LAW, MOST_CURVE_POINTS } from '../../src/core/inputs/allowed.js';
import type { DesignPart } from '../../src/core/inputs/design.js';
import type { InputField } from '../../src/core/inputs/field.js';
import { FIELDS } from '../../src/core/inputs/fields.js';
import { choiceLeaf, curveLeaf, lawLeaf, numberLeaf, switchLeaf } from '../../src/interchange/leaf-schema.js';

/** The schema says where in a curve a fault is; core says only whether there is one. They must never disagree. */
function schemaOf(part: DesignPart, field: InputField) {
  switch (field.kind) {
    case 'number':
      return numberLeaf(part, field.path);
    case 'choice':
      return choiceLeaf(
        part,
        field.path,
        field.options.map((option) => option.value),
      );
    case 'switch':
      return switchLeaf(part, field.path);
    case 'curve':
      return curveLeaf(part, field.path);
    case 'collective-law':
      return lawLeaf(part, field.path);
  }
}

const all = (['model', 'system', 'strategy'] as const).flatMap((part) =>
  FIELDS[part].map((field) => [`${part}.${field.path}`, field, schemaOf(part, field)] as const),
);

const edges = [-1, -0, 0, Number.MIN_VALUE, 0.5, 1, 1 + Number.EPSILON, NaN, Infinity, -Infinity] as const;
const odd = fc.constantFrom<unknown>(undefined, null, true, '', '1', {}, [], [0], [0, 1, 2]);
const near = fc.oneof(
  fc.constantFrom(...edges, LAW.mostScalar, LAW.mostScalar + 1, LAW.leastOffset, LAW.leastOffset - 1, LAW.mostOffset),
  fc.double(),
);
const share = fc.oneof({ weight: 5, arbitrary: fc.double({ min: 1e-9, max: 1, noNaN: true }) }, near);

/** Curves that are right, and such with one thing wrong: order, end, efficiency, shape, length. */
const curve = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 0, maxLength: MOST_CURVE_POINTS + 2 }),
    fc.boolean(),
    fc.double({ min: 1e-9, max: 1, noNaN: true }),
    fc.option(fc.tuple(fc.nat(), fc.oneof<fc.Arbitrary<unknown>[]>(odd, fc.tuple(near, share), share))),
  )
  .map(([thresholds, ends, efficiency, slip]) => {
    const falling = [...thresholds.filter((each) => each > 0).toSorted((a, b) => b - a), ...(ends ? [0] : [])];
    const points: unknown[] = falling.map((threshold) => [threshold, efficiency]);
    return slip === null || points.length === 0 ? points : points.toSpliced(slip[0] % points.length, 1, slip[1]);
  });
const law = fc.tuple(near, fc.oneof(near, fc.constant(null), odd));

function values(field: InputField): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'number': {
      const limits = [field.min, field.max].flatMap((limit) => [limit, limit - 1, limit + 1, limit * (1 + 1e-15)]);
      return fc.oneof(fc.constantFrom(...limits, 2 ** 53, 1.5), near, fc.integer(), odd);
    }
    case 'curve':
      return fc.oneof({ weight: 5, arbitrary: curve }, law, odd);
    case 'collective-law':
      return fc.oneof({ weight: 5, arbitrary: law }, curve, odd);
    case 'choice':
      return fc.oneof(fc.constantFrom(...field.options.map((option) => option.value)), fc.string(), odd);
    case 'switch':
      return fc.oneof(fc.boolean(), odd);
  }
}

describe('a file’s schema and core allow the same', () => {
  it.each(all)('%s', (_, field, schema) => {
    let allowed = 0;
    fc.assert(
      fc.property(values(field), (value) => {
        const core = isAllowed(field, value);
        allowed += core ? 1 : 0;
        expect(schema.safeParse(value).success).toBe(core);
      }),
      { numRuns: 300 },
    );
    // Neither side is tried on refusals alone.
    expect(allowed).toBeGreaterThan(10);
  });

  it('and the schema says which point of a curve is wrong', () => {
    const [, , schema] = all.find(([, field]) => field.kind === 'curve') ?? [];
    const at = (value: unknown): unknown => schema?.safeParse(value).error?.issues.map((issue) => issue.path);
    expect(at([[100, 0.9], [100, 0.5], [0, 0.3]])).toEqual([[1, 0]]); // prettier-ignore
    expect(at([[100, 0.9], [10, 1.5], [0, 0.3]])).toEqual([[1, 1]]); // prettier-ignore
    expect(at([[100, 0.9], [10, 0.5]])).toEqual([[1, 0]]); // prettier-ignore
  });
});
