import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DesignPart } from '../../src/core/inputs/design.js';
import { FIELDS } from '../../src/core/inputs/fields.js';
import { readModel } from '../../src/interchange/calculon-model.js';
import { readStrategy } from '../../src/interchange/calculon-strategy.js';
import { readSystem } from '../../src/interchange/calculon-system.js';
import { allowedText } from '../../src/core/inputs/allowed.js';
import { isInputPath, isWholePart } from '../../src/share/part-check.js';
import { leafPaths, withValue } from '../../src/share/paths.js';
import { anyPart } from './state-arbitrary.js';

const door = { model: readModel, system: readSystem, strategy: readStrategy };
const PARTS: readonly DesignPart[] = ['model', 'system', 'strategy'];

describe.each(PARTS)('a link and a file allow the same %s', (part) => {
  it('when every field is within its limits', () => {
    fc.assert(
      fc.property(anyPart(part), (value) => {
        expect(isWholePart(part, value)).toBe(true);
        expect(door[part](value)).toEqual({ ok: true, value });
      }),
    );
  });

  it('when a field is anything at all', () => {
    const number = fc.oneof(
      fc.double(),
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(1e7, 1e9, 1e12, 1e12 + 1, 0.999, 63, 64),
    );
    const pairs = fc.array(fc.tuple(number, number), { maxLength: 3 });
    const weird = fc.oneof(
      number,
      pairs,
      fc.tuple(number, fc.oneof(number, fc.constant(null))),
      fc.constantFrom(undefined, null, true, 'full', '8', {}),
    );
    fc.assert(
      fc.property(anyPart(part), fc.nat(), weird, (value, pick, anything) => {
        const paths = leafPaths(value);
        const garbled: unknown = withValue<unknown>(value, paths[pick % paths.length] ?? '', anything);
        expect(isWholePart(part, garbled)).toBe(door[part](garbled).ok);
      }),
      { numRuns: 500 },
    );
  });

  it('and nothing besides', () => {
    fc.assert(
      fc.property(
        anyPart(part),
        fc.constantFrom('extra', 'mem3', '__proto__', 'constructor', 'matrix.int4', 'networks.0.ops.gather'),
        (value, path) => {
          const more: unknown = withValue<unknown>(value, path, 1);
          expect(isWholePart(part, more)).toBe(false);
          expect(door[part](more).ok).toBe(false);
        },
      ),
    );
  });

  it('and each says what is allowed', () => {
    for (const field of FIELDS[part]) expect(allowedText(field)).toMatch(/^(a |one of |true or|threshold|scalar)/);
  });
});

it('a path is an input only on a datatype or tier that can exist', () => {
  expect(isInputPath('system', 'networks.63.latency')).toBe(true);
  for (const path of [
    'networks.64.latency',
    'networks.01.latency',
    'networks.-1.latency',
    'networks.*.latency',
    'matrix.int8.tflops',
    'mem1',
    'networks',
  ])
    expect(isInputPath('system', path), path).toBe(false);
});
