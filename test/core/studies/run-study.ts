import { readFileSync } from 'node:fs';
import type { Design, ModelInput, SystemInput } from '../../../src/core/inputs/design.js';
import { BlockStores } from '../../../src/core/search/block-store.js';
import { ask } from './ask.js';
import type { Cell, Published, StudyFigure } from '../../../src/core/studies/figure.js';
import type { Finding } from '../../../src/core/studies/question.js';
import { studyOf } from './ask.js';
import { studyInputs } from '../../../src/core/studies/study.js';
import type { StudyInputs, StudyPoint, StudyReport, StudyWorld } from '../../../src/core/studies/study.js';

interface PresetFile<T> {
  readonly presets: readonly { readonly id: string; readonly name: string; readonly value: T }[];
}

const read = <T>(kind: string): PresetFile<T>['presets'] => {
  const text = readFileSync(new URL(`../../../public/presets/${kind}.json`, import.meta.url), 'utf8');
  return (JSON.parse(text) as PresetFile<T>).presets;
};
const models = read<ModelInput>('models');
const systems = read<SystemInput>('systems');
const strategies = read<Design['strategy']>('strategies');

const valueOf = <T>(presets: PresetFile<T>['presets'], id: string): T =>
  presets.find((preset) => preset.id === id)?.value as T;

/** The presets the page has, with the design it opens with at the left. */
export const presetWorld: StudyWorld = {
  model: (id) => models.find((preset) => preset.id === id) ?? null,
  system: (id) => systems.find((preset) => preset.id === id) ?? null,
  current: {
    model: valueOf(models, 'gpt3-175b'),
    system: valueOf(systems, 'a100-80g'),
    strategy: valueOf(strategies, 'fig3'),
  },
};

export interface StudyRun {
  readonly report: StudyReport;
  readonly points: readonly StudyPoint[];
  readonly findings: ReadonlyMap<string, Finding>;
}

/** A study with every question answered on this thread; what is not changed is the paper's. */
export function runStudy(id: string, changes: StudyInputs = {}, world: StudyWorld = presetWorld): StudyRun {
  const study = studyOf(id);
  if (study === null) throw new Error(`there is no study ${id}`);
  const inputs = studyInputs(study, changes);
  const problems = study.problems(inputs, world);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
  const findings = new Map<string, Finding>();
  const points: StudyPoint[] = [];
  const blocks = new BlockStores();
  const answer = (asked: readonly StudyPoint[]): boolean => {
    const open = asked.filter(({ key }) => !findings.has(key));
    for (const point of open) {
      points.push(point);
      findings.set(point.key, ask(point.question, blocks));
    }
    return open.length > 0;
  };
  answer(study.points(inputs, world));
  while (answer(study.more(inputs, world, findings)));
  return { report: study.report(inputs, world, findings), points, findings };
}

/** A number the paper printed, with its place in a figure. */
export interface PublishedPlace extends Published {
  readonly place: string;
}

/** Every number of a figure that the paper printed. */
export function publishedOf(figure: StudyFigure): readonly PublishedPlace[] {
  const of = (cells: readonly Cell[], place: (index: number) => string): readonly PublishedPlace[] =>
    cells.flatMap(({ published }, i) => (published ? [{ ...published, place: place(i) }] : []));
  switch (figure.kind) {
    case 'heatmap': {
      const { rows, columns } = figure;
      const letter = (label: string): string => label.at(-1) ?? '';
      const place = (row: number, column: number): string =>
        `${letter(rows.label)} ${rows.values[row]}, ${letter(columns.label)} ${columns.values[column]}`;
      return figure.cells.flatMap((cells, row) => of(cells, (column) => place(row, column)));
    }
    case 'bars':
      return figure.series.flatMap(({ cells }) => of(cells, (i) => figure.x.values[i] ?? ''));
    case 'table': {
      const place = (row: readonly Cell[], column: number): string =>
        [row[0]?.text, figure.columns.length > 3 && figure.columns[column]?.label].filter(Boolean).join(': ');
      return figure.rows.flatMap(({ cells }) => of(cells, (column) => place(cells, column)));
    }
    case 'curves':
    case 'stacks':
    case 'tornado':
      return [];
  }
}
