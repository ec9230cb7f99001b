import type { Design, DesignPart } from '../core/inputs/design.js';
import { carriedFromText, carriedText, type CarriedFiles } from './carried-files.js';
import { comparedFromPairs, comparedPairs, isComparedKey } from './compared-pairs.js';
import { quoted } from './names.js';
import { openingState } from './opening-state.js';
import { byKey, pairsFromText, pairsText } from './pairs.js';
import { isPartKey, partFromPairs } from './part-from-pairs.js';
import { changesOf } from './part-pairs.js';
import { presetBase, type BasePresets } from './preset-base.js';
import { same } from './same.js';
import { isSearchKey, searchFromPairs, searchPairs } from './search-pairs.js';
import { DESIGN_PARTS, type Base, type Part, type SharedState } from './shared-state.js';
import { isStudyKey, studyFromPairs, studyPairs } from './study-pairs.js';
import { LINK_VERSION, upgraded } from './upgraders.js';
import { viewFromPairs, viewPairs, VIEW_KEYS } from './view-pairs.js';

/** Stands for the preset of a part whose base the link carries in `z`. */
const CARRIED = '*';

/** What the largest design takes, with three others beside it that have nothing in common with it. */
export const LONGEST_LINK = 800_000;

/**
 * The state as the hash of a link, its `#` included: a version, what each part started from, and only what differs
 * (docs/link-format.md). Readable, and editable by hand: `#v=1&model=gpt3-175b&system=a100-80g&strategy=fig3&mem1.GBps=4000`.
 */
export function encodeLink(state: SharedState, presets: BasePresets): string {
  const carried: { -readonly [P in DesignPart]?: Base<Design[P]> } = {};
  const reference = <P extends DesignPart>(part: P, base: Base<Design[P]>): readonly [string, string] => {
    if (isPreset(presets, part, base))
      return [part, base.revision === 1 ? `${base.presetId}` : `${base.presetId}@${base.revision}`];
    (carried as Partial<Record<P, Base<Design[P]>>>)[part] = base;
    return [part, CARRIED];
  };
  const changes = <P extends DesignPart>(part: P, { base, value }: Part<Design[P]>) =>
    changesOf(part, base.value, value);
  const pairs = [
    ['v', String(LINK_VERSION)] as const,
    reference('model', state.model.base),
    reference('system', state.system.base),
    reference('strategy', state.strategy.base),
    ...changes('model', state.model),
    ...changes('system', state.system),
    ...changes('strategy', state.strategy),
    ...searchPairs(state.search),
    ...studyPairs(state.study, state.view.tab === 'studies', presets.studies ?? []),
    ...comparedPairs(state.compared, startedFrom(state)),
    ...viewPairs(state.view),
  ];
  const files = Object.keys(carried).length > 0 ? [['z', carriedText(carried)] as const] : [];
  return `#${pairsText([...pairs, ...files])}`;
}

/** What the parts of a state started from. */
function startedFrom({ model, system, strategy }: Pick<SharedState, DesignPart>): Design {
  return { model: model.base.value, system: system.base.value, strategy: strategy.base.value };
}

/** A base whose preset has since gone or changed without a revision has to be carried like a file. */
function isPreset<P extends DesignPart>(presets: BasePresets, part: P, base: Base<Design[P]>): boolean {
  const preset = base.presetId === null ? null : presetBase(presets, part, base.presetId, base.revision);
  return preset !== null && preset.name === base.name && same(preset.value, base.value);
}

export interface DecodedLink {
  readonly state: SharedState;
  /** A sentence for each thing that was ignored; empty when all was read. */
  readonly notes: readonly string[];
}

/**
 * The state that a hash stands for. What it leaves out is as the explorer opens. Never throws: what cannot be read is
 * left as it would be without it, and a note says what and why.
 */
