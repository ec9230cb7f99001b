import { formatQuantity } from '../../core/quantities/format.js';
import { quantity } from '../../core/quantities/registry.js';
import { reasonWords } from '../../core/strategy/reason-words.js';
import type { ComparedEntry } from './compared-entries.js';
import { cell, paragraph, type Block, type Section, type Table } from './report-document.js';
import { verdictTitle } from './verdict-blocks.js';

/** What a comparison is read for first. */
const FIGURES = ['total-time', 'sample-rate', 'mfu', 'tier1-memory', 'tier2-memory'] as const;

function figureTable(entries: readonly ComparedEntry[]): Table {
  return {
    kind: 'table',
    caption: 'The designs and their headline figures',
    columns: [{ header: 'Design' }, ...FIGURES.map((id) => ({ header: quantity(id).label, numeric: true }))],
    groups: [
      {
        title: null,
        rows: entries.map(({ letter, name, strategy, outcome, evaluation }) => [
          { text: `${letter} · ${name}`, note: `${verdictTitle(outcome)}. ${strategy}` },
          ...FIGURES.map((id) => {
            const { unit, value } = quantity(id);
            return cell(formatQuantity(evaluation === null ? null : value(evaluation), unit, { compact: true }));
          }),
        ]),
      },
    ],
  };
}

function brokenBlocks({ title, outcome }: ComparedEntry): readonly Block[] {
  if (outcome.kind === 'feasible') return [];
  const what = outcome.kind === 'infeasible' ? 'cannot run; its numbers are what it would take' : 'has no numbers';
  return [
    paragraph(`${title} ${what}:`),
    { kind: 'list', items: outcome.reasons.map((reason) => [reasonWords(reason).message]) },
  ];
}

/** The designs side by side, and what is wrong with those that do not work. */
export function comparedDesignsSection(entries: readonly ComparedEntry[]): Section {
  return {
    id: 'designs',
    title: 'The designs',
    blocks: [
      figureTable(entries),
      { kind: 'list', items: entries.map(({ letter, origins }) => [`${letter}: ${origins}.`]) },
      ...entries.flatMap(brokenBlocks),
    ],
  };
}
