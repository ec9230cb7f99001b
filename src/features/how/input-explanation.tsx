import { allowedText } from '../../core/inputs/allowed.js';
import type { DesignPart } from '../../core/inputs/design.js';
import type { InputField } from '../../core/inputs/field.js';
import { valueAt } from '../../core/inputs/value-at.js';
import { isChanged } from '../../state/design-paths.js';
import { useWorkbench } from '../../state/workbench.js';
import { limitsText } from '../../ui/quantity-limits.js';
import { quantityText } from '../../ui/quantity-text.js';
import classes from './how-panel.module.css';

interface InputExplanationProps {
  readonly part: DesignPart;
  readonly path: string;
  readonly field: InputField;
}

/** What is written in the file of the part: numbers in the field's unit. */
export function typedText(value: unknown, field: InputField): string {
  if (value === undefined) return '—';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  const unit = field.kind === 'number' && field.unit !== '' && field.unit !== '%' ? ` ${field.unit}` : '';
  if (typeof value === 'number' && unit === ' GiB') return quantityText(value, 'GiB');
  return typeof value === 'number' || typeof value === 'string' ? `${value}${unit}` : JSON.stringify(value);
}

/** Where an input comes from, what it may be, and the way to its field. */
export function InputExplanation({ part, path, field }: InputExplanationProps) {
  const typed = useWorkbench((state) => valueAt(state[part].value, path));
  const base = useWorkbench((state) => valueAt(state[part].base.value, path));
  const name = useWorkbench((state) => state[part].base.name);
  const changed = useWorkbench((state) => isChanged(state[part].base.value, state[part].value, path));
  return (
    <>
      <InputHelp field={field} typed={typed} />
      <button
        type="button"
        className={classes['field']}
        onClick={() => window.dispatchEvent(new CustomEvent('focus-field', { detail: { part, path } }))}
      >
        Go to the field
      </button>
      <dl className={classes['facts']}>
        <dt>Typed</dt>
        <dd>{typedText(typed, field)}</dd>
        <dt>From</dt>
        <dd>
          {!changed
            ? `${name}, unchanged`
            : base === undefined
              ? `added to ${name}`
              : `changed; ${name} has ${typedText(base, field)}`}
        </dd>
        <dt>Allowed</dt>
        <dd>
          {field.kind === 'number' && field.unit === 'GiB'
            ? limitsText(field).replace(/^Allowed: |\.$/g, '')
            : allowedText(field)}
        </dd>
        <dt>In files</dt>
        <dd>
          <code>{path}</code>
        </dd>
      </dl>
    </>
  );
}

/** What an input is, and the option it has. */
export function InputHelp({ field, typed }: { readonly field: InputField; readonly typed: unknown }) {
  const option = field.kind === 'choice' ? field.options.find(({ value }) => value === typed) : undefined;
  return (
    <>
      <p>{field.help}</p>
      {option !== undefined && (
        <p>
          {option.label}: {option.help}
        </p>
      )}
    </>
  );
}
