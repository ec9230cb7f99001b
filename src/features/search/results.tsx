import { useMemo } from 'react';
import { evaluateDesign } from '../../core/evaluate.js';
import type { Design, StrategyInput } from '../../core/inputs/design.js';
import type { SearchInput } from '../../core/inputs/search-input.js';
import { GIBIBYTE } from '../../core/quantities/constants.js';
import { readSearchRequest } from '../../core/search/read-request.js';
import { searchSpace, strategyAt } from '../../core/search/space.js';
import type { SearchTally } from '../../core/search/tally.js';
import { soFar } from '../../core/studies/so-far.js';
import { useSearch } from '../../state/search-results.js';
import { useShown } from '../../state/shown.js';
import { useWorkbench } from '../../state/workbench.js';
import { BestDistribution } from './best-distribution.js';
import { BestStrategy } from './best-strategy.js';
import { FitChart } from './fit-chart.js';
import { whyNotTried } from './not-tried.js';
import { NothingFeasible } from './nothing-feasible.js';
import { OptionSharesChart } from './option-shares-chart.js';
import { RateHistogram } from './rate-histogram.js';
import { searchExtent } from './results-extent.js';
import classes from './search.module.css';
import { StrategyTable } from './strategy-table.js';
import { TradeOffChart } from './trade-off-chart.js';
import { FindingWords } from '../../ui/finding-words.js';
import { memoInUnits } from '../../ui/memo-in-units.js';

/** What a search found until now, and what it searched. */
interface Found {
  readonly tally: SearchTally;
  readonly design: Design;
  readonly input: SearchInput;
  readonly bestPlace: number | null;
  readonly bestStrategy: StrategyInput | null;
}

const TOP = 100;

/** Everything a search found. */
export const Results = memoInUnits(function Results({ found }: { readonly found: Found }) {
  const { tally, design, input, bestPlace, bestStrategy } = found;
  const current = useWorkbench((state) => state.strategy.value);
  const { evaluation, kind } = useShown();
  const extent = useSearch((state) => searchExtent(state, tally));
  const words = soFar(extent);
  const space = useMemo(() => searchSpace(readSearchRequest(design, input)), [design, input]);
  const best = useMemo(() => tally.best.slice(0, TOP), [tally.best]);
  const bestStrategies = useMemo(() => best.map((row) => strategyAt(space, row.place)), [best, space]);
  // Cheap enough to do here: while a search streams its best changes often.
  const bestEvaluation = useMemo(() => {
    const outcome = bestStrategy === null ? null : evaluateDesign({ ...design, strategy: bestStrategy });
    return outcome === null || outcome.kind === 'invalid' ? null : outcome.evaluation;
  }, [design, bestStrategy]);
  const capacityBytes = Math.min(design.system.mem1.GiB, input.hbm_limit_GiB ?? Number.POSITIVE_INFINITY) * GIBIBYTE;
  const isEmpty = tally.feasible === 0;
  return (
    <FindingWords value={words}>
      <div className={classes['results']}>
        <div className={classes['stretch']} style={{ gridArea: 'best' }}>
          {isEmpty ? (
            <NothingFeasible tally={tally} input={input} design={design} words={words} />
          ) : (
            <BestStrategy
              place={bestPlace}
              strategy={bestStrategy}
              words={words}
              isRunning={extent === 'running'}
              design={design}
              evaluation={bestEvaluation}
              current={current}
              currentEvaluation={evaluation}
              isCurrentFeasible={kind === 'feasible'}
              notTried={whyNotTried(current, design, input)}
            />
          )}
        </div>
        <div style={{ gridArea: 'fit' }}>
          <FitChart tally={tally} design={design} />
        </div>
        {!isEmpty && (
          <>
            <div style={{ gridArea: 'rates' }}>
              <RateHistogram tally={tally} />
            </div>
            <div style={{ gridArea: 'distribution' }}>
              <BestDistribution best={best} design={design} />
            </div>
            <div style={{ gridArea: 'trade' }}>
              <TradeOffChart
                tally={tally}
                space={space}
                design={design}
                capacityBytes={capacityBytes}
                current={evaluation}
              />
            </div>
            <div style={{ gridArea: 'shares' }}>
              <OptionSharesChart best={bestStrategies} choices={tally.choices} />
            </div>
            <div style={{ gridArea: 'table' }}>
              <StrategyTable tally={tally} space={space} design={design} />
            </div>
          </>
        )}
      </div>
    </FindingWords>
  );
});
