// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { NoticeBanner } from '../../src/app/notice-banner.js';
import { useNotices } from '../../src/app/notices.js';

afterEach(() => {
  cleanup();
  useNotices.getState().dismissAll();
});

const refuse = (...names: string[]): void =>
  act(() => {
    for (const name of names)
      useNotices.getState().add({ tone: 'error', title: `${name} was not opened.`, lines: ['It is no design.'] });
  });
const titles = (): (string | undefined)[] =>
  screen.getAllByRole('alert').map((each) => each.querySelector('strong')?.textContent);

describe('NoticeBanner', () => {
  it('shows two notices whole', () => {
    render(<NoticeBanner />);
    refuse('a.json', 'b.json');
    expect(titles()).toEqual(['a.json was not opened.', 'b.json was not opened.']);
    expect(screen.queryByRole('button', { name: 'Dismiss all' })).toBeNull();
  });

  it('of more shows the newest, counts the others, and shows or dismisses them all', () => {
    render(<NoticeBanner />);
    refuse('a.json', 'b.json', 'c.json', 'd.json');
    expect(titles()).toEqual(['c.json was not opened.', 'd.json was not opened.']);
    expect(screen.getByRole('status').textContent).toBe('The newest 2 notices, and 2 more');
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(titles()).toHaveLength(4);
    fireEvent.click(screen.getByRole('button', { name: 'Show fewer' }));
    expect(titles()).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss all' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
