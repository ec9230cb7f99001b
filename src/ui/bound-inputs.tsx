import type { ReactNode } from 'react';
import { useBoundField, type BoundProps } from './bound-field.js';
import { ChangedDot } from './changed-dot.js';
import { ChoiceField, type Choice } from './choice-field.js';
import { CurveField } from './curve-field.js';
import type { Curve } from './curve-points.js';
import { LawField, type Law } from './law-field.js';
import { QuantityField } from './quantity-field.js';
import type { QuantityLimits } from './quantity-limits.js';
import { SwitchField } from './switch-field.js';

interface NumberInputProps extends BoundProps {
  readonly multipleOf?: QuantityLimits['multipleOf'];
}

/** A quantity field bound to an input. Nothing is drawn while the input is not there (a tier just removed). */
export function NumberInput(props: NumberInputProps) {
  const { declaration, ...field } = useBoundField('number', props);
  if (typeof field.value !== 'number') return null;
  return (
    <QuantityField
      {...declaration}
      {...field}
      value={field.value}
      base={typeof field.base === 'number' ? field.base : undefined}
      multipleOf={props.multipleOf}
    />
  );
}

export function CurveInput(props: BoundProps) {
  const { declaration, ...field } = useBoundField('curve', props);
  if (!Array.isArray(field.value)) return null;
  return (
    <CurveField
      {...field}
      help={declaration.help}
      thresholdUnit={declaration.thresholdUnit}
      mostPoints={declaration.mostPoints}
      value={field.value as Curve}
      base={field.base as Curve | undefined}
    />
  );
}

export function LawInput(props: BoundProps) {
  const { declaration, ...field } = useBoundField('collective-law', props);
  if (!Array.isArray(field.value)) return null;
  return (
    <LawField
      {...field}
      help={declaration.help}
      limits={declaration.limits}
      value={field.value as unknown as Law}
      base={field.base as Law | undefined}
    />
  );
}

interface SwitchInputProps extends BoundProps {
  readonly aside?: ReactNode;
  readonly forbidden?: string | undefined;
  /** Where its help is read: on a line of its own, or as a hint of the label. */
  readonly explained?: boolean;
}

export function SwitchInput(props: SwitchInputProps) {
  const { declaration, label, fullLabel, value, base, baseName, field, changed, onChange, onReset } = useBoundField(
    'switch',
    props,
  );
  if (typeof value !== 'boolean') return null;
  return (
    <SwitchField
      label={label}
      fullLabel={fullLabel}
      help={props.explained === true ? undefined : declaration.help}
      explanation={props.explained === true ? declaration.help : undefined}
      checked={value}
      aside={props.aside}
      field={field}
      forbidden={props.forbidden}
      dot={
        <ChangedDot
          changed={changed}
          label={fullLabel}
          baseText={base === true ? 'on' : 'off'}
          baseName={baseName}
          onReset={onReset}
        />
      }
      onChange={(checked) => onChange(checked, { commit: true })}
    />
  );
}

interface ChoiceInputProps extends BoundProps {
  readonly aside?: ReactNode;
  /** What to add to an option: its effect, or the reason why it is forbidden. */
  readonly more?: (value: string) => Pick<Choice, 'aside' | 'forbidden'>;
}

export function ChoiceInput(props: ChoiceInputProps) {
  const { declaration, label, fullLabel, value, base, baseName, field, changed, onChange, onReset } = useBoundField(
    'choice',
    props,
  );
  if (typeof value !== 'string') return null;
  const baseText = declaration.options.find((option) => option.value === base)?.label ?? '';
  return (
    <ChoiceField
      label={label}
      help={declaration.help}
      choices={declaration.options.map((option) => ({ ...option, ...props.more?.(option.value) }))}
      value={value}
      aside={props.aside}
      field={field}
      dot={<ChangedDot changed={changed} label={fullLabel} baseText={baseText} baseName={baseName} onReset={onReset} />}
      onChange={(next) => onChange(next, { commit: true })}
    />
  );
}
