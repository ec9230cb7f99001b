import { describe, expect, it } from 'vitest';
import { valueAt } from '../../src/core/inputs/value-at.js';
import { leafPaths, withValue } from '../../src/share/paths.js';
import { deepFrozen } from '../state/preset-files.js';

const value = deepFrozen({
  a: 1,
  b: {
    c: [
      [1, 2],
      [0, 1],
    ],
    d: null,
  },
  list: [{ x: 1 }, { x: 2 }, { x: 3 }],
});

describe('paths', () => {
  it('read what is there, and undefined where nothing is', () => {
    expect(valueAt(value, 'b.c')).toEqual([
      [1, 2],
      [0, 1],
    ]);
    expect(valueAt(value, 'list.1.x')).toBe(2);
    for (const path of ['z', 'a.b', 'list.9.x', '__proto__', 'constructor.name', 'list.length.x', 'b.d.e'])
      expect(valueAt(value, path), path).toBeUndefined();
  });

  it('write a copy that shares what they do not touch', () => {
    const changed = withValue(value, 'list.1.x', 5);
    expect(changed.list).toEqual([{ x: 1 }, { x: 5 }, { x: 3 }]);
    expect(changed.b).toBe(value.b);
    expect(changed.list[0]).toBe(value.list[0]);
    expect(withValue(value, 'list.1.x', 2)).toBe(value);
    expect(
      withValue(value, 'b.c', [
        [1, 2],
        [0, 1],
      ]),
    ).toBe(value);
  });

  it('add and remove', () => {
    expect(withValue(value, 'list.3', { x: 4 }).list).toHaveLength(4);
    expect(withValue(value, 'list.0', undefined).list).toEqual([{ x: 2 }, { x: 3 }]);
    expect(withValue(value, 'list.7', { x: 4 })).toBe(value);
    expect(withValue(value, 'b.d', undefined).b).toEqual({ c: value.b.c });
    expect(withValue(value, 'b.q', undefined)).toBe(value);
    expect(withValue<object>(value, 'new.deep', 1)).toMatchObject({ new: { deep: 1 } });
  });

  it('never reach a prototype', () => {
    const changed = withValue<object>({}, '__proto__.polluted', true);
    expect(Object.keys(changed)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('name every leaf: scalars, whole curves', () => {
    expect(leafPaths(value)).toEqual(['a', 'b.c', 'b.d', 'list.0.x', 'list.1.x', 'list.2.x']);
    expect(leafPaths(7)).toEqual([]);
  });
});
