// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fasterAdvice, fittingAdvice } from '../../src/core/advice/advice.js';
import { evaluateDesign } from '../../src/core/evaluate.js';
import type { Design } from '../../src/core/inputs/design.js';
import { reportDesign } from '../../src/core/report.js';
import { QuantityInspector } from '../../src/features/headline/quantity-inspector.js';
import { HelpMost } from '../../src/features/limits/help-most.js';
import { Limits } from '../../src/features/limits/limits.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { hideHow, useHow } from '../../src/state/how.js';
import { NO_RESULTS, useResults } from '../../src/state/results.js';
import { provideWorkbench, selectDesign, workbench } from '../../src/state/workbench.js';
import { PRESETS } from '../state/preset-files.js';

const state = () => workbench().getState();
const show = (): Design => {
  const design = selectDesign(state());
  act(() => useResults.setState({ status: 'ready', report: reportDesign(design), design }));
  return design;
};

beforeEach(() => {
  provideWorkbench(createWorkbench(openingState(PRESETS), PRESETS));
  useResults.setState(NO_RESULTS);
  hideHow();
});
afterEach(cleanup);

it('makes a design fit with one press, which is one step to undo', () => {
  state().edit('system', { 'mem1.GiB': 10 });
  const design = show();
  render(<Limits />);
  const advices = fittingAdvice(design);
  const table = screen.getByRole('table', { name: 'Changes that make it fit' });
  const buttons = within(table)
    .getAllByRole('rowheader')
    .map((name) => within(name).getByRole('button'));
  expect(buttons.map((each) => each.textContent)).toEqual(advices.slice(0, 8).map(({ label }) => label));
  const [first] = buttons;
  if (first) fireEvent.click(first);
  const outcome = evaluateDesign(selectDesign(state()));
  expect(outcome.kind === 'feasible' && outcome.evaluation.efficiency.sampleRate).toBe(advices[0]?.rate);
  act(() => state().undo());
  expect(selectDesign(state())).toEqual(design);
});

it('lists what helps a feasible design, when unfolded', () => {
  const design = show();
  render(<HelpMost />);
  expect(screen.queryByRole('table')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Changes that help most' }));
  const outcome = evaluateDesign(design);
  const rate = outcome.kind === 'feasible' ? outcome.evaluation.efficiency.sampleRate : 0;
  const [best] = fasterAdvice(design, rate);
  fireEvent.click(screen.getByRole('button', { name: best?.label ?? '' }));
  const after = evaluateDesign(selectDesign(state()));
  expect(after.kind === 'feasible' && after.evaluation.efficiency.sampleRate).toBe(best?.rate);
});

it('explains the numbers of a change as those of the design with it, without making it', () => {
  state().edit('system', { 'mem1.GiB': 10 });
  const design = show();
  render(
    <>
      <Limits />
      <QuantityInspector />
    </>,
  );
  const [first] = fittingAdvice(design);
  if (first === undefined) throw new Error('nothing helps');
  const [rate, memory] = within(screen.getByRole('row', { name: new RegExp(`^${first.label}`) })).getAllByRole('cell');
  fireEvent.click(within(rate as HTMLElement).getByRole('button'));
  expect(useHow.getState()).toMatchObject({ trail: ['sample-rate'], of: { name: `With ${first.label}` } });
  const outcome = evaluateDesign(useHow.getState().of?.design ?? design);
  expect(outcome.kind === 'feasible' && outcome.evaluation.efficiency.sampleRate).toBe(first.rate);
  fireEvent.click(within(memory as HTMLElement).getByRole('button'));
  expect(useHow.getState().trail).toEqual(['tier1-memory']);
  expect(selectDesign(state())).toEqual(design);
  fireEvent.click(screen.getByText(/^over by/).querySelector('button') ?? document.body);
  expect(useHow.getState()).toMatchObject({ trail: ['tier1-memory'], of: null });
});

it('has nothing to say of a design without numbers', () => {
  const { container } = render(<HelpMost />);
  expect(container.textContent).toBe('');
});
