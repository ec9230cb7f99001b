import { inputDifferences } from '../../core/compare/input-differences.js';
import type { DesignPart } from '../../core/inputs/design.js';
import { inputLabel } from '../../core/inputs/input-label.js';
import { valueAt } from '../../core/inputs/value-at.js';
import type { ComparedEntry } from './compared-entries.js';
import { inputPlaces } from './input-rows.js';
import { inputValueText } from './input-values.js';
import { cell, paragraph, type RowGroup, type Section } from './report-document.js';

const TITLES: Readonly<Record<DesignPart, string>> = { model: 'Model', system: 'Hardware', strategy: 'Strategy' };
const PARTS: readonly DesignPart[] = ['model', 'system', 'strategy'];

/** The inputs that not all designs have the same. */
export function inputsThatDiffer(entries: readonly ComparedEntry[]): Section {
  const differences = inputDifferences(entries.map(({ design }) => design));
  const groups: readonly RowGroup[] = PARTS.flatMap((part) => {
    const rows = differences
      .filter((each) => each.part === part)
      .map(({ path, values }) => [
        cell(inputLabel(part, path)),
        ...values.map((value, index) => ({
          text: inputValueText(part, path, value),
          marked: index > 0 && JSON.stringify(value) !== JSON.stringify(values[0]),
        })),
      ]);
    return rows.length === 0 ? [] : [{ title: TITLES[part], rows }];
  });
  return {
    id: 'inputs',
    title: 'Inputs that differ',
    blocks:
      differences.length === 0
        ? [paragraph('The designs have the same inputs.')]
        : [
            {
              kind: 'table',
              caption: `${differences.length} ${differences.length === 1 ? 'input differs' : 'inputs differ'}; marked where it is not as in ${entries[0]?.letter ?? 'A'}`,
              columns: [{ header: 'Input' }, ...entries.map(({ title }) => ({ header: title }))],
              groups,
            },
          ],
  };
}

/** The inputs that are the same in every design: with those that differ, all of them. */
export function inputsInCommon(entries: readonly ComparedEntry[]): Section {
  const groups = PARTS.flatMap((part): readonly RowGroup[] => {
    const values = entries.map(({ design }) => design[part]);
    const rows = inputPlaces(part, values).flatMap(({ path }) => {
      const [first, ...others] = values.map((value) => valueAt(value, path));
      const isSame = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
      return isSame ? [[cell(inputLabel(part, path)), cell(inputValueText(part, path, first))]] : [];
    });
    return rows.length === 0 ? [] : [{ title: TITLES[part], rows }];
  });
  return {
    id: 'inputs-in-common',
    title: 'Inputs in common',
    reference: true,
    blocks: [
      groups.length === 0
        ? paragraph('The designs have no input in common.')
        : {
            kind: 'table',
            caption: 'Inputs that are the same in all designs',
            columns: [{ header: 'Input' }, { header: 'Value' }],
            groups,
          },
    ],
  };
}
