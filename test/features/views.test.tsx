// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Design } from '../../src/core/inputs/design.js';
import { TIME_PARTS } from '../../src/core/quantities/registry.js';
import { WHOLE_SEARCH } from '../../src/core/inputs/search-input.js';
import { reportDesign } from '../../src/core/report.js';
import { Communication } from '../../src/features/communication/communication.js';
import { Layers } from '../../src/features/layers/layers.js';
import { Overview } from '../../src/features/overview/overview.js';
import { firstStudy } from '../../src/share/study-choice.js';
import { DEFAULT_VIEW } from '../../src/share/shared-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { NO_RESULTS, useResults } from '../../src/state/results.js';
import { provideWorkbench, workbench } from '../../src/state/workbench.js';
import { designOfPreset } from './evaluation-of-preset.js';

const fig3 = designOfPreset('fig3');
const small: Design = { ...fig3, system: { ...fig3.system, mem1: { ...fig3.system.mem1, GiB: 10 } } };
const show = (design: Design, baseline?: Design): void =>
  act(() =>
    useResults.setState({
      status: 'ready',
      report: reportDesign(design),
      design,
      baselineReport: baseline === undefined ? null : reportDesign(baseline),
    }),
  );

beforeEach(() => {
  useResults.setState(NO_RESULTS);
  const part = <T,>(value: T) => ({ base: { presetId: null, revision: 1, name: 'test', value }, value });
  provideWorkbench(
    createWorkbench(
      {
        model: part(fig3.model),
        system: part(fig3.system),
        strategy: part(fig3.strategy),
        search: WHOLE_SEARCH,
        study: firstStudy(),
        view: DEFAULT_VIEW,
      },
      { models: [], systems: [], strategies: [] },
    ),
  );
});
afterEach(cleanup);

const rowsOf = (table: RegExp): HTMLElement[] => within(screen.getByRole('table', { name: table })).getAllByRole('row');

describe('Overview', () => {
  it('lists the eleven parts and the total, before and after the first answer', () => {
    render(<Overview />);
    expect(rowsOf(/eleven parts/)).toHaveLength(1 + 11 + 1);
    show(fig3);
    const rows = rowsOf(/eleven parts/);
    expect(rows).toHaveLength(1 + 11 + 1);
    expect(rows.slice(1, 12).map((row) => row.dataset['quantity'])).toEqual([...TIME_PARTS]);
    expect(rows[12]?.textContent).toContain('16.71478');
  });

  it('names each figure by its finding', () => {
    render(<Overview />);
    show(fig3);
    expect(
      screen.getByRole('figure', { name: /^Forward and backward take 48.% of the batch; recomputation 16.%, 2.76.s/ }),
    ).toBeDefined();
    expect(screen.getByRole('figure', { name: /^HBM: 17.4 of 80.0.GiB/ })).toBeDefined();
    expect(screen.getAllByRole('img', { name: /^Forward and backward|HBM|block/ })).toHaveLength(3);
  });

  it('keeps the numbers of an infeasible design and says that it is', () => {
    render(<Overview />);
    show(small);
    expect(screen.getAllByText('infeasible')).toHaveLength(3);
    expect(screen.getByText('16.71478')).toBeDefined();
  });

  it('compares with a baseline', () => {
    render(<Overview />);
    show(fig3, { ...fig3, system: { ...fig3.system, processing_mode: 'roofline' } });
    expect(screen.getByRole('columnheader', { name: 'Baseline' })).toBeDefined();
    expect(screen.getAllByText(/^▲ [\d.]+ %$/).length).toBeGreaterThan(0);
  });
});

describe('Layers', () => {
  it('shows every operation, sorts, and switches stages', () => {
    render(<Layers />);
    show(fig3);
    expect(rowsOf(/Operations of one block/)).toHaveLength(1 + 24 + 1);
    fireEvent.click(screen.getByRole('button', { name: 'Time' }));
    expect(workbench().getState().view.sort).toEqual({ column: 'time', descending: true });
    expect(rowsOf(/Operations of one block/)[1]?.dataset['operation']).toMatch(/^MlpBlock_Mlp/);
    fireEvent.click(screen.getByRole('radio', { name: 'Optimizer' }));
    expect(screen.getByRole('figure', { name: /^Optimizer:/ })).toBeDefined();
  });

  it('lights up an operation in the roofline when it has the focus in the table', () => {
    const { container } = render(<Layers />);
    show(fig3);
    fireEvent.focusIn(screen.getByRole('button', { name: 'MLP GeLU' }));
    const names = [...container.querySelectorAll('svg[data-chart] text')].map((text) => text.textContent);
    expect(names).toContain('MLP GeLU');
  });

  it('has nothing to show for an invalid design, and says nothing wrong', () => {
    const { container } = render(<Layers />);
    show({ ...fig3, strategy: { ...fig3.strategy, tensor_par: 7 } });
    expect(container.textContent).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('Communication', () => {
  it('shows link and exposed times and what carries them', () => {
    render(<Communication />);
    show(fig3);
    expect(rowsOf(/Link and exposed/)).toHaveLength(1 + 4 + 1);
    expect(rowsOf(/Bandwidth needed/)).toHaveLength(1 + 7);
    expect(screen.getByRole('figure', { name: /all of it exposed; most is pipeline traffic/ })).toBeDefined();
  });
});
