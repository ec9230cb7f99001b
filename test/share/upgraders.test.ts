import { describe, expect, it } from 'vitest';
import { checkUpgraders, LINK_VERSION, upgraded, UPGRADERS, type Upgrader } from '../../src/share/upgraders.js';

const rename =
  (from: string, to: string): Upgrader =>
  (pairs) =>
    pairs.map(([key, value]) => [key === from ? to : key, value]);

describe('upgraders', () => {
  it('are all there for the version that links are written in', () => {
    expect(() => checkUpgraders(LINK_VERSION, UPGRADERS)).not.toThrow();
  });

  it('fail at load when one is missing, or is for a version that is not yet', () => {
    expect(() => checkUpgraders(3, { 1: rename('a', 'b') })).toThrow('no upgrader for links of version 2');
    expect(() => checkUpgraders(1, { 1: rename('a', 'b') })).toThrow('link versions 1');
  });

  it('run one after the other, from the version of the link', () => {
    const table = { 1: rename('a', 'b'), 2: rename('b', 'c') };
    expect(upgraded([['a', '1']], 1, 'link', 3, table)).toEqual([['c', '1']]);
    expect(
      upgraded(
        [
          ['a', '1'],
          ['b', '2'],
        ],
        2,
        'link',
        3,
        table,
      ),
    ).toEqual([
      ['a', '1'],
      ['c', '2'],
    ]);
  });

  it('know whether they upgrade the link or a file that it carries', () => {
    const seen: string[] = [];
    const table: Record<number, Upgrader> = {
      1: (pairs, where) => {
        seen.push(where);
        return pairs;
      },
    };
    upgraded([], 1, 'link', 2, table);
    upgraded([], 1, 'system', 2, table);
    expect(seen).toEqual(['link', 'system']);
  });
});
