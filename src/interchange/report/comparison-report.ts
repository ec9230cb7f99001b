import { fastestFinding, waterfallFinding } from '../../core/compare/findings.js';
import { waterfall } from '../../core/compare/waterfall.js';
import { aboutFacts, limitsOfModel, linkFact, wholeLink } from './about-report.js';
import { causesSection } from './causes-section.js';
import { comparedDesignsSection } from './compared-designs-section.js';
import { comparedEntry, type ComparedEntry } from './compared-entries.js';
import { inputsInCommon, inputsThatDiffer } from './compared-inputs-section.js';
import { comparedQuantitiesSection } from './compared-quantities-section.js';
import { comparedMemorySection, comparedTimeSection } from './compared-stacks-section.js';
import type { Block, ReportDocument } from './report-document.js';
import type { ComparisonSubject } from './report-subject.js';
import { verdictTitle } from './verdict-blocks.js';

/** What the figures say, before any of them. */
function inShort(entries: readonly ComparedEntry[]): Block {
  const [first, ...others] = entries;
  const broken = entries.filter(({ outcome }) => outcome.kind !== 'feasible');
  return {
    kind: 'list',
    items: [
      [`${fastestFinding(entries)}.`],
      ...others.flatMap(({ letter, evaluation }) => {
        if (first === undefined || first.evaluation === null || evaluation === null) return [];
        const [from, to] = [first.evaluation, evaluation].map(({ time }) => time.totalSeconds) as [number, number];
        return [[`${waterfallFinding(waterfall(first.evaluation, evaluation), from, to, [first.letter, letter])}.`]];
      }),
      ...broken.map(({ letter, name, outcome }) => [`${letter} · ${name}: ${verdictTitle(outcome).toLowerCase()}.`]),
    ],
  };
}

/**
 * Designs side by side as a report: their headline, the inputs that differ, time and memory on one scale, what makes
 * each of them differ from the first, every quantity and every input.
 */
export function comparisonReport({ designs, link, palette, writtenAt }: ComparisonSubject): ReportDocument {
  const entries = designs.map(comparedEntry);
  const [first, ...others] = entries;
  return {
    kind: 'Comparison',
    title: designs.map(({ letter, name }) => `${letter} · ${name}`).join(' against '),
    line: '',
    link,
    facts: [...aboutFacts(writtenAt), linkFact(link)],
    opening: [inShort(entries)],
    sections: [
      comparedDesignsSection(entries),
      inputsThatDiffer(entries),
      comparedTimeSection(entries, palette),
      comparedMemorySection(entries, palette),
      ...(first === undefined ? [] : others.map((other) => causesSection(first, other, palette))),
      limitsOfModel(),
      inputsInCommon(entries),
      comparedQuantitiesSection(entries),
      ...wholeLink(link),
    ],
    footer: 'Made by Calculon Explorer. The link opens the current design with these inputs, and the others beside it.',
  };
}
