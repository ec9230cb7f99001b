import type { Evaluation } from '../../core/evaluation.js';
import type { Design, StrategyInput } from '../../core/inputs/design.js';
import { formatChange, formatQuantity } from '../../core/quantities/format.js';
import { quantity } from '../../core/quantities/registry.js';
import { STRATEGY_CHOICES, choiceText, strategyChanges } from '../../core/strategy/strategy-changes.js';
import { showsDesign } from '../../state/how.js';
import { memoInUnits } from '../../ui/memo-in-units.js';
import { NumberButton } from '../../ui/number-button.js';
import classes from './best-strategy.module.css';
import { bestFinding, isSlower } from './best-finding.js';
import { adopt } from './adopted.js';
import { foundDesign } from './row-design.js';

const FIGURES = [
  { id: 'sample-rate', better: 1 },
  { id: 'mfu', better: 1 },
  { id: 'tier1-memory', better: -1 },
  { id: 'total-time', better: -1 },
] as const;

interface BestStrategyProps {
  readonly place: number | null;
  readonly strategy: StrategyInput | null;
  /** Before the finding: of what it is the best, where not of the whole space. */
  readonly words: string;
  readonly isRunning: boolean;
  /** What it is a strategy for. */
  readonly design: Design;
  readonly evaluation: Evaluation | null;
  readonly current: StrategyInput;
  readonly currentEvaluation: Evaluation | null;
  readonly isCurrentFeasible: boolean;
  /** Why the current strategy, where it is better, was not tried. */
  readonly notTried: string;
}

/** The best strategy: its figures against the current one's, every choice of it, and what differs. */
export const BestStrategy = memoInUnits(function BestStrategy(props: BestStrategyProps) {
  const { place, strategy, words, isRunning, design, evaluation, current, currentEvaluation, isCurrentFeasible } =
    props;
  const changes = strategy === null ? [] : strategyChanges(current, strategy);
  const isCurrent = strategy !== null && changes.length === 0;
  const finding = words + bestFinding(evaluation, currentEvaluation, isCurrentFeasible, isCurrent);
  const isWorse = isCurrentFeasible && isSlower(evaluation, currentEvaluation);
  return (
    <section className={classes['best']} aria-label="Best strategy">
      <div className={classes['head']}>
        <div className={classes['titles']}>
          <h3 title={finding}>{finding}</h3>
          <p>
            {isWorse
              ? props.notTried
              : 'The best strategy; what differs from the current one is marked, with what it is now'}
          </p>
        </div>
        <button
          type="button"
          aria-disabled={place === null || isCurrent || undefined}
          data-secondary={isWorse || undefined}
          data-hint={
            isCurrent
              ? 'It is the current strategy already'
              : `${isWorse ? 'Slower than the current strategy\n' : ''}Make ${words === '' ? 'it' : 'the best so far'} the current strategy; undo brings the old one back`
          }
          onClick={() => {
            if (place !== null && !isCurrent) adopt(place);
          }}
        >
          {isRunning ? 'Use best so far' : 'Use it'}
        </button>
      </div>
      <dl className={classes['figures']} ref={showsDesign(foundDesign('Best of the search', design, strategy))}>
        {FIGURES.map(({ id, better }) => {
          const { label, unit, value } = quantity(id);
          const now = evaluation === null ? null : value(evaluation);
          // A strategy that does not fit is none to gain on.
          const then = currentEvaluation === null || !isCurrentFeasible ? null : value(currentEvaluation);
          const change = now === null || then === null || !(then > 0) ? null : now / then - 1;
          return (
            <div key={id}>
              <dt>{label}</dt>
              <dd>
                <NumberButton id={id} hint={formatQuantity(now, unit, { precise: true })} alone>
                  {formatQuantity(now, unit)}
                </NumberButton>
              </dd>
              <dd
                className={classes['change']}
                data-better={change === null || Math.abs(change) < 5e-4 ? undefined : change * better > 0}
                data-hint="Against the current strategy"
              >
                {formatChange(change)}
              </dd>
            </div>
          );
        })}
      </dl>
      <dl className={classes['choices']}>
        {STRATEGY_CHOICES.map(({ path, name }) => {
          const from = changes.find((change) => change.path === path)?.from;
          return (
            <div
              key={path}
              data-changed={from !== undefined || undefined}
              data-hint={
                strategy === null || from === undefined
                  ? undefined
                  : `${name}: ${choiceText(path, strategy[path])}, now ${from}`
              }
            >
              <dt>{name}</dt>
              <dd>
                {strategy === null ? '—' : choiceText(path, strategy[path])}
                {from !== undefined && <span> now {from}</span>}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
});
