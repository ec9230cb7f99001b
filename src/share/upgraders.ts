import type { DesignPart } from '../core/inputs/design.js';
import type { Pairs } from './pairs.js';

/** The version that links are written in. Raise it when a link would be read otherwise than it was meant. */
export const LINK_VERSION = 1;

/** Rewrites pairs of one version as the next one has them: those of the link itself, or of a file that it carries. */
export type Upgrader = (pairs: Pairs, where: 'link' | DesignPart) => Pairs;

/** The upgrader from each version to the next, by the version it starts from. */
export const UPGRADERS: Readonly<Record<number, Upgrader>> = {};

/**
 * Every version below the newest needs an upgrader, or old links would be read wrongly.
 *
 * @throws at load, when one is missing or there is one too many.
 */
export function checkUpgraders(newest: number, upgraders: Readonly<Record<number, Upgrader>>): void {
  for (let version = 1; version < newest; version += 1) {
    if (!upgraders[version]) throw new Error(`There is no upgrader for links of version ${version}.`);
  }
  const beyond = Object.keys(upgraders).filter((version) => Number(version) >= newest);
  if (beyond.length > 0)
    throw new Error(`There are upgraders for link versions ${beyond.join(', ')}, but the newest is ${newest}.`);
}

checkUpgraders(LINK_VERSION, UPGRADERS);

/** Pairs of an old version as the newest has them. */
export function upgraded(
  pairs: Pairs,
  from: number,
  where: 'link' | DesignPart,
  newest: number = LINK_VERSION,
  upgraders: Readonly<Record<number, Upgrader>> = UPGRADERS,
): Pairs {
  let current = pairs;
  for (let version = from; version < newest; version += 1) current = upgraders[version]?.(current, where) ?? current;
  return current;
}
