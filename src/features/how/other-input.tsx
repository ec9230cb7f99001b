import type { DesignPart } from '../../core/inputs/design.js';
import type { InputField } from '../../core/inputs/field.js';
import { valueAt } from '../../core/inputs/value-at.js';
import type { OtherDesign } from '../../state/how.js';
import { useWorkbench } from '../../state/workbench.js';
import classes from './how-panel.module.css';
import { InputHelp, typedText } from './input-explanation.js';

interface OtherInputProps {
  readonly part: DesignPart;
  readonly path: string;
  readonly field: InputField;
  readonly of: OtherDesign;
}

/** An input of a design that has no fields on the screen: its value, and the current design's. */
export function OtherInput({ part, path, field, of }: OtherInputProps) {
  const typed = valueAt(of.design[part], path);
  const current = useWorkbench((state) => valueAt(state[part].value, path));
  const [its, ours] = [typedText(typed, field), typedText(current, field)];
  return (
    <>
      <InputHelp field={field} typed={typed} />
      <dl className={classes['facts']}>
        <dt>Typed</dt>
        <dd>{its}</dd>
        <dt>Current</dt>
        <dd>{its === ours ? 'the same in the current design' : `${ours} in the current design`}</dd>
        <dt>In files</dt>
        <dd>
          <code>{path}</code>
        </dd>
      </dl>
    </>
  );
}
