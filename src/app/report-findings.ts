import type { Evaluation } from '../core/evaluation.js';
import { bandwidthFinding, constructionText } from '../core/findings/bandwidth-finding.js';
import { bandwidthRows } from '../core/findings/bandwidth-rows.js';
import { neededText, slackText, stateText } from '../core/findings/bandwidth-words.js';
import { memoryFinding } from '../core/findings/memory-finding.js';
import { memoryParts } from '../core/findings/memory-parts.js';
import { timeFinding } from '../core/findings/time-finding.js';
import { formatQuantity } from '../core/quantities/format.js';
import type { Palette } from '../interchange/report/report-document.js';
import type { Findings } from '../interchange/report/report-subject.js';
import { inkOn, MEMORY_PAINT, TIME_PAINT, type Paint } from '../ui/palette.js';

/** What the views say of a design: a report says the same. */
export function findingsOf(evaluation: Evaluation): Findings {
  const rows = bandwidthRows(evaluation);
  return {
    time: timeFinding(evaluation),
    memory: memoryFinding(evaluation, memoryParts(evaluation)),
    bandwidth: bandwidthFinding(evaluation, rows),
    bandwidths: rows.map((row) => ({
      label: row.label,
      carrier: row.carrier,
      needed: neededText(row, true),
      there: formatQuantity(row.there, 'bytes-per-second', { precise: true }),
      slack: slackText(row),
      state: stateText(row),
      short: row.state === 'short',
    })),
    construction: constructionText(evaluation),
  };
}

/** The colours of the charts, each with the ink that reads on it. */
export function reportPalette(): Palette {
  const paints: Readonly<Record<string, Paint>> = { ...TIME_PAINT, ...MEMORY_PAINT };
  return Object.fromEntries(
    Object.entries(paints).map(([id, { fill, hatched }]) => [
      id,
      { fill, ink: inkOn(fill), ...(hatched === true ? { hatched } : {}) },
    ]),
  );
}
