import { LEAST_TIERS } from '../core/inputs/allowed.js';
import type { Design, DesignPart, ModelInput, StrategyInput, SystemInput } from '../core/inputs/design.js';
import { valueAt } from '../core/inputs/value-at.js';
import { withExactDegree, type TiedInput } from '../core/strategy/exact-degree.js';
import { cleanName } from '../share/names.js';
import { isWholePart } from '../share/part-check.js';
import { withValue } from '../share/paths.js';
import { same } from '../share/same.js';
import { asBase, type Base, type Part } from '../share/shared-state.js';

/** The part with another value; the very same part when nothing changed or the value is not allowed. */
export function withPartValue<P extends DesignPart>(
  part: P,
  before: Part<Design[P]>,
  value: Design[P],
): Part<Design[P]> {
  if (same(before.value, value) || !isWholePart(part, value)) return before;
  return { base: before.base, value };
}

/** `edit`: all changes or none. */
export function editedPart<P extends DesignPart>(
  part: P,
  before: Part<Design[P]>,
  changes: Readonly<Record<string, unknown>>,
): Part<Design[P]> {
  let value = before.value;
  for (const [path, change] of Object.entries(changes)) value = withValue(value, path, change);
  return withPartValue(part, before, value);
}

/** `resetPaths`. Tiers that the base lacks go from the end, and come back from the front, so that indices stay true. */
export function resetPart<P extends DesignPart>(
  part: P,
  before: Part<Design[P]>,
  paths: readonly string[],
): Part<Design[P]> {
  const back = (path: string): unknown => valueAt(before.base.value, path);
  const byIndex = paths.toSorted((left, right) => left.localeCompare(right, 'en', { numeric: true }));
  const removed = byIndex.filter((path) => back(path) === undefined).reverse();
  const restored = byIndex.filter((path) => back(path) !== undefined);
  let value = before.value;
  for (const path of [...removed, ...restored]) value = withValue(value, path, back(path));
  // back where it began: share the base's value, so that "unchanged" is one comparison
  if (same(value, before.base.value)) return before.value === before.base.value ? before : asBase(before.base);
  return withPartValue(part, before, value);
}

/**
 * N or one degree as the base has it, the others making up for it where they can: t·p·d stays N. Where nothing else
 * differs that is the base, also one that breaks a rule: what it has is not repaired.
 */
export function resetDegree(model: ModelInput, before: Part<StrategyInput>, path: TiedInput): Part<StrategyInput> {
  const alone = resetPart('strategy', before, [path]);
  if (alone.value === alone.base.value) return alone;
  const exact = withExactDegree(model, before.value, path, before.base.value[path]);
  if (exact === null) return alone;
  return same(exact, before.base.value) ? asBase(before.base) : withPartValue('strategy', before, exact);
}

const TIER_PATHS = ['tensor_par_net', 'pipeline_par_net', 'data_par_net'] as const;

/** `removeTier`. */
export function withoutTier(
  { system, strategy }: { readonly system: Part<SystemInput>; readonly strategy: Part<StrategyInput> },
  index: number,
): { system: Part<SystemInput>; strategy: Part<StrategyInput> } {
  const left = system.value.networks.length - 1;
  if (!(index in system.value.networks) || left < LEAST_TIERS) return { system, strategy };
  const moved = TIER_PATHS.map((path) => {
    const tier = strategy.value[path];
    return [path, tier > index || tier === left ? tier - 1 : tier] as const;
  });
  return {
    system: withPartValue('system', system, {
      ...system.value,
      networks: system.value.networks.toSpliced(index, 1),
    }),
    strategy: withPartValue('strategy', strategy, { ...strategy.value, ...Object.fromEntries(moved) }),
  };
}

/** The base of a part read from a file. */
export function fileBase<T>(name: string, value: T): Base<T> {
  return { presetId: null, revision: 1, name: cleanName(name), value };
}
