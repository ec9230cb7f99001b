import { Icon } from '../../ui/icons.js';
import { Popover, usePopover } from '../../ui/popover.js';
import classes from './column-chooser.module.css';
import { headerOf, TABLE_COLUMNS } from './table-columns.js';
import { choose, useViewChoice } from './view-choices.js';

/** Which columns the table has. */
export function ColumnChooser() {
  const menu = usePopover();
  const columns = useViewChoice('columns');
  return (
    <>
      <button type="button" {...menu.opener}>
        Columns
        <Icon name="down" size={12} />
      </button>
      <Popover handle={menu} label="Columns of the table">
        <ul className={classes['list']}>
          {TABLE_COLUMNS.map(({ id, hint }) => (
            <li key={id}>
              <label data-hint={hint}>
                <input
                  type="checkbox"
                  checked={columns.includes(id)}
                  disabled={columns.length === 1 && columns.includes(id)}
                  onChange={() =>
                    choose({
                      columns: TABLE_COLUMNS.map((each) => each.id).filter(
                        (each) => columns.includes(each) !== (each === id),
                      ),
                    })
                  }
                />
                {headerOf(id)}
              </label>
            </li>
          ))}
        </ul>
      </Popover>
    </>
  );
}
