// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { ByteUnits } from '../../src/core/quantities/byte-units.js';
import { ByteUnitsContext, memoInUnits } from '../../src/ui/memo-in-units.js';

afterEach(cleanup);

it('draws what is memoised again with other units, and with the same ones not', () => {
  let drawn = 0;
  const Amount = memoInUnits(function Amount({ bytes }: { readonly bytes: number }) {
    drawn += 1;
    return <p>{bytes}</p>;
  });
  const page = (units: ByteUnits) => (
    <ByteUnitsContext value={units}>
      <Amount bytes={8} />
    </ByteUnitsContext>
  );
  const { rerender } = render(page('binary'));
  expect(screen.getByText('8')).toBeDefined();
  rerender(page('binary'));
  expect(drawn).toBe(1);
  rerender(page('decimal'));
  expect(drawn).toBe(2);
});

it('is the only way in which anything is memoised: React’s own would keep an amount in the old units', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
  expect(files.length).toBeGreaterThan(100);
  const own = files.filter((name) =>
    /\bmemo\b[^;]*\} from 'react'|React\.memo/.test(readFileSync(join('src', name), 'utf8')),
  );
  expect(own).toEqual([]);
});
