import type { Datatype } from '../../core/inputs/design.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import classes from './hardware-panel.module.css';

interface MissingDatatypeProps {
  readonly datatype: Datatype;
  readonly present: readonly Datatype[];
  /** The strategy asks for it. */
  readonly used: boolean;
}

/** In place of the engines' fields: the system lacks this datatype; copy another's rates and curves to start from. */
export function MissingDatatype({ datatype, present, used }: MissingDatatypeProps) {
  const system = useWorkbench((state) => state.system.value);
  return (
    <div className={classes['missing']}>
      <p>
        This system has no {datatype} rates{used ? ', which the strategy computes in' : ''}. Start from a copy and set
        the peaks:
      </p>
      <div className={classes['buttons']}>
        {present.map((from) => (
          <button
            key={from}
            type="button"
            className={classes['button']}
            onClick={() =>
              workbench()
                .getState()
                .edit('system', {
                  [`matrix.${datatype}`]: system.matrix[from],
                  [`vector.${datatype}`]: system.vector[from],
                })
            }
          >
            Copy {from}
          </button>
        ))}
      </div>
    </div>
  );
}
