// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Design } from '../../src/core/inputs/design.js';
import { reportDesign } from '../../src/core/report.js';
import { Limits } from '../../src/features/limits/limits.js';
import { reasonFigures } from '../../src/features/limits/reason-figures.js';
import { NO_RESULTS, useResults } from '../../src/state/results.js';
import { designOfPreset } from './evaluation-of-preset.js';

const fig3 = designOfPreset('fig3');
const show = (design: Design): void =>
  act(() => useResults.setState({ status: 'ready', report: reportDesign(design), design }));

beforeEach(() => useResults.setState(NO_RESULTS));
afterEach(cleanup);

describe('Limits', () => {
  it('is not there for a design that fits', () => {
    const { container } = render(<Limits />);
    show(fig3);
    expect(container.textContent).toBe('');
  });

  it('lists every limit that is broken, and by how much', () => {
    render(<Limits />);
    const networks = fig3.system.networks.map((network, tier) => (tier === 0 ? { ...network, size: 4 } : network));
    show({ ...fig3, system: { ...fig3.system, networks, mem1: { ...fig3.system.mem1, GiB: 10 } } });
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    expect(screen.getByText('7.44 GiB')).toBeDefined();
    expect(screen.getByText('(1.74×)', { exact: false })).toBeDefined();
  });

  it('says by how much where there is none at all, without a factor', () => {
    render(<Limits />);
    show({ ...fig3, system: { ...fig3.system, mem1: { ...fig3.system.mem1, GiB: 0 } } });
    expect(screen.getByText(/^over by/).textContent).toBe('over by 17.4 GiB');
    fireEvent.click(screen.getByRole('button', { name: 'Infeasible 1 limit broken' }));
    expect(screen.getByText('HBM needs 17.4 GiB, has 0 B, over by 17.4 GiB.')).toBeDefined();
  });

  it('folds to a line that says what is wrong and by how much, and stays folded for the next design', () => {
    render(<Limits />);
    const withHbm = (GiB: number): Design => ({
      ...fig3,
      system: { ...fig3.system, mem1: { ...fig3.system.mem1, GiB } },
    });
    show(withHbm(10));
    const fold = (): HTMLElement => screen.getByRole('button', { name: 'Infeasible 1 limit broken' });
    expect(fold().getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(fold());
    expect(screen.queryByRole('listitem')).toBeNull();
    expect(screen.getByText('HBM needs 17.4 GiB, has 10.0 GiB, over by 7.44 GiB (1.74×).')).toBeDefined();
    show(fig3);
    show(withHbm(8));
    expect(fold().getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(fold());
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });

  it('leads to the inputs concerned', () => {
    const asked: unknown[] = [];
    const listen = (event: Event): void => void asked.push((event as CustomEvent).detail);
    window.addEventListener('focus-field', listen);
    render(<Limits />);
    show({ ...fig3, system: { ...fig3.system, mem1: { ...fig3.system.mem1, GiB: 10 } } });
    fireEvent.click(screen.getByRole('button', { name: 'HBM capacity' }));
    window.removeEventListener('focus-field', listen);
    expect(asked).toEqual([{ part: 'system', path: 'mem1.GiB' }]);
  });

  it('says how the engine runs, and asks again when told', () => {
    let asked = 0;
    render(<Limits />);
    show(fig3);
    act(() => useResults.setState({ engine: 'restarting', retry: () => (asked += 1) }));
    expect(screen.getByRole('status').textContent).toBe('Restarting the model…');
    act(() => useResults.setState({ engine: 'failed' }));
    expect(screen.getByRole('alert').textContent).toMatch(/^The model stopped; change an input or press Retry\./);
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(asked).toBe(1);
    act(() => useResults.setState({ engine: 'ready' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says why there is no answer', () => {
    render(<Limits />);
    act(() => useResults.setState({ status: 'error', error: 'The core stopped.' }));
    expect(screen.getByRole('alert').textContent).toMatch(/No answer.*The core stopped/);
  });

  it('lists every rule of an invalid design with what is allowed', () => {
    render(<Limits />);
    show({ ...fig3, strategy: { ...fig3.strategy, tensor_par: 7 } });
    expect(screen.getAllByRole('listitem').length).toBeGreaterThan(1);
    expect(screen.getAllByText(/Allowed:/).length).toBeGreaterThan(0);
  });
});

describe('reasonFigures', () => {
  const reason = { message: '', allowed: '', fields: [] };

  it('is absolute and relative for an amount', () => {
    expect(
      reasonFigures({ ...reason, code: 'tier1_capacity', actual: 120 * 2 ** 30, limit: 80 * 2 ** 30 }),
    ).toMatchObject({
      over: '40.0 GiB',
      ratio: '1.50×',
    });
  });

  it('copes with no memory at all, and has nothing to say about a divisor', () => {
    expect(reasonFigures({ ...reason, code: 'tier2_capacity', actual: 1, limit: 0 })).toMatchObject({
      over: '1 B',
      ratio: null,
    });
    expect(reasonFigures({ ...reason, code: 'batch_by_data', actual: 7, limit: 96 })).toBeNull();
  });
});
