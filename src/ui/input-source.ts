import { createContext, useContext } from 'react';
import type { QuantityLimits } from './quantity-limits.js';
import type { Landmark } from './quantity-slider.js';

interface DeclarationBase {
  readonly label: string;
  readonly help: string;
}

/** What an input is, as far as a widget needs to know. */
export type InputDeclaration = DeclarationBase &
  (
    | (QuantityLimits & {
        readonly kind: 'number';
        readonly slider: readonly [low: number, high: number];
        readonly scale: 'log' | 'linear';
        readonly landmarks?: readonly Landmark[] | undefined;
      })
    | {
        readonly kind: 'choice';
        readonly options: readonly { readonly value: string; readonly label: string; readonly help: string }[];
      }
    | { readonly kind: 'switch' }
    | { readonly kind: 'curve'; readonly thresholdUnit: string }
    | { readonly kind: 'collective-law' }
  );

/**
 * Where bound fields find their declarations and values. The app hands in one that reads its store; a field
 * subscribes to its own value only, so dragging one renders one.
 */
export interface InputSource {
  declaration(part: string, path: string): InputDeclaration | undefined;
  /** A hook: the value now. */
  useValue(part: string, path: string): unknown;
  /** A hook: the value the part started from; undefined when it had none. */
  useBase(part: string, path: string): unknown;
  /** A hook: what the part started from, by name. */
  useBaseName(part: string): string;
  edit(part: string, path: string, value: unknown, options: { readonly commit: boolean }): void;
  commit(): void;
  reset(part: string, path: string): void;
  same(left: unknown, right: unknown): boolean;
}

export const InputSourceContext = createContext<InputSource | null>(null);

/** @throws when no source was provided above. */
export function useInputSource(): InputSource {
  const source = useContext(InputSourceContext);
  if (source === null) throw new Error('An InputSourceContext has to be provided above a bound field.');
  return source;
}
