import type { Design, DesignPart } from '../../core/inputs/design.js';
import { valueAt } from '../../core/inputs/value-at.js';
import { inputPlaces } from './input-rows.js';
import { inputValueText } from './input-values.js';
import { cell, paragraph, type Block, type Cell, type RowGroup, type Section, type Table } from './report-document.js';
import type { DesignSubject, PartOrigin } from './report-subject.js';

const TITLES: readonly (readonly [part: DesignPart, title: string])[] = [
  ['model', 'Model'],
  ['system', 'Hardware'],
  ['strategy', 'Strategy'],
];

/** Rows under the groups that follow each other. */
function grouped(rows: readonly { readonly group: string | null; readonly cells: readonly Cell[] }[]): RowGroup[] {
  const groups: { title: string | null; rows: (readonly Cell[])[] }[] = [];
  for (const { group, cells } of rows) {
    const last = groups.at(-1);
    if (last === undefined || last.title !== group) groups.push({ title: group, rows: [cells] });
    else last.rows.push(cells);
  }
  return groups;
}

interface InputTable {
  readonly table: Table;
  /** Inputs that are not as in what the part started from. */
  readonly changed: number;
}

function inputTable<P extends DesignPart>(part: P, title: string, value: Design[P], base: Design[P]): InputTable {
  const rows = inputPlaces(part, [value, base]).map((place) => {
    const [now, before] = [value, base].map((each) => valueAt(each, place.path));
    return { ...place, now, before, isChanged: JSON.stringify(now) !== JSON.stringify(before) };
  });
  const changed = rows.filter(({ isChanged }) => isChanged).length;
  // a column of nothing says nothing
  const started = (text: string): readonly Cell[] => (changed > 0 ? [cell(text)] : []);
  return {
    changed,
    table: {
      kind: 'table',
      caption: `Every input of the ${title.toLowerCase()}`,
      columns: [
        { header: 'Input' },
        { header: 'Value' },
        ...(changed > 0 ? [{ header: 'Where it started' }] : []),
        { header: 'What it is', quiet: true },
      ],
      groups: grouped(
        rows.map(({ path, field, group, now, before, isChanged }) => ({
          group,
          cells: [
            cell(field.label),
            { text: inputValueText(part, path, now), marked: isChanged },
            ...started(isChanged ? inputValueText(part, path, before) : ''),
            cell(field.help),
          ],
        })),
      ),
    },
  };
}

function originBlocks({ name, revision, notes, sources }: PartOrigin, changed: number): readonly Block[] {
  const what =
    revision === null ? `the file “${name}”` : `the preset “${name}”${revision > 1 ? `, revision ${revision}` : ''}`;
  const same = changed === 0 ? 'as it is' : `with ${changed} ${changed === 1 ? 'input' : 'inputs'} changed`;
  return [
    paragraph(`From ${what}, ${same}.${notes === '' ? '' : ` ${notes}`}`),
    ...(sources.length === 0
      ? []
      : [
          {
            kind: 'list' as const,
            items: sources.map(({ title, url }) => ['Source: ', { text: title, href: url }]),
          },
        ]),
  ];
}

function partBlocks<P extends DesignPart>(
  part: P,
  title: string,
  value: Design[P],
  origin: PartOrigin,
): readonly Block[] {
  // an origin is that of its part (`Origins`)
  const { table, changed } = inputTable(part, title, value, origin.value as Design[P]);
  return [{ kind: 'heading', text: title }, ...originBlocks(origin, changed), table];
}

/** Every input with its unit, and what it was where it is not as in the preset or file that it started from. */
export function inputsSection({ design, origins }: Pick<DesignSubject, 'design' | 'origins'>): Section {
  return {
    id: 'inputs',
    title: 'Inputs',
    blocks: TITLES.flatMap(([part, title]) => partBlocks(part, title, design[part], origins[part])),
  };
}
