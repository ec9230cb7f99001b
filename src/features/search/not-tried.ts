import type { Design, StrategyInput } from '../../core/inputs/design.js';
import type { SearchInput } from '../../core/inputs/search-input.js';
import { grouped } from '../../core/quantities/grouped.js';
import { constraintsOf } from './constraints.js';

/**
 * Why the current strategy, which is better than the best of a search, was not in its space. The space is the reference's: p
 * divides the blocks, which the model itself does not ask for.
 */
export function whyNotTried({ pipeline_par: p }: StrategyInput, { model }: Design, input: SearchInput): string {
  if (model.num_blocks % p !== 0)
    return `The current strategy was not tried: its p ${grouped(p)} does not divide the ${grouped(model.num_blocks)} blocks`;
  return constraintsOf(input).length > 0
    ? 'The current strategy is outside the constraints'
    : 'The current strategy is not one of those tried';
}
