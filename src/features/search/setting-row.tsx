import type { ReactNode } from 'react';
import { workbench } from '../../state/workbench.js';
import { ChangedDot } from '../../ui/changed-dot.js';
import type { SearchInput } from '../../core/inputs/search-input.js';
import classes from './setting-row.module.css';

interface SettingRowProps {
  readonly label: string;
  readonly help: string;
  readonly changed: boolean;
  /** What it is in a search of the whole space, in words. */
  readonly wholeText: string;
  /** What brings that back. */
  readonly whole: Partial<SearchInput>;
  readonly children: ReactNode;
}

/** One setting: mark of change, label, control. */
export function SettingRow({ label, help, changed, wholeText, whole, children }: SettingRowProps) {
  return (
    <div className={classes['row']}>
      <ChangedDot
        changed={changed}
        label={label}
        baseText={wholeText}
        baseName="Whole space"
        onReset={() => workbench().getState().editSearch(whole)}
      />
      <span className={classes['label']} data-hint={help}>
        {label}
      </span>
      {children}
    </div>
  );
}
