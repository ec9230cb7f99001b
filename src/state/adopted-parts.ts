import type { Design, DesignPart } from '../core/inputs/design.js';
import { isWholePart } from '../share/part-check.js';
import { presetBase, presetsOf } from '../share/preset-base.js';
import { same } from '../share/same.js';
import { asBase, DESIGN_PARTS, type Part } from '../share/shared-state.js';
import { fileBase } from './part-changes.js';
import type { Presets } from './presets.js';
import type { Workbench } from './workbench.js';

/**
 * The parts of a design that something other than a file brought. A part that stands at the left already, or is a preset,
 * keeps its name; any other gets `name`. null when a value is not allowed.
 */
export function adoptedParts(
  design: Design,
  name: string,
  now: Pick<Workbench, DesignPart>,
  presets: Presets,
): Pick<Workbench, DesignPart> | null {
  const adopted = <P extends DesignPart>(part: P, value: Design[P]): Part<Design[P]> => {
    const parts: { readonly [K in DesignPart]: Part<Design[K]> } = now;
    if (same(parts[part].value, value)) return parts[part];
    const preset = presetsOf(presets, part).find((each) => same(each.value, value));
    return asBase((preset && presetBase(presets, part, preset.id)) ?? fileBase(name, value));
  };
  if (!DESIGN_PARTS.every((part) => isWholePart(part, design[part]))) return null;
  return {
    model: adopted('model', design.model),
    system: adopted('system', design.system),
    strategy: adopted('strategy', design.strategy),
  };
}
