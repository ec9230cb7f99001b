// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workbenchInputs } from '../../src/app/workbench-inputs.js';
import { reportDesign } from '../../src/core/report.js';
import { HardwarePanel } from '../../src/features/hardware-panel/hardware-panel.js';
import { ModelPanel } from '../../src/features/model-panel/model-panel.js';
import { StrategyPanel } from '../../src/features/strategy-panel/strategy-panel.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { NO_RESULTS, useResults } from '../../src/state/results.js';
import { provideWorkbench, selectDesign, workbench } from '../../src/state/workbench.js';
import { InputSourceContext } from '../../src/ui/input-source.js';
import { PRESETS } from '../state/preset-files.js';

const state = () => workbench().getState();
const report = (): void =>
  useResults.setState({ status: 'ready', report: reportDesign(selectDesign(state())), design: selectDesign(state()) });

beforeEach(() => {
  provideWorkbench(createWorkbench(openingState(PRESETS), PRESETS));
  useResults.setState(NO_RESULTS);
  report();
  render(
    <InputSourceContext value={workbenchInputs}>
      <ModelPanel />
      <HardwarePanel />
      <StrategyPanel />
    </InputSourceContext>,
  );
});
afterEach(cleanup);

function type(name: string | RegExp, value: string): void {
  const box = screen.getByRole('textbox', { name });
  fireEvent.focus(box);
  fireEvent.change(box, { target: { value } });
  fireEvent.keyDown(box, { key: 'Enter' });
}

