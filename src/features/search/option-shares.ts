import type { Strategy } from '../../core/strategy/strategy.js';
import type { ChoiceCounts } from '../../core/search/tally.js';
import { choiceText, STRATEGY_CHOICES } from '../../core/strategy/strategy-changes.js';

/** How common one value of one choice is among the best strategies and among all that fit. */
export interface OptionShare {
  readonly field: keyof Strategy;
  readonly value: string;
  /** "optimizer sharding", "on". */
  readonly name: string;
  readonly text: string;
  /** Shares, 0 to 1. */
  readonly best: number;
  readonly all: number;
}

const countOf = (values: Readonly<Record<string, number>>): number =>
  Object.values(values).reduce((sum, count) => sum + count, 0);

/**
 * Every value of every choice with its share among `best` and among all feasible, those that differ most first. Of a
 * choice between two only the one that the best prefer: the other says the same.
 */
export function optionShares(best: readonly Strategy[], choices: ChoiceCounts): OptionShare[] {
  if (best.length === 0) return [];
  const shares = STRATEGY_CHOICES.flatMap(({ field, path, name }) => {
    const values = choices[field];
    if (values === undefined) return [];
    const total = countOf(values);
    const rows = Object.entries(values).map(([value, count]) => ({
      field,
      value,
      name,
      text: choiceText(path, value),
      best: best.filter((strategy) => String(strategy[field]) === value).length / best.length,
      all: total > 0 ? count / total : 0,
    }));
    return rows.length === 2 ? rows.toSorted((a, b) => b.best - b.all - (a.best - a.all)).slice(0, 1) : rows;
  });
  return shares.toSorted((a, b) => Math.abs(b.best - b.all) - Math.abs(a.best - a.all));
}

/** "optimizer sharding on", "t 8". */
export const shareName = ({ name, text }: OptionShare): string => `${name} ${text}`;

const percent = (share: number): string => {
  const value = share * 100;
  return `${value > 0 && value < 9.95 ? value.toFixed(1) : value.toFixed(0)} %`;
};

/** What the best have in common: the choice whose share differs most. */
export function sharesFinding(shares: readonly OptionShare[], count: number): string {
  const [most] = shares;
  if (most === undefined) return 'What the best strategies have in common';
  if (Math.abs(most.best - most.all) < 0.005) return `The best ${count} choose as all feasible strategies do`;
  return `${most.best === 1 ? `All of the best ${count}` : `${percent(most.best)} of the best ${count}`} have ${shareName(most)}; ${percent(most.all)} of all feasible do`;
}
