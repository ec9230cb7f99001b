// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fasterAdvice, fittingAdvice } from '../../src/core/advice/advice.js';
import { evaluateDesign } from '../../src/core/evaluate.js';
import type { Design } from '../../src/core/inputs/design.js';
import { reportDesign } from '../../src/core/report.js';
import { HelpMost } from '../../src/features/limits/help-most.js';
import { Limits } from '../../src/features/limits/limits.js';
import { readAllPresets } from '../../src/interchange/presets-file.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { NO_RESULTS, useResults } from '../../src/state/results.js';
import { provideWorkbench, selectDesign, workbench } from '../../src/state/workbench.js';

const text = (kind: string): string => readFileSync(`public/presets/${kind}.json`, 'utf8');
const read = readAllPresets({ models: text('models'), systems: text('systems'), strategies: text('strategies') });
if (!read.ok) throw new Error('the presets cannot be read');
const PRESETS = read.value;

const state = () => workbench().getState();
const show = (): Design => {
  const design = selectDesign(state());
  act(() => useResults.setState({ status: 'ready', report: reportDesign(design), design }));
  return design;
};

beforeEach(() => {
  provideWorkbench(createWorkbench(openingState(PRESETS), PRESETS));
  useResults.setState(NO_RESULTS);
});
afterEach(cleanup);

it('makes a design fit with one press, which is one step to undo', () => {
  state().edit('system', { 'mem1.GiB': 10 });
  const design = show();
  render(<Limits />);
  const advices = fittingAdvice(design);
  const table = screen.getByRole('table', { name: 'Changes that make it fit' });
  const buttons = within(table).getAllByRole('button');
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

it('has nothing to say of a design without numbers', () => {
  const { container } = render(<HelpMost />);
  expect(container.textContent).toBe('');
});
