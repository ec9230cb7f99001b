import type { SearchInput } from '../../core/inputs/search-input.js';
import { grouped } from '../../core/quantities/grouped.js';
import { constraintsOf } from './constraints.js';

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
