import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SystemInput } from '../../src/core/inputs/design.js';
import { decodeLink, encodeLink, LONGEST_LINK } from '../../src/share/link.js';
import type { SharedState } from '../../src/share/shared-state.js';
import { PRESETS } from '../state/preset-files.js';
import { edit, OPENING, read, REVISED } from './link-states.js';
import { sharedState } from './state-arbitrary.js';

describe('any state, to a link and back', () => {
  it('is the same state', () => {
    fc.assert(
      fc.property(sharedState(PRESETS), (state) => {
        expect(read(encodeLink(state, PRESETS))).toEqual({ state, notes: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('is the same state with presets that were revised', () => {
    fc.assert(
      fc.property(sharedState(REVISED), (state) => {
        expect(decodeLink(encodeLink(state, REVISED), REVISED)).toEqual({ state, notes: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('needs only characters that every program leaves alone', () => {
    fc.assert(
      fc.property(sharedState(PRESETS), (state) => {
        expect(encodeLink(state, PRESETS)).toMatch(/^#[\w.~!*'():;,@/$&=%-]*$/);
      }),
      { numRuns: 50 },
    );
  });

  it('stays true when a preset gets a new revision', () => {
    const link = encodeLink(edit(OPENING, 'model', 'seq_size', 4096), PRESETS);
    const later = decodeLink(link, REVISED);
    expect(later.notes).toEqual([]);
    expect(later.state.model.value).toEqual({ ...OPENING.model.value, seq_size: 4096 });
    expect(later.state.model.base.revision).toBe(1);
  });

  it('fits the bound at its very largest', () => {
    const points = Array.from({ length: 64 }, (_, index) => [
      index === 63 ? 0 : 1e6 / (index + 1.1),
      1 / (index + 1.3),
    ]);
    const engine = { tflops: 1 / 3e-4, gflops_efficiency: points };
    const types = { float8: engine, float16: engine, bfloat16: engine, float32: engine };
    const memory = { GiB: 1e5 / 3, GBps: 1e5 / 7, MB_efficiency: points };
    const law = [1 / 3, -1 / 7] as const;
    const tier = (index: number) => ({
      bandwidth: 1 / (3 + index),
      efficiency: 1 / (7 + index),
      size: 123456789,
      latency: 1e-6 / (3 + index),
      ops: { p2p: law, reduce_scatter: law, all_gather: law, all_reduce: law },
      must_be_filled: true,
      processor_usage: 1 / 7,
    });
    const tiers = (from: number) => Array.from({ length: 64 }, (_, index) => tier(from + index));
    const mode = { processing_mode: 'roofline' };
    const system = (from: number) =>
      ({
        matrix: types,
        vector: types,
        mem1: memory,
        mem2: memory,
        ...mode,
        networks: tiers(from),
      }) as unknown as SystemInput;
    const base = { presetId: null, revision: 1, name: 'Largest', value: system(0) };
    const state: SharedState = {
      ...OPENING,
      system: { base, value: { ...system(100), mem1: { ...system(0).mem1, MB_efficiency: [[0, 1]] } } },
    };
    const link = encodeLink(state, PRESETS);
    expect(link.length).toBeLessThan(LONGEST_LINK);
    expect(read(link)).toEqual({ state, notes: [] });
  });
});
