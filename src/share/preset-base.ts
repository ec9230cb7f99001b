import type { Design, DesignPart } from '../core/inputs/design.js';
import type { AnyStudy } from '../core/studies/study.js';
import type { Base } from './shared-state.js';

/** What a link needs to know of a preset. */
export interface BasePreset<T> {
  readonly id: string;
  readonly name: string;
  readonly value: T;
  /** 1 when not given. A value that changes gets the next revision and keeps the old one in `earlier`. */
  readonly revision?: number;
  readonly earlier?: readonly { readonly revision: number; readonly value: T }[];
}

/** The presets a link may name, by part, and the studies. */
export interface BasePresets {
  readonly models: readonly BasePreset<Design['model']>[];
  readonly systems: readonly BasePreset<Design['system']>[];
  readonly strategies: readonly (BasePreset<Design['strategy']> & {
    readonly for?: { readonly model: string; readonly system: string };
  })[];
  /** They come after the first download, unless the link that is opened speaks of them. */
  readonly studies?: readonly AnyStudy[];
}

/** The presets of one part. */
export function presetsOf<P extends DesignPart>(presets: BasePresets, part: P): readonly BasePreset<Design[P]>[] {
  const lists: { readonly [K in DesignPart]: readonly BasePreset<Design[K]>[] } = {
    model: presets.models,
    system: presets.systems,
    strategy: presets.strategies,
  };
  return lists[part];
}

const newestRevision = ({ revision = 1 }: BasePreset<unknown>): number => revision;

/** Every preset of a part as its base, in its newest revision. */
export function presetBases<P extends DesignPart>(presets: BasePresets, part: P): readonly Base<Design[P]>[] {
  return presetsOf(presets, part).map((preset) => ({
    presetId: preset.id,
    revision: newestRevision(preset),
    name: preset.name,
    value: preset.value,
  }));
}

/** A preset as the base of a part, in the revision asked for (its newest when none is); null when there is no such one. */
export function presetBase<P extends DesignPart>(
  presets: BasePresets,
  part: P,
  presetId: string,
  revision?: number,
): Base<Design[P]> | null {
  const preset = presetsOf(presets, part).find((candidate) => candidate.id === presetId);
  if (!preset) return null;
  const newest = newestRevision(preset);
  const wanted = revision ?? newest;
  const value =
    wanted === newest ? preset.value : preset.earlier?.find((candidate) => candidate.revision === wanted)?.value;
  return value === undefined ? null : { presetId, revision: wanted, name: preset.name, value };
}
