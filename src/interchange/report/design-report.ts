import { evaluateDesign } from '../../core/evaluate.js';
import { aboutFacts, limitsOfModel, linkFact, wholeLink } from './about-report.js';
import { bandwidthSection } from './bandwidth-section.js';
import { inputsSection } from './inputs-section.js';
import { keyFigureBlock } from './key-figure-block.js';
import { memorySection } from './memory-section.js';
import { quantitiesSection } from './quantities-section.js';
import type { ReportDocument } from './report-document.js';
import type { DesignSubject } from './report-subject.js';
import { timeSection } from './time-section.js';
import { verdictBlocks } from './verdict-blocks.js';

/**
 * A design as a report: whether it works, its headline, where time and memory go, bandwidth, every input and every
 * quantity. One that is infeasible says so above numbers that are what it would take; an invalid one has no numbers.
 */
export function designReport(subject: DesignSubject): ReportDocument {
  const { name, line, strategy, link, design, findings, palette, writtenAt } = subject;
  const outcome = evaluateDesign(design);
  const evaluation = outcome.kind === 'invalid' ? null : outcome.evaluation;
  const wouldBe = (finding: string): string => (outcome.kind === 'infeasible' ? `Infeasible. ${finding}` : finding);
  return {
    kind: 'Design report',
    title: name,
    line,
    link,
    facts: [{ term: 'Strategy', spans: [strategy] }, ...aboutFacts(writtenAt), linkFact(link)],
    opening: [...verdictBlocks(outcome), ...(evaluation === null ? [] : [keyFigureBlock(evaluation)])],
    sections: [
      ...(evaluation === null || findings === null
        ? []
        : [
            timeSection(evaluation, wouldBe(findings.time), palette),
            memorySection(evaluation, wouldBe(findings.memory), palette),
            bandwidthSection(findings),
          ]),
      inputsSection(subject),
      limitsOfModel(),
      ...(evaluation === null ? [] : [quantitiesSection(evaluation)]),
      ...wholeLink(link),
    ],
    footer: 'Made by Calculon Explorer. The link opens the design with these inputs.',
  };
}
