import { describe, expect, it } from 'vitest';
import type { Design, DesignPart } from '../../src/core/inputs/design.js';
import { evaluateDesign } from '../../src/core/evaluate.js';
import { readPresets } from '../../src/interchange/presets-file.js';
import { leafPaths } from '../../src/share/paths.js';
import { presetWithId, type Preset } from '../../src/state/presets.js';
import { PRESETS, presetText } from './preset-files.js';

/** `networks.*` covers `networks.0.ops.p2p`: a star stands for anything, and a path for what is beneath it. */
function covers(pattern: string, path: string): boolean {
  const source = pattern.split('*').map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${source.join('.*')}(\\..*)?$`).test(path);
}

function uncovered(preset: Preset<Design[DesignPart]>): string[] {
  const patterns = preset.sources.flatMap((source) => source.fields);
  return leafPaths(preset.value).filter((path) => !patterns.some((pattern) => covers(pattern, path)));
}

describe('the presets that ship', () => {
  it.each(['models', 'systems', 'strategies'] as const)('are well formed: %s', (kind) => {
    const read = readPresets(kind, presetText(kind));
    expect(read.ok ? [] : read.problems).toEqual([]);
  });

  const all = [...PRESETS.models, ...PRESETS.systems, ...PRESETS.strategies];

  it.each(all.map((preset) => [preset.id, preset] as const))('%s has a source for every number', (_, preset) => {
    expect(uncovered(preset)).toEqual([]);
  });

  it.each(all.map((preset) => [preset.id, preset] as const))(
    '%s names only fields it has in its sources',
    (_, preset) => {
      const paths = leafPaths(preset.value);
      const idle = preset.sources
        .flatMap((source) => source.fields)
        .filter((field) => !paths.some((path) => covers(field, path)));
      expect(idle).toEqual([]);
    },
  );

  it.each(PRESETS.strategies.map((preset) => [preset.id, preset] as const))('%s fits what it is for', (_, preset) => {
    const model = presetWithId(PRESETS, 'model', preset.for?.model ?? '');
    const system = presetWithId(PRESETS, 'system', preset.for?.system ?? '');
    expect(model).toBeDefined();
    expect(system).toBeDefined();
    if (!model || !system) return;
    const outcome = evaluateDesign({ model: model.value, system: system.value, strategy: preset.value });
    expect(outcome.kind === 'feasible' ? [] : outcome.reasons.map((reason) => reason.message)).toEqual([]);
  });

  it('keep every earlier revision, each once', () => {
    for (const preset of all) {
      const revisions = [...(preset.earlier ?? []).map((earlier) => earlier.revision), preset.revision ?? 1];
      expect(revisions, preset.id).toEqual(Array.from({ length: preset.revision ?? 1 }, (_, index) => index + 1));
    }
  });
});
