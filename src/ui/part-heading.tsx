import classes from './part-heading.module.css';
import { PresetPicker, type Pickable } from './preset-picker.js';
import { ResetCount } from './reset-count.js';

interface PartHeadingProps {
  readonly label: string;
  readonly items: readonly Pickable[];
  readonly currentId: string | null;
  readonly currentName: string;
  /** How many fields differ from what the part started from. */
  readonly changes: number;
  readonly onPick: (id: string) => void;
  readonly onReset: () => void;
}

/** Beside a part's title: its preset, and how many fields differ from it, which a press puts back. */
export function PartHeading({ label, items, currentId, currentName, changes, onPick, onReset }: PartHeadingProps) {
  return (
    <div className={classes['heading']}>
      <PresetPicker label={label} items={items} currentId={currentId} currentName={currentName} onPick={onPick} />
      <ResetCount label={label.toLowerCase()} changes={changes} baseName={currentName} onReset={onReset} />
    </div>
  );
}
