import { useMemo, useState } from 'react';
import { formatQuantity } from '../../core/quantities/format.js';
import { showsDesign } from '../../state/how.js';
import { useStudy } from '../../state/study-results.js';
import { useShownByteUnits, writtenIn } from '../../ui/memo-in-units.js';
import { NumberButton } from '../../ui/number-button.js';
import { adoptPoint } from './adopt-point.js';
import { explainedPoint } from './explain-point.js';
import { PointBars } from './point-bars.js';
import { pointDetails } from './point-details.js';
import classes from './point-card.module.css';

/**
 * The point that was pointed at last: its best strategy, where its time goes and what its memory holds. Always of one height, so
 * that nothing moves; it stays when the pointer leaves, so that its bars can be looked at.
 */
export function PointCard({ active }: { readonly active: string | null }) {
  const [last, setLast] = useState(active);
  if (active !== null && active !== last) setLast(active);
  const key = active ?? last;
  const point = useStudy((state) => (key === null ? undefined : state.points.get(key)));
  const finding = useStudy((state) => (key === null ? undefined : state.findings.get(key)));
  const units = useShownByteUnits();
  const details = useMemo(
    () => (point === undefined ? null : writtenIn(units, () => pointDetails(point, finding))),
    [point, finding, units],
  );
  if (key === null || point === undefined || details === null) {
    return (
      <section className={classes['card']} aria-label="The point in focus">
        <p className={classes['empty']}>
          <span className={classes['pointing']}>
            Point at a number for its best strategy; press it to load the design, or H on it to see how it is computed.
          </span>
          <span className={classes['touching']}>
            Press a number to load its design; its best strategy then stands here.
          </span>
        </p>
      </section>
    );
  }
  const { kind, rate, line, counts, design, evaluation } = details;
  const of = design === null ? null : explainedPoint(point, design);
  const mfu = evaluation === null || kind !== 'best' ? null : evaluation.efficiency.totalEfficiency;
  return (
    <section className={classes['card']} aria-label="The point in focus" data-kind={kind} ref={showsDesign(of)}>
      <div className={classes['words']}>
        <p className={classes['head']}>
          <b>{point.label}</b>
          <span data-bad={kind === 'miss' || kind === 'nothing' || undefined}>
            {of === null ? (
              rate
            ) : (
              <NumberButton id={kind === 'best' ? 'sample-rate' : 'tier1-memory'} alone>
                {rate}
              </NumberButton>
            )}
          </span>
        </p>
        <p title={line}>{line}</p>
        <p className={classes['counts']} title={counts}>
          {mfu !== null && (
            <>
              MFU{' '}
              <NumberButton id="mfu" alone>
                {formatQuantity(mfu, 'fraction')}
              </NumberButton>{' '}
              ·{' '}
            </>
          )}
          {counts}
        </p>
      </div>
      {evaluation !== null && <PointBars evaluation={evaluation} />}
      <button
        type="button"
        className={classes['load']}
        aria-disabled={kind !== 'best' || undefined}
        data-hint={
          kind === 'best'
            ? 'Make model, hardware and strategy of this point the current design; undo brings the old one back'
            : 'There is no design that fits'
        }
        onClick={() => {
          if (kind === 'best') adoptPoint(key);
        }}
      >
        Load
      </button>
    </section>
  );
}
