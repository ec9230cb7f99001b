import type { Entry } from './entry.js';
import type { Entries } from './entries.js';
import type { FieldEntry } from './field-entries.js';
import { leftOut } from './left-out.js';
import { readSetting } from './set-field.js';
import { plain, typedOut, wordsOf } from './typed-out.js';

/** A text that may be found: its label, and other words for it. */
export type Findable = Pick<Entry, 'label' | 'words'>;

/** One that was found: its place in the list, and which letters of its label match. */
export interface Match {
  readonly at: number;
  readonly marked: readonly number[];
}

/** Makes a finder over a list of texts, which answers with the best first. */
export type MakeFinder = (texts: readonly Findable[]) => (query: string) => readonly Match[];

/** An entry as the list shows it. */
export interface Row {
  readonly entry: Entry;
  readonly marked: readonly number[];
  /** Why it cannot be run as it is typed. */
  readonly problem?: string;
}

export interface RowGroup {
  readonly name: string;
  readonly rows: readonly Row[];
}

export interface Found {
  readonly groups: readonly RowGroup[];
  /** How many there are, the ones that are not listed included. */
  readonly total: number;
  /** What is to be said of what was typed: that the model has no such thing. */
  readonly note: string | null;
}

/** More rows nobody reads; another letter says more than scrolling. */
const MOST_ROWS = 50;
const MOST_SETTINGS = 3;
const SETTING = 'Set';

/** Whether an entry has all words that are typed, and not only their letters. */
function hasWords({ label, words }: Entry, query: string): boolean {
  const own = wordsOf(`${label} ${words}`);
  return [...wordsOf(query)].every((word) => own.has(word));
}

const rowOf = (entry: Entry, marked: readonly number[]): Row =>
  entry.problem === undefined ? { entry, marked } : { entry, marked, problem: entry.problem };

function grouped(rows: readonly Row[], total: number, note: string | null = null): Found {
  const groups = new Map<string, Row[]>();
  for (const row of rows.slice(0, MOST_ROWS)) {
    const group = groups.get(row.entry.group);
    if (group === undefined) groups.set(row.entry.group, [row]);
    else group.push(row);
  }
  return { groups: [...groups].map(([name, each]) => ({ name, rows: each })), total, note };
}

/** Where a value may begin in what is typed, the last place first: "tier 1 bandwidth 50". */
function splits(query: string): readonly (readonly [name: string, value: string])[] {
  return [...query.matchAll(/[\s=]+(?=[-+.]?\d)/g)]
    .reverse()
    .map(({ index, 0: gap }) => [query.slice(0, index), query.slice(index + gap.length)] as const)
    .filter(([name]) => name.trim() !== '');
}

/** Searches a list of entries as it is typed in. */
export class Finder {
  private readonly find: ReturnType<MakeFinder>;
  private readonly findNumber: ReturnType<MakeFinder>;
  private readonly numbers: readonly FieldEntry[];

  constructor(
    private readonly entries: Entries,
    make: MakeFinder,
    private readonly recent: readonly string[],
  ) {
    this.find = make(entries.all.map(({ label, words, kin = '' }) => ({ label, words: `${words} ${kin}`.trim() })));
    this.numbers = entries.fields.filter(({ placed }) => placed.field.kind === 'number');
    this.findNumber = make(this.numbers);
  }

  found(query: string): Found {
    const { all, options } = this.entries;
    if (query.trim() === '') return this.everything();
    const note = leftOut(plain(query));
    const out = typedOut(options, query);
    const rows = this.find(query).flatMap(({ at, marked }): readonly Row[] => {
      const entry = all[at];
      // What is near in letters alone is not what was meant where something is known to be missing: "ep 8".
      return entry === undefined || (note !== null && !hasWords(entry, query)) ? [] : [rowOf(entry, marked)];
    });
    // What is typed out as an option is meant as one, whatever value its last words could be: "tier 0 filled exactly on".
    const first =
      out.length === 0
        ? this.settings(query, note !== null)
        : out.map((option) => rows.find(({ entry }) => entry === option) ?? rowOf(option, []));
    const rest = rows.filter(({ entry }) => !first.some((row) => row.entry === entry));
    return grouped([...first, ...rest], first.length + rest.length, note);
  }

  /** Nothing typed: what was done last, then the actions, the views and so on; of all that only what can be done now. */
  private everything(): Found {
    const all = this.entries.all.filter(({ problem }) => problem === undefined);
    const byId = new Map(all.map((entry) => [entry.id, entry]));
    const recent = this.recent.flatMap((id) => byId.get(id) ?? []);
    const rows = [
      ...recent.map((entry) => ({ ...entry, group: 'Recent' })),
      ...all.filter((entry) => !recent.includes(entry)),
    ].map((entry) => rowOf(entry, []));
    return grouped(rows, rows.length);
  }

  /** The numbers that a name stands for: by one of their own names, else, unless only by those, by its letters. */
  private named(name: string, isExact: boolean): readonly FieldEntry[] {
    const own = plain(name);
    const exact = this.numbers.filter(({ names, label }) => names.includes(own) || plain(label) === own);
    const isNamed = isExact || exact.length > 0;
    const rows = isNamed ? exact : this.findNumber(name.trim()).flatMap(({ at }) => this.numbers[at] ?? []);
    return rows.slice(0, MOST_SETTINGS);
  }

  /**
   * "tp 16" sets tensor parallelism to 16; where nothing takes the value, the reason. Of what the model leaves out no
   * letters are taken for another name: "ep 8" sets nothing.
   */
  private settings(query: string, isLeftOut: boolean): readonly Row[] {
    for (const [name, value] of splits(query)) {
      const rows = this.named(name, isLeftOut).map((entry) => settingRow(entry, value));
      const able = rows.filter(({ problem }) => problem === undefined);
      if (rows.length > 0) return able.length > 0 ? able : rows.slice(0, 1);
    }
    return [];
  }
}

function settingRow({ id, label, words, placed }: FieldEntry, value: string): Row {
  const setting = readSetting(placed, value);
  const entry = { id: `set/${id}`, group: SETTING, words };
  return setting.ok
    ? { entry: { ...entry, label: `Set ${label} to ${setting.text}`, run: setting.run }, marked: [] }
    : {
        entry: { ...entry, label: `Set ${label} to ${value.trim()}`, run: () => undefined },
        marked: [],
        problem: setting.message,
      };
}
