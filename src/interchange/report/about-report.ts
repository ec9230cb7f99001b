import { OUTSIDE_MODEL } from '../../core/outside-model.js';
import { QUIRKS } from '../../core/quantities/formula/quirks.js';
import { CALCULON } from '../../core/quantities/quantity.js';
import { MODEL_REVISION, PRODUCT_VERSION } from '../../core/version.js';
import { cutText } from './plain-text.js';
import { paragraph, type Fact, type Section } from './report-document.js';

/** "2026-11-21, 15:41 UTC". */
const dateText = (iso: string): string => `${iso.slice(0, 10)}, ${iso.slice(11, 16)} UTC`;

/** When and by what a report was made. */
export function aboutFacts(writtenAt: string): readonly Fact[] {
  return [
    { term: 'Date', spans: [dateText(writtenAt)] },
    {
      term: 'Model',
      spans: [`Calculon Explorer ${PRODUCT_VERSION}, model revision ${MODEL_REVISION}, after ${CALCULON}`],
    },
  ];
}

/** A link of more characters than this is shortened where it is first named, and stands whole at the end. */
const LONGEST_LINK = 160;

/** Leads to what the report is about. */
export const linkFact = (link: string): Fact => ({
  term: 'Link',
  spans: [{ text: cutText(link, LONGEST_LINK), href: link }],
});

/** The whole of a link that is too long for the head; nothing for others. */
export function wholeLink(link: string): readonly Section[] {
  if (link.length <= LONGEST_LINK) return [];
  return [{ id: 'link', title: 'The whole link', blocks: [paragraph({ text: link, href: link })] }];
}

/** What a reader has to know before building on the numbers. */
export function limitsOfModel(): Section {
  const last = OUTSIDE_MODEL.at(-1) ?? '';
  return {
    id: 'outside',
    title: 'What the model leaves out',
    blocks: [
      paragraph(
        'An analytical model: a time is work over rate, and efficiency is a function of an operation’s size alone. ',
        `Not modelled: ${OUTSIDE_MODEL.slice(0, -1).join('; ')}; ${last}.`,
      ),
      paragraph('Quirks of the reference implementation that are kept, so that the numbers agree with it:'),
      { kind: 'list', items: Object.values(QUIRKS).map((quirk) => [quirk]) },
    ],
  };
}
