import { describe, expect, it } from 'vitest';
import { encodeLink, LONGEST_LINK } from '../../src/share/link.js';
import type { NamedDesign } from '../../src/share/shared-state.js';
import { PRESETS } from '../state/preset-files.js';
import { edit, OPENING, read } from './link-states.js';

const opening = { model: OPENING.model.value, system: OPENING.system.value, strategy: OPENING.strategy.value };
const memory: NamedDesign = {
  name: 'Twice the HBM',
  design: { ...opening, system: { ...opening.system, mem1: { ...opening.system.mem1, GiB: 160 } } },
};
const same: NamedDesign = { name: 'As it was & = 100 %', design: opening };
const other: NamedDesign = {
  name: 'Another model',
  design: { ...opening, model: PRESETS.models.at(-1)?.value ?? opening.model },
};

describe('designs that stand beside the current one, in a link', () => {
  it('are written as their name and what differs from the presets', () => {
    const link = encodeLink({ ...OPENING, compared: [memory, same] }, PRESETS);
    expect(link).toContain('&compare.1=name%3DTwice%2520the%2520HBM%26mem1.GiB%3D160&');
    expect(link).toMatch(/&compare\.2=name%3DAs%2520it%2520was%2520%2526%2520%253D%2520100%2520%2525$/);
  });

  it('come back as they were, whatever became of the current design', () => {
    const edited = edit(edit(OPENING, 'system', 'mem1.GiB', 40), 'strategy', 'tensor_par', 4);
    const state = { ...edited, compared: [memory, same, other] };
    expect(read(encodeLink(state, PRESETS))).toEqual({ state, notes: [] });
  });

  it('that cannot be read are left out or keep what they can, with a note', () => {
    const { state, notes } = read(
      '#v=1&compare.1=name%3DBad%26mem1.GiB%3Dmuch%26nothing%3D1&compare.2=mem1.GiB%3D160&compare.7=&compare.x=1',
    );
    expect(state.compared).toEqual([
      { name: 'Bad', design: opening },
      { name: 'Design 2', design: memory.design },
    ]);
    expect(notes.join('\n')).toMatch(/mem1\.GiB cannot be “much”/);
    expect(notes.join('\n')).toMatch(/no input “nothing” in compare\.1/);
    expect(notes.join('\n')).toMatch(/“compare\.x” was ignored/);
    expect(notes.join('\n')).toMatch(/“compare\.7” was ignored/);
  });

  it('are three at most', () => {
    const { state, notes } = read('#v=1&compare.1=&compare.2=&compare.3=&compare.4=');
    expect([state.compared.length, notes.length]).toEqual([3, 1]);
  });

  it('fit the bound of a link', () => {
    const link = encodeLink({ ...OPENING, compared: [memory, same, other] }, PRESETS);
    expect(link.length).toBeLessThan(LONGEST_LINK / 100);
  });
});
