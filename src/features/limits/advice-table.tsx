import type { Advice } from '../../core/advice/advice.js';
import type { Design } from '../../core/inputs/design.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { showsDesign, type OtherDesign } from '../../state/how.js';
import { workbench } from '../../state/workbench.js';
import { NumberButton } from '../../ui/number-button.js';
import classes from './advice-table.module.css';

/** More than this nobody compares. */
const MOST_ROWS = 8;

interface AdviceTableProps {
  readonly label: string;
  /** The best first. */
  readonly advices: readonly Advice[];
  /** What they are changes of. */
  readonly design: Design;
  /** Samples/s that a change is measured against; null where the design does not fit. */
  readonly rate: number | null;
}

/** The design with the change made, whose numbers its row shows. */
const changed = (design: Design, { part, value, label }: Advice): OtherDesign => ({
  name: `With ${label}`,
  design: { ...design, [part]: value },
});

/** One undo step. */
function apply(advice: Advice): void {
  const state = workbench().getState();
  if (advice.part === 'strategy') state.replacePart('strategy', advice.value);
  else state.replacePart('system', advice.value);
}

/** Changes of a design with what results, each made by one press. */
export function AdviceTable({ label, advices, design, rate }: AdviceTableProps) {
  const left = advices.length - MOST_ROWS;
  return (
    <>
      <table className={classes['advices']} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Change</th>
            <th scope="col">Sample rate</th>
            {rate !== null && <th scope="col">More</th>}
            <th scope="col">HBM</th>
          </tr>
        </thead>
        <tbody>
          {advices.slice(0, MOST_ROWS).map((advice) => (
            <tr key={advice.label} ref={showsDesign(changed(design, advice))}>
              <th scope="row">
                <button type="button" data-hint="Make this change" onClick={() => apply(advice)}>
                  {advice.label}
                </button>
              </th>
              <td>
                <NumberButton id="sample-rate">{formatQuantity(advice.rate, 'samples-per-second')}</NumberButton>
              </td>
              {rate !== null && <td>+{formatQuantity(advice.rate / rate - 1, 'fraction')}</td>}
              <td>
                <NumberButton id="tier1-memory">{formatQuantity(advice.tier1Bytes, 'bytes')}</NumberButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p className={classes['left']}>{left} more, slower</p>}
    </>
  );
}
