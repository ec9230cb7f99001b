import type { Design, DesignPart, SystemInput } from '../core/inputs/design.js';
import { valueAt } from '../core/inputs/value-at.js';
import { leafText } from './leaf-text.js';
import type { Pairs } from './pairs.js';
import { leafPaths, withValue } from './paths.js';
import { same } from './same.js';

/** A datatype taken away: `matrix.float8=none`. */
export const REMOVED = 'none';
/** Which of the base's tiers each tier started from, when their number differs: `networks=0,1,1`. */
export const TIERS = 'networks';

/** A part without inputs: what a file carried whole differs from in everything. */
export function emptyPart(part: DesignPart): unknown {
  return part === 'system' ? { matrix: {}, vector: {}, mem1: {}, mem2: {}, networks: [] } : {};
}

/** What has to be said so that `base` becomes `value`, in the order of the value. */
export function changesOf<P extends DesignPart>(part: P, base: unknown, value: Design[P]): Pairs {
  const tiers = part === 'system' ? tierOrigins(base, value as SystemInput) : null;
  const start = tiers ? withTiers(base, tiers) : base;
  const changed = leafPaths(value).filter((path) => !same(valueAt(start, path), valueAt(value, path)));
  return [
    ...(tiers ? [[TIERS, tiers.join(',')] as const] : []),
    ...removedDatatypes(part, base, value),
    ...changed.map((path) => [path, leafText(valueAt(value, path))] as const),
  ];
}

function removedDatatypes(part: DesignPart, base: unknown, value: unknown): Pairs {
  if (part !== 'system') return [];
  return ['matrix', 'vector'].flatMap((engine) =>
    Object.keys((valueAt(base, engine) ?? {}) as object)
      .map((datatype) => `${engine}.${datatype}`)
      .filter((path) => valueAt(value, path) === undefined)
      .map((path) => [path, REMOVED] as const),
  );
}

/** For each tier the index of the tier of the base it differs from least; null when their numbers are the same. */
function tierOrigins(base: unknown, value: SystemInput): readonly number[] | null {
  const before = valueAt(base, TIERS);
  if (!Array.isArray(before) || before.length === 0 || before.length === value.networks.length) return null;
  const candidates: readonly unknown[] = before;
  return value.networks.map((tier, index) => {
    const paths = leafPaths(tier);
    const differences = candidates.map(
      (origin) => paths.filter((path) => !same(valueAt(origin, path), valueAt(tier, path))).length,
    );
    const fewest = Math.min(...differences);
    return differences[index] === fewest ? index : differences.indexOf(fewest);
  });
}

/** The base with the tiers that `origins` names. */
export function withTiers(base: unknown, origins: readonly number[]): unknown {
  return withValue(
    base,
    TIERS,
    origins.map((origin) => valueAt(base, `${TIERS}.${origin}`)),
  );
}
