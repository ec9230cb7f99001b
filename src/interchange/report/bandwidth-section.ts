import { cell, paragraph, type Section } from './report-document.js';
import type { Findings } from './report-subject.js';

/** What it takes to hide traffic, and what there is. */
export function bandwidthSection({ bandwidth, bandwidths, construction }: Findings): Section {
  return {
    id: 'bandwidth',
    title: 'Bandwidth needed and available',
    blocks: [
      paragraph(`${bandwidth}.`),
      {
        kind: 'table',
        caption: 'Bandwidth that would hide each kind of traffic, of one processor in one direction',
        columns: [
          { header: 'To hide' },
          { header: 'Carried by' },
          { header: 'Needed', numeric: true },
          { header: 'Available', numeric: true },
          { header: 'Slack' },
          { header: 'State' },
        ],
        groups: [
          {
            title: null,
            rows: bandwidths.map(({ label, carrier, needed, there, slack, state, short }) => [
              cell(label),
              cell(carrier),
              cell(needed),
              cell(there),
              cell(slack),
              { text: state, marked: short },
            ]),
          },
        ],
      },
      ...(construction === '' ? [] : [paragraph(`Exposed whatever the bandwidth: ${construction}.`)]),
    ],
  };
}
