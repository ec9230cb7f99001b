import { describe, expect, it } from 'vitest';
import { hardwareNumbers } from '../../src/core/sensitivity/hardware-numbers.js';
import { decodeLink, encodeLink } from '../../src/share/link.js';
import { openingState } from '../../src/share/opening-state.js';
import { adoptedParts } from '../../src/state/adopted-parts.js';
import { PRESETS } from './preset-files.js';

const now = openingState(PRESETS);
const design = { model: now.model.value, system: now.system.value, strategy: now.strategy.value };
const adopted = (changes: Partial<typeof design>) => {
  const parts = adoptedParts({ ...design, ...changes }, 'Sensitivity: a point', now, PRESETS);
  if (parts === null) throw new Error('not allowed');
  return parts;
};

describe('an adopted design', () => {
  it('is the machine at the left with one number changed, in its name and in the link', () => {
    const peak = hardwareNumbers(design.system, design.strategy.datatype)[0];
    const system = peak?.systemAt(2 * peak.value) ?? design.system;
    const parts = adopted({ system });
    expect(parts.system).toEqual({ base: now.system.base, value: system });
    expect(parts.model).toBe(now.model);
    expect(parts.strategy).toBe(now.strategy);
    const link = encodeLink({ ...now, ...parts }, PRESETS);
    expect(link).not.toContain('z=');
    expect(link).toContain(`${peak?.path}=`);
    expect(decodeLink(link, PRESETS).state.system).toEqual(parts.system);
  });

  it('keeps what its strategy started from, as one from the search does', () => {
    const strategy = { ...design.strategy, microbatch_size: design.strategy.microbatch_size * 2 };
    expect(adopted({ strategy }).strategy).toEqual({ base: now.strategy.base, value: strategy });
  });

  it('is another preset with values changed, where it is nearer to that, and its strategy is a new one', () => {
    const other = PRESETS.systems.find(
      ({ id, value }) => id !== now.system.base.presetId && value.networks.length === design.system.networks.length,
    );
    if (other === undefined) throw new Error('no other machine');
    const system = { ...other.value, mem1: { ...other.value.mem1, GiB: other.value.mem1.GiB + 3 } };
    const strategy = { ...design.strategy, microbatch_size: design.strategy.microbatch_size * 2 };
    const parts = adopted({ system, strategy });
    expect(parts.system.base).toMatchObject({ presetId: other.id, value: other.value });
    expect(parts.system.value).toEqual(system);
    expect(parts.strategy.base).toMatchObject({ presetId: null, name: 'Sensitivity: a point', value: strategy });
  });

  it('with a tier more than any is a machine of its own', () => {
    const [tier] = design.system.networks;
    if (tier === undefined) throw new Error('no tier');
    const system = { ...design.system, networks: Array.from({ length: 7 }, () => tier) };
    expect(adopted({ system }).system.base).toMatchObject({ presetId: null, name: 'Sensitivity: a point' });
  });
});
