import type { Evaluation } from '../evaluation.js';
import { formatQuantity, formatRatio } from '../quantities/format.js';
import { dataOverlapExposed, tensorOverlapExposed } from '../quantities/overlap-exposed.js';
import type { BandwidthRow } from './bandwidth-rows.js';
import { ratioOf } from './bandwidth-words.js';

/** What the bandwidths show: which wish falls short, and by how much. */
export function bandwidthFinding(evaluation: Evaluation | null, rows: readonly BandwidthRow[]): string {
  if (evaluation === null) return 'Bandwidth needed to hide traffic, and what there is';
  const on = rows.filter((row) => row.state !== 'off');
  if (on.length === 0) return 'Nothing is overlapped or offloaded, so no bandwidth is needed to hide it';
  if (on.every((row) => row.state === 'nothing')) return 'There is nothing that an overlap could hide';
  const exposed = (row: BandwidthRow): number => row.exposedSeconds ?? 0;
  const short = on.filter((row) => row.state === 'short');
  const [worst] = short.toSorted((a, b) => exposed(b) - exposed(a) || ratioOf(b) - ratioOf(a));
  if (worst === undefined) {
    const left = constructionParts(evaluation).reduce((sum, [seconds]) => sum + seconds, 0);
    return left === 0
      ? 'There is bandwidth enough to hide what is overlapped and offloaded'
      : `All that an overlap can hide is hidden; ${formatQuantity(left, 'seconds')} is exposed whatever the bandwidth`;
  }
  const time = worst.exposedSeconds === null ? '' : `${formatQuantity(worst.exposedSeconds, 'seconds')} exposed, `;
  if (!Number.isFinite(worst.needed)) return `${worst.label}: ${time}no bandwidth would hide it`;
  return `${worst.label}: ${time}to hide it takes ${formatRatio(ratioOf(worst))} the bandwidth there is`;
}

/** What stays exposed whatever the bandwidth, because of how the overlap works. */
function constructionParts(evaluation: Evaluation): (readonly [seconds: number, what: string])[] {
  const { strategy } = evaluation;
  const parts: (readonly [seconds: number, what: string])[] = [];
  if (strategy.tensorOverlap !== 'none') {
    parts.push([tensorOverlapExposed(evaluation).constructionSeconds, 'TP: one tile of each piped exchange']);
  }
  if (strategy.dataOverlap) {
    const { lastBlockSeconds, contentionSeconds } = dataOverlapExposed(evaluation);
    parts.push([lastBlockSeconds, 'DP: the last block, with nothing left to compute']);
    parts.push([contentionSeconds, 'DP: computing slowed by the network’s processor use']);
  }
  return parts.filter(([seconds]) => seconds > 0);
}

/** The same as a line of text; '' for nothing. */
export const constructionText = (evaluation: Evaluation | null): string =>
  evaluation === null
    ? ''
    : constructionParts(evaluation)
        .map(([seconds, what]) => `${formatQuantity(seconds, 'seconds')} (${what})`)
        .join(', ');
