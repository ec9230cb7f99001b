import type { SearchInput } from '../../core/inputs/search-input.js';
import { constraintsOf } from './constraints.js';

const grouped = (value: number): string => value.toLocaleString('en');

/** "1 strategy", "10,956,160 strategies". */
export const strategies = (count: number): string => `${grouped(count)} ${count === 1 ? 'strategy' : 'strategies'}`;

export interface Searched {
  readonly model: string;
  readonly system: string;
  readonly processors: number;
  readonly strategyBatch: number;
  readonly input: SearchInput;
  /** Strategies in the space. */
  readonly size: number;
}

/** What is searched, before the count. */
export function searchedText({ model, system, processors, strategyBatch, input }: Omit<Searched, 'size'>): string {
  const constraints = constraintsOf(input).length;
  const ways =
    constraints === 0
      ? 'Every way'
      : `Ways within ${constraints === 1 ? 'one constraint' : `${constraints} constraints`}`;
  return `${ways} to train ${model} on ${grouped(processors)} × ${system}, batch up to ${grouped(input.max_batch ?? strategyBatch)}`;
}

/** A time as a person plans with it: "under a second", "40 s", "12 min", "3.5 h". */
export function durationText(seconds: number): string {
  if (seconds < 1) return 'under a second';
  if (seconds < 99.5) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  const hours = seconds / 3600;
  return hours < 48 ? `${hours.toFixed(hours < 9.95 ? 1 : 0)} h` : `${grouped(Math.round(hours / 24))} days`;
}

/** Strategies per second, in three digits: "71.2 M/s". */
export function paceText(perSecond: number): string {
  if (!(perSecond > 0)) return '—';
  if (perSecond >= 1e6) return `${(perSecond / 1e6).toPrecision(3)} M/s`;
  return perSecond >= 1e3 ? `${(perSecond / 1e3).toPrecision(3)} k/s` : `${perSecond.toPrecision(3)} /s`;
}
