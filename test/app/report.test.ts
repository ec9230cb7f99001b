import { beforeEach, describe, expect, it } from 'vitest';
import { reportOf } from '../../src/app/report-content.js';
import { markdownReport } from '../../src/interchange/report/write-markdown.js';
import { decodeLink } from '../../src/share/link.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { useOpenedDesign } from '../../src/state/opened-design.js';
import { contentOf } from '../../src/state/saved-design.js';
import { provideWorkbench, workbench } from '../../src/state/workbench.js';
import { PRESETS as presets } from '../state/preset-files.js';

const ADDRESS = 'https://example.org/explorer/#v=1';
const NOW = new Date('2026-03-04T05:06:07Z');
const report = () => reportOf(workbench().getState(), ADDRESS, NOW);

beforeEach(() => {
  useOpenedDesign.setState({ opened: null });
  provideWorkbench(createWorkbench(openingState(presets), presets));
});

describe('the report of what is on the screen', () => {
  it('is of the design, with a link that brings back its inputs and nothing beside it', () => {
    const state = workbench().getState();
    state.compare('Base');
    state.edit('system', { 'mem1.GBps': 3456 });
    const { kind, title, link } = report();
    expect(kind).toBe('Design report');
    expect(title).toMatch(/^GPT-3 175B · A100 80 GiB ×4,096/);
    expect(link.startsWith('https://example.org/explorer/#v=1')).toBe(true);
    const read = decodeLink(new URL(link).hash, presets);
    expect(read.notes).toEqual([]);
    expect(read.state.system.value.mem1.GBps).toBe(3456);
    expect(read.state.compared).toEqual([]);
  });

  it('is of the comparison where designs are compared, with a link that brings back all of them', () => {
    const state = workbench().getState();
    state.setView({ tab: 'compare' });
    expect(report().kind).toBe('Design report');
    state.compare('Base');
    state.edit('system', { 'mem1.GBps': 3456 });
    const { kind, title, link } = report();
    const own = 'GPT-3 175B · A100 80 GiB ×4,096 · t8 p64 d8';
    expect([kind, title]).toEqual(['Comparison', `A · Base against B · ${own}`]);
    expect(decodeLink(new URL(link).hash, presets).state.compared.map(({ name }) => name)).toEqual(['Base']);
  });

  it('of a comparison names the current design as its own report does, and what each design is from', () => {
    const state = workbench().getState();
    state.setView({ tab: 'compare' });
    state.loadFile('system', 'My machine', { ...state.system.value, processing_mode: 'roofline' });
    state.edit('strategy', { microbatch_size: 2 });
    state.compare('Roofline');
    state.loadPreset('system', 'a100-80g');
    state.edit('system', { 'mem1.GBps': 3456, 'mem1.GiB': 96 });
    const saved = contentOf(workbench().getState(), presets, NOW.toISOString());
    const record = { ...saved, id: '1', name: 'Mine', tags: [], revision: 1 };
    useOpenedDesign.setState({ opened: { record, saved: workbench().getState() } });
    expect(report().title).toBe('A · Roofline against B · Mine');
    const text = markdownReport(report());
    const strategy = state.strategy.base.name;
    // a pinned design has its values only: it is what they are nearest to
    expect(text).toContain(`A: GPT-3 175B; A100 80 GiB with 1 input changed; ${strategy} with 1 input changed.`);
    expect(text).toContain(`B: GPT-3 175B; A100 80 GiB with 2 inputs changed; ${strategy} with 1 input changed.`);
  });

  it('has the name that the design was saved under, and says when it was edited since', () => {
    const state = workbench().getState();
    const saved = contentOf(state, presets, NOW.toISOString());
    const record = { ...saved, id: '1', name: 'Mine', tags: [], revision: 1 };
    useOpenedDesign.setState({ opened: { record, saved: state } });
    expect(report().title).toBe('Mine');
    expect(report().line).toMatch(/^GPT-3 175B/);
    state.edit('system', { 'mem1.GBps': 3456 });
    expect(report().title).toBe('Mine (edited)');
  });

  it('names the sources of the presets and what was changed of them', () => {
    workbench().getState().edit('system', { 'mem1.GBps': 3456 });
    const text = markdownReport(report());
    const preset = presets.systems.find(({ id }) => id === 'a100-80g');
    expect(text).toContain(`](<${preset?.sources[0]?.url ?? 'none'}>)`);
    expect(text).toContain('From the preset “A100 80 GiB”, with 1 input changed.');
    expect(text).toContain('| HBM bandwidth | **3,456 GB/s** | 2,048 GB/s |');
    workbench().getState().loadFile('system', 'my | machine', workbench().getState().system.value);
    expect(markdownReport(report())).toContain('From the file “my \\| machine”, as it is.');
  });

  it('can be made of every preset', () => {
    for (const { id } of presets.strategies) {
      workbench().getState().loadPreset('strategy', id);
      expect(markdownReport(report())).not.toMatch(/NaN|undefined|\[object/);
    }
  });
});
