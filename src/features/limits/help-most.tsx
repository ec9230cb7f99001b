import { useDeferredValue, useMemo } from 'react';
import { fasterAdvice } from '../../core/advice/advice.js';
import type { Design } from '../../core/inputs/design.js';
import { useResults } from '../../state/results.js';
import { FoldGroup } from '../../ui/fold-group.js';
import { AdviceTable } from './advice-table.js';
import classes from './advice-table.module.css';

/** The single changes of a feasible strategy that help its rate most, folded at first. Nothing for one that does not fit. */
export function HelpMost() {
  const design = useResults((state) => state.design);
  const rate = useResults(({ report }) =>
    report?.outcome.kind === 'feasible' ? report.outcome.evaluation.efficiency.sampleRate : null,
  );
  if (design === null || rate === null) return null;
  return (
    <FoldGroup title="Changes that help most" level={3} openAtFirst={false}>
      <Faster design={design} rate={rate} />
    </FoldGroup>
  );
}

function Faster({ design, rate }: { readonly design: Design; readonly rate: number }) {
  const asked = useDeferredValue(design);
  const than = useDeferredValue(rate);
  const advices = useMemo(() => fasterAdvice(asked, than), [asked, than]);
  return (
    <div className={classes['place']}>
      {advices.length === 0 ? (
        <p className={classes['left']}>No single change of the strategy is faster.</p>
      ) : (
        <AdviceTable label="Changes that help most" advices={advices} design={asked} rate={than} />
      )}
    </div>
  );
}
