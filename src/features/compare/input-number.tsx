import type { ReactNode } from 'react';
import type { InputDifference } from '../../core/compare/input-differences.js';
import { fieldAt } from '../../core/inputs/fields.js';
import { valueAt } from '../../core/inputs/value-at.js';
import { inputId } from '../../core/quantities/formula/input-ids.js';
import { showsDesign } from '../../state/how.js';
import { NumberButton } from '../../ui/number-button.js';
import classes from './compare.module.css';
import type { Entry } from './entries.js';

type Input = Pick<InputDifference, 'part' | 'path'>;

/** The first of the designs that has the input; null where none has, or where it is no single input (all network tiers). */
function ownerOf({ part, path }: Input, designs: readonly Entry[]): Entry | null {
  if (fieldAt(part, path) === undefined) return null;
  return designs.find(({ design }) => valueAt(design[part], path) !== undefined) ?? null;
}

/** Attributes of what is drawn for an input: a click explains it, in the first of the designs that has it. */
export function askedInput(input: Input | undefined, designs: readonly Entry[]) {
  const owner = input === undefined ? null : ownerOf(input, designs);
  if (input === undefined || owner === null) return {};
  return {
    ref: showsDesign(owner.other),
    'data-how': inputId(input.part, input.path),
    className: classes['asked'],
  };
}

interface InputNumberProps {
  readonly input: Input;
  /** Those it may be of, the one that counts first. */
  readonly designs: readonly Entry[];
  readonly hint?: string;
  /** The Tab key stops here. */
  readonly alone?: boolean;
  readonly children: ReactNode;
}

/** What says something of an input: pressed, it explains the input. */
export function InputNumber({ input, designs, hint, alone = false, children }: InputNumberProps) {
  const owner = ownerOf(input, designs);
  if (owner === null) return children;
  return (
    <span ref={showsDesign(owner.other)}>
      <NumberButton id={inputId(input.part, input.path)} alone={alone} {...(hint === undefined ? {} : { hint })}>
        {children}
      </NumberButton>
    </span>
  );
}

/** The name of a row for an input, at which the Tab key stops. */
export function InputName({ input, designs, children }: Pick<InputNumberProps, 'input' | 'designs' | 'children'>) {
  const owner = ownerOf(input, designs);
  if (owner === null) return children;
  return (
    <span ref={showsDesign(owner.other)}>
      <button type="button" data-how={inputId(input.part, input.path)}>
        {children}
      </button>
    </span>
  );
}