describe('the panels', () => {
  it('have a control for every input of the design', () => {
    for (const name of [/^(HBM|Offload) efficiency/, /^(Matrix|Vector) efficiency/]) {
      expect(screen.getAllByRole('button', { name }).length).toBeGreaterThan(0);
    }
    const fields = [...document.querySelectorAll<HTMLElement>('[data-field]')].map((row) => row.dataset['field']);
    const leaves = (value: unknown, path: string): string[] =>
      typeof value === 'object' &&
      value !== null &&
      (!Array.isArray(value) || typeof value[0] === 'object') &&
      !Array.isArray((value as unknown[])[0])
        ? Object.entries(value).flatMap(([key, below]) => leaves(below, path === '' ? key : `${path}.${key}`))
        : [path];
    const { model, system, strategy } = selectDesign(state());
    const expected = [
      ...leaves(model, '').map((path) => `model ${path}`),
      ...leaves(system, '').map((path) => `system ${path}`),
      ...leaves(strategy, '').map((path) => `strategy ${path}`),
    ];
    expect(new Set(fields)).toEqual(new Set(expected));
  });

  it('change the design, mark the change and reset it', () => {
    type('HBM bandwidth', '4.8T');
    expect(state().system.value.mem1.GBps).toBe(4800);
    expect(screen.getByRole('button', { name: '1 of the hardware changed. Reset to A100 80 GiB' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Reset HBM bandwidth to 2,048 GB/s' }));
    expect(state().system.value).toBe(state().system.base.value);
  });

  it('say how many parameters and tokens there are', () => {
    expect(screen.getByText('174.6 B')).toBeTruthy();
    expect(screen.getByText('4.751 M')).toBeTruthy();
    const asked = ['174.6 B', '4.751 M', '290'].map((name) => screen.getByRole('button', { name }).dataset['how']);
    expect(asked).toEqual(['parameters', 'batch-tokens', 'microbatches']);
  });
});

describe('a group', () => {
  it('counts what differs and puts it back as one step, leaving the rest', () => {
    type('HBM bandwidth', '4.8T');
    type('HBM capacity', '141');
    type('Offload capacity', '100');
    const reset = screen.getByRole('button', { name: '2 of the HBM · tier 1 group changed. Reset to A100 80 GiB' });
    const title = screen.getByRole('button', { name: 'HBM · tier 1' });
    reset.focus();
    fireEvent.click(reset);
    expect(state().system.value.mem1).toEqual(state().system.base.value.mem1);
    expect(state().system.value.mem2.GiB).toBe(100);
    // the button is gone: the focus stays where it was, beside it
    expect(document.activeElement).toBe(title);
    act(() => state().undo());
    expect(state().system.value.mem1.GBps).toBe(4800);
  });

  it('of every kind counts its fields, each field in one group', () => {
    act(() => {
      state().edit('system', {
        'networks.1.latency': 1e-6,
        'networks.1.ops.p2p': [2, null],
        processing_mode: 'roofline',
      });
      state().edit('system', { 'matrix.float16.tflops': 600, 'vector.float16.tflops': 100 });
      state().edit('strategy', { tensor_par_net: 1, microbatch_size: 2, weight_offload: true, data_par_overlap: true });
      state().edit('strategy', { fused_activation: false, attention_type: 'multiquery' });
    });
    const counts = screen
      .getAllByRole('button', { name: /group changed/ })
      .map((each) => each.getAttribute('aria-label')?.replace(/ group changed.*/, ''));
    expect(counts).toEqual([
      '2 of the Engines',
      '1 of the Processing',
      '2 of the Tier 1 · cluster',
      '1 of the Parallelism',
      '1 of the Batch',
      '1 of the Memory',
      '1 of the Communication',
      '2 of the Computation',
    ]);
    for (const each of screen.getAllByRole('button', { name: /group changed/ })) fireEvent.click(each);
    expect(state().system.value).toBe(state().system.base.value);
    expect(state().strategy.value).toBe(state().strategy.base.value);
  });

  it('of a tier just added has nothing to go back to', () => {
    fireEvent.click(screen.getByRole('button', { name: /^Add a network tier/ }));
    expect(screen.queryByRole('button', { name: /group changed/ })).toBeNull();
  });
});

describe('the hardware panel', () => {
  it('adds a datatype by copying another', () => {
    fireEvent.click(
      within(screen.getByRole('radiogroup', { name: /^Datatype of/ })).getByRole('radio', { name: 'bfloat16' }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Copy float16' }));
    expect(state().system.value.matrix.bfloat16?.tflops).toBe(312);
    expect(state().system.value.vector.bfloat16?.tflops).toBe(78);
    type('Matrix peak bfloat16', '400');
    expect(state().system.value.matrix.bfloat16?.tflops).toBe(400);
    fireEvent.click(screen.getByRole('button', { name: 'Remove bfloat16 from the system' }));
    expect(state().system.value.matrix.bfloat16).toBeUndefined();
  });

  it('adds a tier, and removes one that carries nothing without moving any traffic', () => {
    fireEvent.click(screen.getByRole('button', { name: /^Add a network tier/ }));
    expect(state().system.value.networks).toHaveLength(3);
    const refused = screen.getByRole('button', { name: /Tier 1 carries pipeline and data traffic/ });
    fireEvent.click(refused);
    expect(state().system.value.networks).toHaveLength(3);
    for (const name of ['Pipeline over', 'Data over'])
      fireEvent.change(screen.getByRole('combobox', { name }), { target: { value: '2' } });
    fireEvent.click(screen.getByRole('button', { name: 'Remove Tier 1' }));
    expect(state().system.value.networks).toHaveLength(2);
    expect(state().strategy.value).toMatchObject({ tensor_par_net: 0, pipeline_par_net: 1, data_par_net: 1 });
    act(() => state().undo());
    expect(state().system.value.networks).toHaveLength(3);
    expect(state().strategy.value.data_par_net).toBe(2);
  });
});

describe('the strategy panel', () => {
  it('keeps t · p · d = N, and cannot be given a degree that would not', () => {
    type('Tensor t', '4');
    const { tensor_par: t, pipeline_par: p, data_par: d } = state().strategy.value;
    expect([t, t * p * d]).toEqual([4, 4096]);
    expect(screen.getByText((_, element) => element?.textContent === `4,096 = t ${t} · p ${p} · d ${d}`)).toBeTruthy();
    type('Tensor t', '7');
    expect(state().strategy.value.tensor_par).toBe(4);
    expect(screen.getByRole('alert').textContent).toMatch(
      /^7 does not fit: t has to divide N.*Allowed: 1, 2, 4, 8, 16, 32\.$/,
    );
  });

  it('puts N and a degree back by their dots without breaking t · p · d = N', () => {
    type('Tensor t', '4');
    type('Processors', '2048');
    fireEvent.click(screen.getByRole('button', { name: 'Reset Tensor t to 8' }));
    const { tensor_par: t, pipeline_par: p, data_par: d } = state().strategy.value;
    expect([t, t * p * d]).toEqual([8, 2048]);
    fireEvent.click(screen.getByRole('button', { name: /^Reset Processors to 4,096/ }));
    const then = state().strategy.value;
    expect(then.tensor_par * then.pipeline_par * then.data_par).toBe(4096);
    expect(then.num_procs).toBe(4096);
  });

  it('says when p does not divide the blocks', () => {
    const told = () => screen.queryByText(/p does not divide/)?.textContent;
    expect(told()).toBe('p does not divide the 96 blocks: 32 stages hold one fewer and wait, and MFU counts 128');
    type('Pipeline p', '32');
    expect(told()).toBeUndefined();
  });

  it.each([
    [96, 128, 'p exceeds the 96 blocks: 32 stages hold none and wait, and MFU counts 128'],
    [95, 96, 'p exceeds the 95 blocks: 1 stage holds none and waits, and MFU counts 96'],
    [95, 32, 'p does not divide the 95 blocks: 1 stage holds one fewer and waits, and MFU counts 96'],
    [1, 2, 'p exceeds the 1 block: 1 stage holds none and waits, and MFU counts 2'],
  ])('says what the short stages hold of %i blocks over %i stages', (num_blocks, pipeline_par, words) => {
    act(() => {
      state().edit('model', { num_blocks });
      state().edit('strategy', { pipeline_par });
    });
    expect(screen.getByText(/^p (does not divide|exceeds)/).textContent).toBe(words);
  });

  it('trades the other two when one is locked', () => {
    fireEvent.click(screen.getByRole('button', { name: /^Lock Data d/ }));
    type('Tensor t', '16');
    expect(state().strategy.value).toMatchObject({ tensor_par: 16, pipeline_par: 32, data_par: 8 });
  });

  it('says which N cannot keep a locked degree, and stays as it is', () => {
    fireEvent.click(screen.getByRole('button', { name: /^Lock Pipeline p/ }));
    type('Processors', '8200');
    const reason = '8,200 processors cannot keep p 64, which is locked: 64 does not divide them';
    expect(screen.getByRole('alert').textContent).toBe(reason);
    expect(state().strategy.value).toBe(state().strategy.base.value);
    type('Processors', '8192');
    expect(state().strategy.value).toMatchObject({ num_procs: 8192, pipeline_par: 64 });
    // by slider too, which has no message of its own
    fireEvent.keyDown(screen.getByRole('slider', { name: 'Processors' }), { key: 'ArrowUp', shiftKey: true });
    expect(state().strategy.value.num_procs).toBe(8192);
    expect(screen.getByText(reason)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^Pipeline p is locked/ }));
    expect(screen.queryByText(/cannot keep/)).toBeNull();
  });

  it('takes only a batch that the replicas can share', () => {
    type('Batch', '2321');
    expect(screen.getByRole('alert').textContent).toMatch(/not a multiple of d = 8. Nearest: 2,320 or 2,328/);
    type('Batch', '2328');
    expect(state().strategy.value.batch_size).toBe(2328);
  });

  it('shows what each option would do, and forbids what a rule forbids', () => {
    const recompute = within(screen.getByRole('radiogroup', { name: 'Recompute' }));
    const effect = (name: string): string | null | undefined =>
      document
        .getElementById(recompute.getByRole('radio', { name }).getAttribute('aria-describedby') ?? '')
        ?.querySelector('.visually-hidden')?.textContent;
    expect(effect('Attention only')).toBe('time −20 %, HBM +204 %');
    expect(effect('None')).toBe('time −22 %, HBM +510 %, does not fit');
    const redo = screen.getByRole('switch', { name: 'Repeat all-gather' });
    expect(redo.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(redo);
    expect(state().strategy.value.seq_par_ag_redo).toBe(false);
  });

  it('says why an option is forbidden in as many words as there is room for', () => {
    fireEvent.click(screen.getByRole('switch', { name: 'Training' }));
    act(report);
    const reasonOf = (role: 'radio' | 'switch', name: string): string | null | undefined => {
      // float8 is a segment of the engines too
      const control = screen.getAllByRole(role, { name }).at(-1);
      return document.getElementById(control?.getAttribute('aria-describedby')?.split(' ')[0] ?? '')?.textContent;
    };
    expect(reasonOf('radio', 'Full')).toBe('Recompute needs training, which is off.');
    expect(reasonOf('switch', 'Data overlap')).toBe('Data overlap needs gradients to reduce: training is off.');
    expect(reasonOf('switch', 'Offload optimizer')).toBe('There is no optimizer state to offload: training is off.');
    expect(reasonOf('radio', 'float8')).toBe('The system has no float8 engines.');
  });

  it('does not lock a person into an invalid design', () => {
    act(() => {
      state().edit('strategy', { training: false });
      report();
    });
    const full = within(screen.getByRole('radiogroup', { name: 'Recompute' })).getByRole('radio', { name: 'None' });
    expect(full.getAttribute('aria-disabled')).toBeNull();
    expect(screen.getByRole('switch', { name: 'Training' }).getAttribute('aria-disabled')).toBeNull();
  });
});
