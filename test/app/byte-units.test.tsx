// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../src/app/app.js';
import { switchByteUnits } from '../../src/app/byte-units.js';
import { reportDesign } from '../../src/core/report.js';
import { openingState } from '../../src/share/opening-state.js';
import { chooseByteUnits } from '../../src/state/byte-units.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { useResults } from '../../src/state/results.js';
import { provideWorkbench, selectDesign, type WorkbenchStore } from '../../src/state/workbench.js';
import { PRESETS } from '../state/preset-files.js';

let workbench: WorkbenchStore;
beforeEach(() => {
  workbench = createWorkbench(openingState(PRESETS), PRESETS);
  provideWorkbench(workbench);
  const design = selectDesign(workbench.getState());
  useResults.setState({ design, report: reportDesign(design) });
});
afterEach(() => {
  cleanup();
  act(() => chooseByteUnits('binary'));
  vi.restoreAllMocks();
});

const main = (): string => screen.getByRole('main').textContent ?? '';
const box = (name: string): HTMLInputElement => screen.getByRole('textbox', { name }) as HTMLInputElement;

describe('memory in other units', () => {
  it('writes what is kept from one drawing to the next again', () => {
    render(<App workbench={workbench} />);
    expect(main()).toContain('17.4 GiB');
    expect(box('HBM capacity').value).toBe('80');
    act(switchByteUnits);
    expect(box('HBM capacity').value).toBe('85.899');
    expect(screen.getByRole('slider', { name: 'HBM capacity' }).getAttribute('aria-valuetext')).toBe('85.899 GB');
    expect(main()).toContain('18.7 GB');
    expect(main()).not.toMatch(/[KMGT]iB/);
  });

  it('leaves what is typed, open, focused and unfolded as it is, in a view that was fetched later too', async () => {
    workbench.getState().compare('Base');
    workbench.getState().edit('system', { 'mem1.GBps': 4096 });
    workbench.getState().setView({ tab: 'compare' });
    render(<App workbench={workbench} />);
    // the view is fetched when it is first looked at, which takes a busy machine more than a second
    const name = await screen.findByRole('textbox', { name: 'Name to pin under' }, { timeout: 30_000 });
    fireEvent.change(name, { target: { value: 'half a na' } });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Only what differs' }));
    fireEvent.click(screen.getByRole('button', { name: 'Inputs' }));
    fireEvent.click(screen.getByRole('button', { name: 'Engines' }));
    const view = document.getElementById('view')?.parentElement as HTMLElement;
    view.scrollTop = 120;
    name.focus();
    act(switchByteUnits);
    expect(document.activeElement).toBe(name);
    expect(view.isConnected).toBe(true);
    expect(view.scrollTop).toBe(120);
    expect(box('Name to pin under').value).toBe('half a na');
    expect((screen.getByRole('checkbox', { name: 'Only what differs' }) as HTMLInputElement).checked).toBe(false);
    expect(screen.getByRole('button', { name: 'Inputs' }).getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('button', { name: 'Engines' }).getAttribute('aria-expanded')).toBe('false');
    expect(main()).toContain('18.7 GB');
    expect(main()).not.toMatch(/[KMGT]iB/);
  });

  it('drops a number that was being typed in the old ones: it would be another amount', () => {
    render(<App workbench={workbench} />);
    const capacity = box('HBM capacity');
    fireEvent.focus(capacity);
    act(switchByteUnits);
    fireEvent.blur(capacity);
    expect(selectDesign(workbench.getState()).system.mem1.GiB).toBe(80);
    expect(capacity.value).toBe('85.899');
  });
});
