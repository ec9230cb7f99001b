import type { Evaluation } from '../../core/evaluation.js';
import { columnFormat } from '../../core/quantities/format.js';
import { quantity, TIME_PARTS } from '../../core/quantities/registry.js';
import { cell, type Palette, type Section } from './report-document.js';
import { paintOf, timeStack } from './stacks.js';

/** Where the link time stands beside an exposed one. */
const LINKS: Readonly<Partial<Record<string, string>>> = {
  'tensor-exposed': 'tensor-link',
  'pipeline-exposed': 'pipeline-link',
  'data-exposed': 'data-link',
  'recommunication-exposed': 'recommunication-link',
};

/** One decimal throughout, so that the column can be read down. */
const shareText = (part: number, total: number): string => (total > 0 ? `${((part / total) * 100).toFixed(1)} %` : '—');

/** The batch time by part: figure and table. */
export function timeSection(evaluation: Evaluation, finding: string, palette: Palette): Section {
  const total = evaluation.time.totalSeconds;
  const { unit, write } = columnFormat(total, 'seconds');
  return {
    id: 'time',
    title: 'Where the time goes',
    blocks: [
      {
        kind: 'figure',
        form: 'stacks',
        title: finding,
        subtitle: 'Time of one batch on one processor, by part',
        unit: 'seconds',
        scale: 'own',
        stacks: [timeStack('Batch time', evaluation, palette)],
      },
      {
        kind: 'table',
        caption:
          'The eleven parts of the batch time: what the batch waits for, and how long the link is busy, hidden or not',
        columns: [
          { header: 'Part' },
          { header: 'What it is', quiet: true },
          { header: `Time, ${unit}`, numeric: true },
          { header: 'Share', numeric: true },
          { header: `Link, ${unit}`, numeric: true },
        ],
        groups: [
          {
            title: null,
            rows: TIME_PARTS.map((id) => {
              const { label, meaning, value } = quantity(id);
              const seconds = value(evaluation) ?? 0;
              const link = LINKS[id];
              return [
                { text: label, paint: paintOf(palette, id) },
                cell(meaning),
                cell(write(seconds)),
                cell(shareText(seconds, total)),
                cell(link === undefined ? '' : write(quantity(link).value(evaluation))),
              ];
            }),
          },
        ],
        totals: [[cell('Batch time'), cell(''), cell(write(total)), cell(total > 0 ? '100 %' : '—'), cell('')]],
      },
    ],
  };
}
