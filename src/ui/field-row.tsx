import type { ReactNode } from 'react';
import classes from './field-row.module.css';

interface FieldRowProps {
  readonly label: ReactNode;
  readonly help?: string | undefined;
  readonly dot?: ReactNode;
  /** The label takes the room it needs: for rows without a slider. */
  readonly wide?: boolean;
  /** Which input it is, so that it can be found and focused: "system mem1.GBps". */
  readonly field?: string | undefined;
  readonly children: ReactNode;
}

/** The common line of every field: mark of change, label with its help, then the controls. */
export function FieldRow({ label, help, dot, wide = false, field, children }: FieldRowProps) {
  return (
    <div className={classes['row']} data-field={field}>
      {dot ?? <span className={classes['gutter']} />}
      <span className={wide ? classes['wide'] : classes['label']} data-hint={help}>
        {label}
      </span>
      {children}
    </div>
  );
}

function Unit({ children }: { readonly children: ReactNode }) {
  return <span className={classes['unit']}>{children}</span>;
}

FieldRow.Unit = Unit;
