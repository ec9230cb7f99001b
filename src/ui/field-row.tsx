import type { ReactNode } from 'react';
import classes from './field-row.module.css';

interface FieldRowProps {
  readonly label: ReactNode;
  readonly help?: string | undefined;
  readonly dot?: ReactNode;
  readonly children: ReactNode;
}

/** The common line of every field: mark of change, label with its help, then the controls. */
export function FieldRow({ label, help, dot, children }: FieldRowProps) {
  return (
    <div className={classes['row']}>
      {dot ?? <span className={classes['gutter']} />}
      <span className={classes['label']} data-hint={help}>
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
