import type { Design, DesignPart } from '../core/inputs/design.js';
import { isWholePart } from '../share/part-check.js';
import { presetBases } from '../share/preset-base.js';
import { same } from '../share/same.js';
import { asBase, DESIGN_PARTS, type Part } from '../share/shared-state.js';
import { nearestBase } from './nearest-base.js';
import { fileBase } from './part-changes.js';
import type { Presets } from './presets.js';
import type { Workbench } from './workbench.js';

/**
 * The parts of a design that something other than a file brought. A part that stands at the left already, or is a preset,
 * is that. A machine or a model with some values changed is what it is nearest to, changed, so that its name and its link
 * say so; a strategy for the same two is the one at the left, changed, as one from the search is. Any other gets `name`.
 * null when a value is not allowed.
 */
export function adoptedParts(
  design: Design,
  name: string,
  now: Pick<Workbench, DesignPart>,
  presets: Presets,
): Pick<Workbench, DesignPart> | null {
  const known = <P extends DesignPart>(part: P, value: Design[P]): Part<Design[P]> | null => {
    const parts: { readonly [K in DesignPart]: Part<Design[K]> } = now;
    if (same(parts[part].value, value)) return parts[part];
    const base = presetBases(presets, part).find((each) => same(each.value, value));
    return base ? asBase(base) : null;
  };
  const changed = <P extends DesignPart>(part: P, value: Design[P]): Part<Design[P]> => {
    const parts: { readonly [K in DesignPart]: Part<Design[K]> } = now;
    const base = nearestBase([parts[part].base, ...presetBases(presets, part)], value);
    return base === null ? asBase(fileBase(name, value)) : { base, value };
  };
  if (!DESIGN_PARTS.every((part) => isWholePart(part, design[part]))) return null;
  const model = known('model', design.model) ?? changed('model', design.model);
  const system = known('system', design.system) ?? changed('system', design.system);
  const isForTheSame = model.base === now.model.base && system.base === now.system.base;
  const strategy =
    known('strategy', design.strategy) ??
    (isForTheSame ? { base: now.strategy.base, value: design.strategy } : asBase(fileBase(name, design.strategy)));
  return { model, system, strategy };
}
