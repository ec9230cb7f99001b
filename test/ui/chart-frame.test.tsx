// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ChartFrame } from '../../src/ui/chart-frame.js';

const frame = (tag: string | null, drawn = true) => (
  <ChartFrame
    name="batch-time"
    title="48 % of the batch is compute"
    subtitle="Time of one batch"
    tag={tag}
    rows={() => [
      ['part', 's'],
      ['=evil', 1.5],
    ]}
    table={<p>the table</p>}
  >
    {drawn && <svg data-chart />}
  </ChartFrame>
);

let saved: Blob[] = [];
afterEach(() => {
  cleanup();
  saved = [];
  vi.restoreAllMocks();
});

function catchDownloads(): void {
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:x';
  });
}

describe('ChartFrame', () => {
  it('is a figure named by its finding', () => {
    render(frame(null));
    // A number and its unit stay on one line.
    expect(screen.getByRole('figure', { name: /^48.% of the batch is compute$/ })).toBeDefined();
    expect(screen.getByRole('heading').textContent).toContain('48\u00a0%');
  });

  it('shows the table behind the chart on demand', () => {
    render(frame(null));
    const button = screen.getByRole('button', { name: 'Table' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    expect(screen.getByText('the table')).toBeDefined();
  });

  it('saves the numbers as CSV with formulas made harmless', async () => {
    catchDownloads();
    render(frame(null));
    fireEvent.click(screen.getByRole('button', { name: 'CSV' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(await saved[0]?.text()).toBe("part,s\r\n'=evil,1.5\r\n");
  });

  it('saves an SVG that says when the design is infeasible', async () => {
    catchDownloads();
    render(frame('infeasible'));
    fireEvent.click(screen.getByRole('button', { name: 'SVG' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(await saved[0]?.text()).toContain('48 % of the batch is compute (infeasible)');
  });

  it('says what went wrong instead of doing nothing', async () => {
    render(frame(null, false));
    fireEvent.click(screen.getByRole('button', { name: 'SVG' }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/no drawing/));
  });
});
