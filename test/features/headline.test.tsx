// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Design } from '../../src/core/inputs/design.js';
import { reportDesign } from '../../src/core/report.js';
import { capacityCells } from '../../src/features/headline/capacity-cells.js';
import { Headline } from '../../src/features/headline/headline.js';
import { rateCells } from '../../src/features/headline/rate-cells.js';
import { useHow } from '../../src/state/how.js';
import { NO_RESULTS, useResults } from '../../src/state/results.js';
import { designOfPreset, evaluationOfPreset } from './evaluation-of-preset.js';

const fig3 = designOfPreset('fig3');
const withHbm = (GiB: number): Design => ({ ...fig3, system: { ...fig3.system, mem1: { ...fig3.system.mem1, GiB } } });
const show = (design: Design): void =>
  act(() => useResults.setState({ status: 'ready', report: reportDesign(design), design }));

beforeEach(() => useResults.setState(NO_RESULTS));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('rateCells', () => {
  it('writes the figures of Fig. 3', () => {
    const cells = rateCells(evaluationOfPreset('fig3'), null);
    expect(cells.map(({ text, unit }) => `${text} ${unit}`)).toEqual([
      '16.7 s',
      '138.8 samples/s',
      '284 k tokens/s',
      '31.9 %',
      '66.8 %',
      '47.7 %',
    ]);
    expect(cells.every(({ change }) => change === null)).toBe(true);
  });

  it('compares with the baseline: less time is better, more of the rest', () => {
    const before = evaluationOfPreset('table2-175b-full');
    const after = evaluationOfPreset('table2-175b-seqsel');
    const cells = rateCells(after, before);
    expect(cells[0]?.change).toMatch(/^▼/);
    expect(cells[0]?.better).toBe('better');
    expect(cells[1]?.change).toMatch(/^▲/);
    expect(cells[1]?.better).toBe('better');
    expect(rateCells(before, before).every(({ change, better }) => change === '= 0 %' && better === null)).toBe(true);
  });

  it('is "—" without numbers', () => {
    expect(rateCells(null, null).every(({ text }) => text === '—')).toBe(true);
  });
});

describe('capacityCells', () => {
  it('says what is used of what there is', () => {
    const [hbm, , link] = capacityCells(evaluationOfPreset('fig3'));
    expect(hbm).toMatchObject({ used: '17.4 GiB', limit: 'of 80.0 GiB', note: '21.8 %', state: 'within' });
    expect(link).toMatchObject({ note: 'unused', state: 'unused' });
  });

  it('says by how much it is over', () => {
    const report = reportDesign(withHbm(10));
    if (report.outcome.kind !== 'infeasible') throw new Error('expected infeasible');
    expect(capacityCells(report.outcome.evaluation)[0]).toMatchObject({
      note: 'over by 7.44 GiB',
      state: 'over',
      share: 1,
    });
  });
});

describe('Headline', () => {
  it('has its cells before the first answer, and the same ones after it', () => {
    const { container } = render(<Headline />);
    const count = container.querySelectorAll('button[data-quantity]').length;
    expect(count).toBe(9);
    show(fig3);
    expect(container.querySelectorAll('button[data-quantity]')).toHaveLength(count);
    expect(screen.getByText('138.8')).toBeDefined();
  });

  it('tags an infeasible design and keeps its numbers', () => {
    render(<Headline />);
    show(withHbm(10));
    expect(screen.getByText('infeasible')).toBeDefined();
    expect(screen.getByText('138.8')).toBeDefined();
  });

  it('shows no number for an invalid one', () => {
    render(<Headline />);
    show({ ...fig3, strategy: { ...fig3.strategy, tensor_par: 7 } });
    expect(screen.getByText('invalid')).toBeDefined();
    expect(screen.queryByText('138.8')).toBeNull();
  });

  it('is read out once the figures rest', () => {
    vi.useFakeTimers();
    render(<Headline />);
    show(fig3);
    expect(screen.getByRole('status').textContent).toBe('');
    act(() => void vi.advanceTimersByTime(1500));
    expect(screen.getByRole('status').textContent).toMatch(/^Batch time 16.7 s, /);
  });

  it('asks how a figure is computed on a click', () => {
    render(<Headline />);
    show(fig3);
    fireEvent.click(screen.getByText('138.8'));
    expect(useHow.getState().trail).toEqual(['sample-rate']);
  });
});
