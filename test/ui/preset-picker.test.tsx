// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PresetPicker } from '../../src/ui/preset-picker.js';

afterEach(cleanup);

const item = (id: string, name: string, group: string, provenance: string) => ({
  id,
  name,
  group,
  provenance,
  notes: `Notes of ${name}.`,
  sources: [{ fields: ['*'], title: `Source of ${name}`, url: 'https://example.org/' }],
});
const ITEMS = [
  item('a100', 'A100 80 GiB', 'Paper', 'paper'),
  item('h100', 'H100 SXM', 'Datasheet-derived', 'datasheet'),
  item('h200', 'H200 SXM', 'Datasheet-derived', 'datasheet'),
];

function open(onPick: (id: string) => void = () => undefined): HTMLElement {
  render(<PresetPicker label="Hardware" items={ITEMS} currentId="a100" currentName="A100 80 GiB" onPick={onPick} />);
  fireEvent.click(screen.getByRole('button', { name: 'Hardware preset: A100 80 GiB' }));
  return screen.getByRole('combobox');
}
const names = (): (string | undefined)[] =>
  screen.getAllByRole('option').map((option) => option.firstElementChild?.textContent ?? undefined);

describe('PresetPicker', () => {
  it('lists presets in groups, with where their numbers come from', () => {
    open();
    expect(screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))).toEqual([
      'Paper',
      'Datasheet-derived',
    ]);
    expect(names()).toEqual(['A100 80 GiB', 'H100 SXM', 'H200 SXM']);
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('paper');
  });

  it('searches by every word, in name, group and provenance', () => {
    const search = open();
    fireEvent.change(search, { target: { value: 'data 200' } });
    expect(names()).toEqual(['H200 SXM']);
    fireEvent.change(search, { target: { value: 'tpu' } });
    expect(screen.queryAllByRole('option')).toEqual([]);
    expect(screen.getByText('No preset matches “tpu”.')).toBeTruthy();
  });

  it('is driven by the arrow keys and Enter', () => {
    const onPick = vi.fn<(id: string) => void>();
    const search = open(onPick);
    fireEvent.keyDown(search, { key: 'ArrowDown' });
    fireEvent.keyDown(search, { key: 'ArrowDown' });
    expect(document.getElementById(search.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain('H200');
    fireEvent.keyDown(search, { key: 'Enter' });
    expect(onPick).toHaveBeenCalledWith('h200');
  });

  it('tells what a preset is and links to its sources', () => {
    open();
    fireEvent.click(screen.getByRole('button', { name: 'About A100 80 GiB' }));
    expect(screen.getByRole('link', { name: 'Source of A100 80 GiB' }).getAttribute('href')).toBe(
      'https://example.org/',
    );
  });
});
