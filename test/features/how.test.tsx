// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Design } from '../../src/core/inputs/design.js';
import { WHOLE_SEARCH } from '../../src/core/inputs/search-input.js';
import { explainerOf } from '../../src/core/quantities/formula/explain.js';
import { formatQuantity } from '../../src/core/quantities/format.js';
import { reportDesign } from '../../src/core/report.js';
import { Compare } from '../../src/features/compare/compare.js';
import { Communication } from '../../src/features/communication/communication.js';
import { Headline } from '../../src/features/headline/headline.js';
import { HowPanel } from '../../src/features/how/how-panel.js';
import { Layers } from '../../src/features/layers/layers.js';
import { Overview } from '../../src/features/overview/overview.js';
import { DEFAULT_VIEW } from '../../src/share/shared-state.js';
import { firstStudy } from '../../src/share/study-choice.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { hideHow, showHow, useHow } from '../../src/state/how.js';
import { NO_RESULTS, useResults } from '../../src/state/results.js';
import { provideWorkbench, selectDesign, workbench, type Stage } from '../../src/state/workbench.js';
import { CommandsContext } from '../../src/ui/commands.js';
import { commandsStub } from './commands.js';
import { designOfPreset, evaluationOfPreset } from './evaluation-of-preset.js';

const fig3 = designOfPreset('fig3');
const show = (design: Design): void =>
  act(() => useResults.setState({ status: 'ready', report: reportDesign(design), design }));