export function decodeLink(hash: string, presets: BasePresets): DecodedLink {
  const opening = openingState(presets);
  const notes: string[] = [];
  const text = hash.replace(/^#/, '');
  if (text === '') return { state: opening, notes };
  if (text.length > LONGEST_LINK) {
    return { state: opening, notes: [tooLong(text)] };
  }
  const written = pairsFromText(text, notes);
  const version = versionOf(written.find(([key]) => key === 'v')?.[1], notes);
  const pairs = byKey(upgraded(written, version, 'link'), notes);

  const z = pairs.get('z');
  const usesFiles = DESIGN_PARTS.some((part) => pairs.get(part) === CARRIED);
  const files =
    z !== undefined && usesFiles ? carriedFromText(z, (file, part) => upgraded(file, version, part), notes) : {};
  const partAt = <P extends DesignPart>(part: P, otherwise: Base<Design[P]>): Part<Design[P]> => {
    const base = baseFrom(part, pairs.get(part), presets, files, otherwise, notes);
    const own = new Map([...pairs].filter(([key]) => isPartKey(part, key)));
    return { base, value: own.size === 0 ? base.value : (partFromPairs(part, base.value, own, notes) ?? base.value) };
  };
  const parts = {
    model: partAt('model', opening.model.base),
    system: partAt('system', opening.system.base),
    strategy: partAt('strategy', opening.strategy.base),
  };
  const state: SharedState = {
    ...parts,
    search: searchFromPairs(pairs, notes),
    study: studyFromPairs(pairs, notes, presets.studies ?? []),
    compared: comparedFromPairs(pairs, notes, startedFrom(parts)),
    view: viewFromPairs(pairs, notes),
  };
  for (const key of pairs.keys()) {
    if (!isKnown(key)) notes.push(`There is no parameter ${quoted(key)}; it was ignored.`);
  }
  return { state, notes: shortList(notes) };
}

function isKnown(key: string): boolean {
  return (
    ['v', 'z', ...DESIGN_PARTS, ...VIEW_KEYS].includes(key) ||
    isSearchKey(key) ||
    isStudyKey(key) ||
    isComparedKey(key) ||
    DESIGN_PARTS.some((part) => isPartKey(part, key))
  );
}

/**
 * Why a hash is no link of this explorer's at all: it is far too long, or has no parameter that there is. What is on the
 * screen then stays. Null for a link that can be read, if only in part, and for none. Never throws.
 */
export function refusedLink(hash: string): string | null {
  const text = hash.replace(/^#/, '');
  if (text === '') return null;
  if (text.length > LONGEST_LINK) return tooLong(text);
  if (pairsFromText(text, []).some(([key]) => isKnown(key))) return null;
  return `${quoted(text)} is no link of a design: it names no input, such as tensor_par=16 or mem1.GBps=4000. The design is as it was.`;
}

function tooLong(text: string): string {
  return `The link is ${text.length} characters long, which no design needs; it was ignored.`;
}

function versionOf(text: string | undefined, notes: string[]): number {
  // a link typed by hand need not say
  if (text === undefined) return LINK_VERSION;
  const version = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
  if (version === null)
    notes.push(`The version ${quoted(text)} is no version of a link; it is read as version ${LINK_VERSION}.`);
  if (version === null || version <= LINK_VERSION) return version ?? LINK_VERSION;
  notes.push(
    `The link is of version ${version}, newer than this explorer, which reads up to ${LINK_VERSION}; some of it may be lost. Reload to update.`,
  );
  return LINK_VERSION;
}

function baseFrom<P extends DesignPart>(
  part: P,
  reference: string | undefined,
  presets: BasePresets,
  files: CarriedFiles,
  otherwise: Base<Design[P]>,
  notes: string[],
): Base<Design[P]> {
  if (reference === undefined) return otherwise;
  if (reference === CARRIED) {
    const file = (files as { readonly [K in DesignPart]?: Base<Design[K]> })[part];
    if (!file)
      notes.push(`The ${part} of an opened file is missing from the link; ${otherwise.name} is shown instead.`);
    return file ?? otherwise;
  }
  const [, id = '', revision] = /^([^@]*)(?:@([1-9]\d{0,3}))?$/.exec(reference) ?? [];
  const base = presetBase(presets, part, id, Number(revision ?? 1));
  if (base) return base;
  const newest = presetBase(presets, part, id);
  if (newest)
    notes.push(`The preset ${quoted(id)} has no revision ${revision ?? 1}; revision ${newest.revision} is shown.`);
  else notes.push(`There is no ${part} preset ${quoted(reference)}; ${otherwise.name} is shown instead.`);
  return newest ?? otherwise;
}

const MOST_NOTES = 12;

function shortList(notes: readonly string[]): readonly string[] {
  const distinct = [...new Set(notes)];
  const more = distinct.length - MOST_NOTES;
  return more > 0 ? [...distinct.slice(0, MOST_NOTES), `And ${more} more.`] : distinct;
}
