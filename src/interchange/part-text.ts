import type { Design, DesignPart } from '../core/inputs/design.js';
import { readModel } from './calculon-model.js';
import { readStrategy } from './calculon-strategy.js';
import { readSystem } from './calculon-system.js';
import { jsonText } from './json-text.js';
import type { Read } from './problem.js';

/** The reader of each part. */
export const PART_READERS: { readonly [P in DesignPart]: (value: unknown, at?: string) => Read<Design[P]> } = {
  model: readModel,
  system: readSystem,
  strategy: readStrategy,
};

/** A model, system or strategy as the text of a Calculon file. */
export function partText<P extends DesignPart>(part: P, value: Design[P]): string {
  return jsonText(inCalculonOrder(part, value));
}

/** The part with its keys in Calculon's order, which is that of the schemas; a part out of its limits stays as it is. */
export function inCalculonOrder<P extends DesignPart>(part: P, value: Design[P]): Design[P] {
  const read: Read<Design[P]> = PART_READERS[part](value);
  return read.ok ? read.value : value;
}
