import type { Design, DesignPart } from '../core/inputs/design.js';
import { WHOLE_SEARCH } from '../core/inputs/search-input.js';
import { presetBase, presetsOf, type BasePresets } from './preset-base.js';
import { firstStudy } from './study-choice.js';
import { asBase, DEFAULT_VIEW, type Base, type SharedState } from './shared-state.js';

/**
 * What the explorer opens with: the first strategy preset, on the model and system it was made for. A link that
 * leaves a part out means this one.
 *
 * @throws when a list of presets is empty: there is nothing to show.
 */
export function openingState(presets: BasePresets): SharedState {
  const made = presets.strategies[0]?.for;
  const base = <P extends DesignPart>(part: P, presetId: string | undefined): Base<Design[P]> => {
    const named = presetId === undefined ? null : presetBase(presets, part, presetId);
    const first = presetsOf(presets, part)[0];
    const found = named ?? (first ? presetBase(presets, part, first.id) : null);
    if (!found) throw new Error(`There is no ${part} preset.`);
    return found;
  };
  return {
    model: asBase(base('model', made?.model)),
    system: asBase(base('system', made?.system)),
    strategy: asBase(base('strategy', undefined)),
    search: WHOLE_SEARCH,
    study: firstStudy(presets.studies),
    compared: [],
    view: DEFAULT_VIEW,
  };
}
