import type { Design, DesignPart } from '../core/inputs/design.js';
import { presetBases } from '../share/preset-base.js';
import type { Base, Part } from '../share/shared-state.js';
import { changedInputs, nearestBase } from './nearest-base.js';
import type { Presets } from './presets.js';
import type { Workbench } from './workbench.js';

const OWN: Readonly<Record<DesignPart, string>> = {
  model: 'a model of its own',
  system: 'hardware of its own',
  strategy: 'a strategy of its own',
};

function originText<T>(base: Base<T>, value: T): string {
  const changes = changedInputs(base.value, value);
  return changes === 0 ? base.name : `${base.name} with ${changes} ${changes === 1 ? 'input' : 'inputs'} changed`;
}

const line = (ofPart: <P extends DesignPart>(part: P) => string): string =>
  [ofPart('model'), ofPart('system'), ofPart('strategy')].join('; ');

/** What the three parts at the left started from, and in how many inputs they differ from it. */
export function currentOrigins(now: Pick<Workbench, DesignPart>): string {
  const parts: { readonly [K in DesignPart]: Part<Design[K]> } = now;
  return line((part) => originText<Design[typeof part]>(parts[part].base, parts[part].value));
}

/**
 * What the three parts of a design that was kept by its values only are nearest to: what stands at the left started from,
 * or a preset.
 */
export function nearestOrigins(design: Design, now: Pick<Workbench, DesignPart>, presets: Presets): string {
  const parts: { readonly [K in DesignPart]: Part<Design[K]> } = now;
  return line((part) => {
    const base = nearestBase<Design[typeof part]>([parts[part].base, ...presetBases(presets, part)], design[part]);
    return base === null ? OWN[part] : originText(base, design[part]);
  });
}
