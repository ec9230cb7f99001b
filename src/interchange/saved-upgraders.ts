/** The version that saved designs are written in. Raise it when a record would be read otherwise than it was meant. */
export const SAVED_VERSION = 1;

type RawRecord = Readonly<Record<string, unknown>>;

/** Rewrites a record of one version as the next one has it. It may be given anything that was stored, and must not throw. */
export type SavedUpgrader = (record: RawRecord) => RawRecord;

/** The upgrader from each version to the next, by the version it starts from. The link inside has upgraders of its own. */
export const SAVED_UPGRADERS: Readonly<Record<number, SavedUpgrader>> = {};

/**
 * Every version below the newest needs an upgrader, or designs saved before would be lost.
 *
 * @throws at load, when one is missing or there is one too many.
 */
export function checkSavedUpgraders(newest: number, upgraders: Readonly<Record<number, SavedUpgrader>>): void {
  for (let version = 1; version < newest; version += 1) {
    if (!upgraders[version]) throw new Error(`There is no upgrader for saved designs of version ${version}.`);
  }
  const beyond = Object.keys(upgraders).filter((version) => Number(version) >= newest);
  if (beyond.length > 0)
    throw new Error(`There are upgraders for saved designs of version ${beyond.join(', ')}; the newest is ${newest}.`);
}

checkSavedUpgraders(SAVED_VERSION, SAVED_UPGRADERS);

/** A record of an old version as the newest has it; what is no object stays as it is. */
export function upgradedRecord(
  record: unknown,
  from: number,
  newest: number = SAVED_VERSION,
  upgraders: Readonly<Record<number, SavedUpgrader>> = SAVED_UPGRADERS,
): unknown {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return record;
  let current = record as RawRecord;
  for (let version = from; version < newest; version += 1) current = upgraders[version]?.(current) ?? current;
  return current;
}
