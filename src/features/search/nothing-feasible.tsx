import type { Design } from '../../core/inputs/design.js';
import type { SearchInput } from '../../core/inputs/search-input.js';
import { grouped } from '../../core/quantities/grouped.js';
import type { SearchTally } from '../../core/search/tally.js';
import { useSearch } from '../../state/search-results.js';
import { constraintsOf } from './constraints.js';
import { fitRows, type FitRow } from './infeasible-rows.js';
import { MissingMemory } from './missing-memory.js';
import classes from './search.module.css';

const ADVICE: Readonly<Record<FitRow['id'], string>> = {
  feasible: '',
  too_slow: 'Ask for a lower rate.',
  tier1_capacity: 'Give it more HBM or a larger offload tier, or use more processors.',
  tier2_capacity: 'Give it a larger offload tier or more HBM, or use more processors.',
  offload_needs_blocks: 'Allow strategies that offload nothing, or fewer pipeline stages.',
  network_size: 'Use fewer processors, or give the network tiers more endpoints.',
  network_not_filled: 'Choose a number of processors that fills the tiers, or let them be filled in part.',
};

/** What would help against the limit that stops most. A tier too small for some is no reason while others get further. */
function adviceFor(tally: SearchTally): string {
  const rows = fitRows(tally).filter((row) => row.count > 0);
  const further = rows.filter(({ id }) => id !== 'network_size' && id !== 'network_not_filled');
  const most = (further.length > 0 ? further : rows).toSorted((a, b) => b.count - a.count)[0];
  return most === undefined ? '' : ADVICE[most.id];
}

interface NothingFeasibleProps {
  readonly tally: SearchTally;
  readonly input: SearchInput;
  readonly design: Design;
  /** Before the finding: of what none is feasible, where not of the whole space. */
  readonly words: string;
}

/** Nothing fits: which limit stops most, how near it was, and what to try. */
export function NothingFeasible({ tally, input, design, words }: NothingFeasibleProps) {
  const running = useSearch((state) => state.status === 'running');
  const constraints = constraintsOf(input).length;
  if (running) {
    return (
      <section className={classes['message']} aria-label="Best strategy">
        <h3>None feasible yet</h3>
      </section>
    );
  }
  const none = tally.evaluated === 0;
  return (
    <section className={classes['message']} aria-label="Best strategy">
      <h3>{none ? 'There is no strategy to try' : `${words}No strategy is feasible`}</h3>
      {none && <p>No strategy of this many processors divides the model and keeps to the constraints.</p>}
      {tally.nearestMiss !== null && (
        <p>
          The nearest needs <MissingMemory miss={tally.nearestMiss} design={design} /> more HBM than it may use.
        </p>
      )}
      {tally.tooSlow > 0 && <p>{grouped(tally.tooSlow)} fit, but are slower than the least rate asked for.</p>}
      <ul>
        {constraints > 0 && <li>Remove a constraint above.</li>}
        <li>{none ? 'Choose a number of processors with more divisors, or a larger batch.' : adviceFor(tally)}</li>
      </ul>
    </section>
  );
}
