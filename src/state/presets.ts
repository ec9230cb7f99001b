import type { Design, DesignPart, ModelInput, StrategyInput, SystemInput } from '../core/inputs/design.js';
import type { AnyStudy } from '../core/studies/study.js';
import { presetsOf, type BasePreset } from '../share/preset-base.js';

/** Where some of a preset's numbers come from. */
export interface PresetSource {
  /** Paths in the preset's value; a `*` stands for anything (`*` alone for all of it, `networks.*`). */
  readonly fields: readonly string[];
  readonly title: string;
  readonly url: string;
}

export type Provenance = 'paper' | 'published' | 'datasheet' | 'measured';

/** A named model, system or strategy, as public/presets/*.json has it. */
export interface Preset<T> extends BasePreset<T> {
  readonly group: string;
  readonly provenance: Provenance;
  readonly notes: string;
  readonly sources: readonly PresetSource[];
}

/** A strategy names the model and system it was made for. */
export interface StrategyPreset extends Preset<StrategyInput> {
  readonly for?: { readonly model: string; readonly system: string };
}

export interface Presets {
  readonly models: readonly Preset<ModelInput>[];
  readonly systems: readonly Preset<SystemInput>[];
  readonly strategies: readonly StrategyPreset[];
  /** Absent until they are fetched. */
  readonly studies?: readonly AnyStudy[];
}

/** The preset of a part with this id. */
export function presetWithId<P extends DesignPart>(
  presets: Presets,
  part: P,
  id: string,
): Preset<Design[P]> | undefined {
  // Presets holds full presets; presetsOf knows only what a link needs of them
  return (presetsOf(presets, part) as readonly Preset<Design[P]>[]).find((preset) => preset.id === id);
}
