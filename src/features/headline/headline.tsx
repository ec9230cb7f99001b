import type { Evaluation } from '../../core/evaluation.js';
import { useShown, type ShownKind } from '../../state/shown.js';
import classes from './headline.module.css';
import line from './memory-line.module.css';
import { capacityCells, type CapacityCell } from './capacity-cells.js';
import { QuantityInspector } from './quantity-inspector.js';
import { rateCells, type RateCell } from './rate-cells.js';
import { SpokenSummary } from './spoken-summary.js';
import { memoInUnits } from '../../ui/memo-in-units.js';

const KIND_TAGS: Readonly<Record<ShownKind, string | null>> = {
  feasible: null,
  infeasible: 'infeasible',
  invalid: 'invalid',
  loading: null,
};

/** The figures that are always in sight: how fast, how efficient, and what of the memory is used. */
export function Headline() {
  const { kind, report, evaluation, baseline } = useShown();
  return (
    <section
      className={classes['headline']}
      aria-label="Headline figures"
      aria-busy={kind === 'loading'}
      data-kind={kind}
      data-tour="headline"
    >
      <Figures kind={kind} evaluation={evaluation} baseline={baseline} />
      <SpokenSummary kind={kind} report={report} />
      <QuantityInspector />
    </section>
  );
}

interface FiguresProps {
  readonly kind: ShownKind;
  readonly evaluation: Evaluation | null;
  readonly baseline: Evaluation | null;
}

function Figures({ kind, evaluation, baseline }: FiguresProps) {
  const tag = KIND_TAGS[kind];
  return (
    <div className={classes['cells']}>
      <div className={classes['rates']} data-compared={baseline !== null || undefined}>
        {rateCells(evaluation, baseline).map((cell, index) => (
          <Rate key={cell.id} {...cell} tag={index === 0 ? tag : null} />
        ))}
      </div>
      <div className={classes['capacities']}>
        {capacityCells(evaluation).map((cell) => (
          <Capacity key={cell.id} {...cell} />
        ))}
      </div>
    </div>
  );
}

const Rate = memoInUnits(function Rate({
  id,
  label,
  text,
  unit,
  hint,
  change,
  better,
  tag,
}: RateCell & { readonly tag: string | null }) {
  return (
    <button type="button" className={classes['cell']} data-quantity={id} data-hint={hint}>
      <span className={classes['top']}>
        <span className={classes['label']}>{label}</span>
        {tag !== null && <span className={classes['tag']}>{tag}</span>}
      </span>
      <span className={classes['number']}>
        {text}
        {unit !== '' && <span className={classes['unit']}> {unit}</span>}
      </span>
      {change !== null && (
        <span className={classes['change']} data-better={better ?? undefined}>
          {change}
        </span>
      )}
    </button>
  );
});

const Capacity = memoInUnits(function Capacity({ id, label, used, limit, note, state, share, hint }: CapacityCell) {
  return (
    <button
      type="button"
      className={`${classes['cell']} ${line['memory']}`}
      data-wide
      data-quantity={id}
      data-hint={hint}
      data-state={state}
      aria-label={`${label}: ${used} ${limit}, ${note}`}
    >
      <span className={classes['top']}>
        <span className={classes['label']}>{label}</span>
        <span className={classes['note']}>{note}</span>
      </span>
      <span className={classes['use']}>
        <span>
          <b>{used}</b>
          <span className={classes['limit']}> {limit}</span>
        </span>
        <span className={classes['gauge']} aria-hidden="true">
          <span style={{ transform: `scaleX(${share})` }} />
        </span>
      </span>
    </button>
  );
});
