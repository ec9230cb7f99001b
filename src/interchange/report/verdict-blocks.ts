import type { Evaluation, Outcome } from '../../core/evaluation.js';
import { inputLabel } from '../../core/inputs/input-label.js';
import { countedName } from '../../core/quantities/counted.js';
import { formatQuantity } from '../../core/quantities/format.js';
import type { QuantityUnit } from '../../core/quantities/quantity.js';
import { endpointsOnTier } from '../../core/strategy/feasibility.js';
import { excessFactor, reasonWords } from '../../core/strategy/reason-words.js';
import type { Reason } from '../../core/strategy/reasons.js';
import { cell, type Block, type Cell, type Verdict } from './report-document.js';

/** The limits that are amounts; the others are rules of divisibility and presence, which have no "how much". */
const AMOUNTS: Readonly<Partial<Record<Reason['code'], QuantityUnit>>> = {
  tier1_capacity: 'bytes',
  tier2_capacity: 'bytes',
  network_size: 'count',
};

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'} broken`;

/** "Feasible", "Infeasible: 2 limits broken". */
export function verdictTitle(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'feasible':
      return 'Feasible';
    case 'infeasible':
      return `Infeasible: ${counted(outcome.reasons.length, 'limit')}`;
    case 'invalid':
      return `Invalid: ${counted(outcome.reasons.length, 'rule')}`;
  }
}

/** How much of each limit is used. */
function margins({ memory, strategy, system }: Evaluation): string {
  const of = (name: string, used: number, there: number): string =>
    `${name} ${formatQuantity(used, 'bytes')} of ${formatQuantity(there, 'bytes')}`;
  return [
    of('HBM', memory.tier1Bytes, system.memory1.capacityBytes),
    of('offload tier', memory.tier2Bytes, system.memory2.capacityBytes),
    ...system.networks.map(({ endpoints }, tier) => {
      const used = formatQuantity(endpointsOnTier(strategy, tier), 'count');
      return `network tier ${tier} ${used} of ${formatQuantity(endpoints, 'count')} ${countedName(endpoints, 'endpoints')}`;
    }),
  ].join('; ');
}

function consequence(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'feasible':
      return `The strategy keeps every rule and every limit of the machine: ${margins(outcome.evaluation)}.`;
    case 'infeasible':
      return 'This machine cannot run this strategy. The numbers below are what it would take.';
    case 'invalid':
      return 'A design like this has no numbers.';
  }
}

const verdict = (outcome: Outcome): Verdict => ({
  kind: 'verdict',
  tone: outcome.kind === 'feasible' ? 'good' : 'bad',
  title: verdictTitle(outcome),
  text: consequence(outcome),
});

function reasonRow(reason: Reason): readonly Cell[] {
  const { code, fields, actual, limit } = reason;
  const unit = AMOUNTS[code];
  const factor = excessFactor(reason);
  const over =
    unit === undefined || !(actual > limit)
      ? '—'
      : `${formatQuantity(actual - limit, unit)}${factor === null ? '' : ` (${factor})`}`;
  const { message, allowed } = reasonWords(reason);
  return [message, allowed, over, fields.map(({ part, path }) => inputLabel(part, path)).join(', ')].map(cell);
}

/** Whether a design works, and every rule and limit that it breaks, with the numbers. */
export function verdictBlocks(outcome: Outcome): readonly Block[] {
  if (outcome.kind === 'feasible') return [verdict(outcome)];
  return [
    verdict(outcome),
    {
      kind: 'table',
      caption: outcome.kind === 'infeasible' ? 'Limits that the design breaks' : 'Rules that the design breaks',
      columns: [
        { header: outcome.kind === 'infeasible' ? 'Limit' : 'Rule' },
        { header: 'Allowed' },
        { header: 'Over by' },
        { header: 'Inputs to look at' },
      ],
      groups: [{ title: null, rows: outcome.reasons.map(reasonRow) }],
    },
  ];
}
