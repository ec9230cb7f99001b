// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { SpokenDisplay } from '../../src/app/spoken-display.js';
import { chooseByteUnits } from '../../src/state/byte-units.js';
import { chooseColorScheme } from '../../src/ui/color-scheme.js';

afterEach(() => {
  cleanup();
  chooseByteUnits('binary');
  localStorage.clear();
});

it('says what a key switched, and nothing at first', () => {
  chooseColorScheme('light');
  render(<SpokenDisplay />);
  const said = (): string | null => screen.getByRole('status').textContent;
  expect(said()).toBe('');
  act(() => chooseByteUnits('decimal'));
  expect(said()).toBe('Memory in GB.');
  act(() => chooseColorScheme('dark'));
  expect(said()).toBe('Dark scheme.');
  act(() => chooseByteUnits('binary'));
  expect(said()).toBe('Memory in GiB.');
  act(() => chooseColorScheme('light'));
  expect(said()).toBe('Light scheme.');
});