beforeEach(() => {
  hideHow();
  useResults.setState(NO_RESULTS);
  const part = <T,>(value: T) => ({ base: { presetId: 'p', revision: 1, name: 'Preset', value }, value });
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

const panel = (): HTMLElement => screen.getByRole('dialog');
/** A quantity the panel refers to, by the beginning of its name. */
const visit = (name: RegExp): void =>
  void fireEvent.click(
    within(panel())
      .getAllByRole('button')
      .find((each) => each.hasAttribute('data-quantity') && name.test(each.textContent ?? '')) ?? panel(),
  );
const title = (): string | null => within(panel()).getByRole('heading', { level: 2 }).textContent;

describe('the panel', () => {
  it('shows the formula in symbols, with the values in it, and the result', () => {
    render(<HowPanel />);
    show(fig3);
    act(() => showHow('forward-time'));
    expect(panel().getAttribute('aria-label')).toBe('Forward: how it is computed');
    const formula = within(panel()).getByRole('region', { name: 'Formula' });
    expect(formula.querySelectorAll('math').length).toBeGreaterThan(4);
    expect(formula.textContent).toContain('q·m·tfw');
    const forward = formatQuantity(evaluationOfPreset('fig3').block.forwardSeconds, 'seconds').replace(' ', '\u00a0');
    expect(formula.textContent).toContain(`×${forward}`);
    expect(panel().textContent).toContain('fw_time');
  });

  it('leads down to an input, says where it comes from, and back', () => {
    render(<HowPanel />);
    show(fig3);
    act(() => showHow('total-time'));
    visit(/Forward$|Forward\d/);
    expect(title()).toBe('Forward');
    visit(/Microbatches/);
    visit(/Batch/);
    expect(title()).toBe('Batch');
    expect(panel().textContent).toContain('Preset, unchanged');
    fireEvent.click(within(panel()).getByRole('button', { name: 'Previous' }));
    expect(title()).toBe('Microbatches');
    fireEvent.click(within(panel()).getByRole('button', { name: 'Next' }));
    expect(title()).toBe('Batch');
    const trail = within(panel()).getByRole('navigation', { name: 'Quantities visited' });
    fireEvent.click(within(trail).getByRole('button', { name: 'Batch time' }));
    expect(title()).toBe('Batch time');
  });

  it('sends to the field of an input and shows that it was changed', () => {
    render(<HowPanel />);
    show(fig3);
    act(() => showHow('input/system/mem1.GBps'));
    const asked: unknown[] = [];
    const listen = (event: Event): void => void asked.push((event as CustomEvent).detail);
    window.addEventListener('focus-field', listen);
    fireEvent.click(screen.getByRole('button', { name: 'Go to the field' }));
    window.removeEventListener('focus-field', listen);
    expect(asked).toEqual([{ part: 'system', path: 'mem1.GBps' }]);
    act(() => workbench().getState().edit('system', { 'mem1.GBps': 1000 }, { commit: true }));
    show(selectDesign(workbench().getState()));
    expect(panel().textContent).toContain('1.000000 TB/s');
    expect(panel().textContent).toContain('changed; Preset has 2048 GB/s');
  });

  it('follows the design, and says when there is no such number', () => {
    render(<HowPanel />);
    show(fig3);
    act(() => showHow('op/AttnBlock_Query/forward/time'));
    expect(title()).toBe('Attn Query, forward: time');
    show({ ...fig3, strategy: { ...fig3.strategy, tensor_par_overlap: 'ring' } });
    expect(panel().textContent).toContain('This design has no such quantity');
    show({ ...fig3, strategy: { ...fig3.strategy, tensor_par: 7 } });
    expect(panel().textContent).toContain('An invalid design has no numbers');
  });

  it('names the quirks that are in a formula', () => {
    render(<HowPanel />);
    show(fig3);
    act(() => showHow('parameters'));
    expect(panel().textContent).toContain('51,200 rows of vocabulary');
  });

  it('gives the focus back on Escape, and leaves it where it went by itself', () => {
    render(
      <>
        <main>
          <Headline />
        </main>
        <HowPanel />
      </>,
    );
    show(fig3);
    const opener = screen.getByRole('button', { name: /^MFU/ });
    fireEvent.click(opener);
    expect(document.activeElement).toBe(panel());
    fireEvent.keyDown(document, { key: 'Escape' });
    expect([screen.queryByRole('dialog'), document.activeElement]).toEqual([null, opener]);
    fireEvent.click(opener);
    const elsewhere = screen.getByRole('button', { name: /^Samples/ });
    elsewhere.focus();
    fireEvent.keyDown(document, { key: 'Escape' });
    expect([useHow.getState().trail, document.activeElement]).toEqual([[], elsewhere]);
  });
});

describe('the panel for another design', () => {
  const ring = { ...fig3, strategy: { ...fig3.strategy, tensor_par_overlap: 'ring' as const } };
  const other = { name: 'Row 3 of the search: t8 p64 d8', design: ring };
  const timeOf = (design: Design): string => {
    const { outcome } = reportDesign(design);
    if (outcome.kind === 'invalid') throw new Error('invalid');
    return formatQuantity(outcome.evaluation.time.totalSeconds, 'seconds', { precise: true });
  };

  it('says whose numbers it explains, and leads to others of the same design', () => {
    render(<HowPanel />);
    show(fig3);
    act(() => showHow('total-time', null, other));
    expect(panel().getAttribute('aria-label')).toBe('Batch time, Row 3 of the search: t8 p64 d8: how it is computed');
    expect(panel().textContent).toContain(timeOf(ring));
    expect(panel().textContent).not.toContain(timeOf(fig3));
    fireEvent.click(within(panel()).getByRole('button', { name: 'HBM' }));
    expect(title()).toBe('HBM used');
    expect(useHow.getState().of).toBe(other);
  });

  it('shows its inputs without a field, against the current design’s', () => {
    render(<HowPanel />);
    show(fig3);
    act(() => showHow('input/strategy/tensor_par_overlap', null, other));
    expect(panel().textContent).toContain('none in the current design');
    expect(screen.queryByRole('button', { name: 'Go to the field' })).toBeNull();
    act(() => showHow('input/model/hidden', null, other));
    expect(panel().textContent).toContain('the same in the current design');
  });

  it('becomes the current design, in one step for undo, and is followed from then on', () => {
    render(<HowPanel />);
    show(fig3);
    act(() => showHow('total-time', null, other));
    fireEvent.click(within(panel()).getByRole('button', { name: 'Make it the design' }));
    expect(selectDesign(workbench().getState())).toEqual(ring);
    expect(useHow.getState()).toMatchObject({ of: null, trail: ['total-time'] });
    expect(document.activeElement).toBe(panel());
    act(() => workbench().getState().undo());
    expect(selectDesign(workbench().getState())).toEqual(fig3);
  });

  it('goes back to the current design', () => {
    render(<HowPanel />);
    show(fig3);
    act(() => showHow('total-time', null, other));
    fireEvent.click(within(panel()).getByRole('button', { name: 'Explain the current design' }));
    expect(panel().textContent).toContain(timeOf(fig3));
    act(() =>
      showHow('total-time', null, {
        name: 'Broken',
        design: { ...fig3, strategy: { ...fig3.strategy, tensor_par: 7 } },
      }),
    );
    expect(panel().textContent).toContain('An invalid design has no numbers');
  });

  it('opens from the thin bars of the baseline', () => {
    act(() => workbench().getState().setBaseline());
    act(() => useResults.setState({ baselineReport: reportDesign(fig3) }));
    render([<Headline key="h" />, <Overview key="o" />]);
    show(ring);
    const bars = [...document.querySelectorAll('[data-segment][data-quantity="weight-memory"]')];
    const asked = bars.map((bar) => {
      fireEvent.click(bar);
      return [useHow.getState().trail[0], useHow.getState().of?.design];
    });
    const [hbm, tier2] = ['weight-memory-on-hbm', 'weight-memory-on-offload-tier'];
    expect(asked).toEqual([
      [hbm, undefined],
      [hbm, fig3],
      [tier2, undefined],
      [tier2, fig3],
    ]);
  });

  it('opens from the numbers of a pinned design', () => {
    act(() => workbench().getState().compare('Base'));
    act(() => workbench().getState().edit('strategy', { tensor_par_overlap: 'ring' }, { commit: true }));
    render(
      <>
        <Headline />
        <CommandsContext value={commandsStub()}>
          <Compare />
        </CommandsContext>
        <HowPanel />
      </>,
    );
    show(ring);
    const table = screen.getByRole('table', { name: 'Quantities side by side' });
    const [pinned, current] = [...table.querySelectorAll<HTMLElement>('td button[data-how="total-time"]')];
    fireEvent.click(pinned ?? table);
    expect(useHow.getState().of).toEqual({ name: 'A · Base', design: fig3 });
    expect(panel().textContent).toContain(timeOf(fig3));
    fireEvent.click(current ?? table);
    expect(useHow.getState().of).toBeNull();
    expect(panel().textContent).toContain(timeOf(ring));
  });
});

describe('every number on the screen', () => {
  const offloaded = { ...fig3.strategy, weight_offload: true, activations_offload: true, optimizer_offload: true };
  for (const [name, strategy] of Object.entries({ 'Fig. 3': fig3.strategy, offloaded })) {
    it(`has an explanation: ${name}`, () => {
      const design = { ...fig3, strategy };
      const outcome = reportDesign(design).outcome;
      if (outcome.kind === 'invalid') throw new Error('invalid');
      const { quantity, input } = explainerOf(design, outcome.evaluation);
      const check = (): number => {
        const ids = [...document.querySelectorAll<HTMLElement>('[data-how], [data-quantity]')].map(
          ({ dataset }) => dataset['how'] ?? dataset['quantity'] ?? '',
        );
        expect(ids.filter((id) => quantity(id) === null && input(id) === null)).toEqual([]);
        return ids.length;
      };
      const stages: Stage[] = ['forward', 'agrad', 'wgrad', 'optimizer'];
      for (const view of [<Headline key="h" />, <Overview key="o" />, <Communication key="c" />]) {
        render(view);
        show(design);
        expect(check()).toBeGreaterThan(8);
        cleanup();
      }
      act(() => workbench().getState().compare('A'));
      act(() =>
        workbench()
          .getState()
          .edit('strategy', { ...design.strategy }, { commit: true }),
      );
      render(
        <CommandsContext value={commandsStub()}>
          <Compare />
        </CommandsContext>,
      );
      show(design);
      for (const each of screen.getAllByRole('button', { name: 'Table' })) fireEvent.click(each);
      fireEvent.click(screen.getByRole('checkbox', { name: 'Only what differs' }));
      expect(check()).toBeGreaterThan(200);
      cleanup();
      for (const stage of stages) {
        act(() => workbench().getState().setView({ stage }));
        render(<Layers />);
        show(design);
        fireEvent.click(screen.getByRole('button', { name: 'Table' }));
        expect(check()).toBeGreaterThan(240);
        cleanup();
      }
    });
  }
});
