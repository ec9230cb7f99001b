import type { ReactNode } from 'react';
import { showsDesign, type OtherDesign } from '../../state/how.js';
import { NumberButton } from '../../ui/number-button.js';

interface DesignNumberProps {
  /** Whose it is; null for the current design. */
  readonly other: OtherDesign | null;
  /** The quantity or the input that it is. */
  readonly id: string;
  readonly children: ReactNode;
}

/** A number of one of the designs compared: pressed, it says how it comes to be there. */
export function DesignNumber({ other, id, hint, children }: DesignNumberProps & { readonly hint?: string }) {
  return (
    <span ref={showsDesign(other)}>
      <NumberButton id={id} {...(hint === undefined ? {} : { hint })}>
        {children}
      </NumberButton>
    </span>
  );
}

/** The name of a row, at which the Tab key stops: pressed, it explains the quantity of the design the row leads to. */
export function DesignName({ other, id, children }: DesignNumberProps) {
  return (
    <span ref={showsDesign(other)}>
      <button type="button" data-quantity={id}>
        {children}
      </button>
    </span>
  );
}
