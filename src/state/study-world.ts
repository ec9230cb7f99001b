import type { Design, DesignPart } from '../core/inputs/design.js';
import { CURRENT } from '../core/studies/field.js';
import type { StudyWorld } from '../core/studies/study.js';
import { presetBase } from '../share/preset-base.js';
import { same } from '../share/same.js';
import type { Part } from '../share/shared-state.js';
import { partName } from './design-name.js';
import type { Presets } from './presets.js';
import { selectDesign, type Workbench } from './workbench.js';

/** A world that knows which parts of the design at the left were looked at: a study's answers depend on no others. */
export interface WatchedWorld {
  readonly world: StudyWorld;
  /** Grows as the world is asked. */
  readonly used: ReadonlySet<DesignPart>;
  /** Whether a study asked in this world would have the same answers with these parts at the left. */
  readonly isAsWith: (parts: Pick<Workbench, DesignPart>) => boolean;
}

/** What a study is asked about: the presets in their newest revisions, and the design at the left as it is now. */
export function watchedWorld(parts: Pick<Workbench, DesignPart>, presets: Presets): WatchedWorld {
  const used = new Set<DesignPart>();
  const design = selectDesign(parts);
  const own = <P extends 'model' | 'system'>(part: P, of: Part<Design[P]>) => {
    used.add(part);
    return { name: partName(of), value: of.value };
  };
  const preset = <P extends 'model' | 'system'>(part: P, id: string) => presetBase<P>(presets, part, id);
  const current: Design = {
    get model() {
      used.add('model');
      return design.model;
    },
    get system() {
      used.add('system');
      return design.system;
    },
    get strategy() {
      used.add('strategy');
      return design.strategy;
    },
  };
  return {
    used,
    world: {
      model: (id) => (id === CURRENT ? own('model', parts.model) : preset('model', id)),
      system: (id) => (id === CURRENT ? own('system', parts.system) : preset('system', id)),
      current,
    },
    isAsWith: (now) => [...used].every((part) => same(now[part].value, design[part])),
  };
}
