import { createContext, useContext } from 'react';
import type { QuantityLimits } from './quantity-limits.js';
import type { Landmark } from './quantity-slider.js';

interface DeclarationBase {
  readonly label: string;
  readonly help: string;
}

/** What the two numbers of a law of a collective may be. */
export interface LawLimits {
  readonly mostScalar: number;
  readonly leastOffset: number;
  readonly mostOffset: number;
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
    | { readonly kind: 'curve'; readonly thresholdUnit: string; readonly mostPoints: number }
    | { readonly kind: 'collective-law'; readonly limits: LawLimits }
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
  /** A hook: how many inputs at or beneath these paths differ from what the part started from, as far as that has them. */
  useChanges(part: string, paths: readonly string[]): number;
  edit(part: string, path: string, value: unknown, options: { readonly commit: boolean }): void;
  commit(): void;
  reset(part: string, paths: readonly string[]): void;
  same(left: unknown, right: unknown): boolean;
}

export const InputSourceContext = createContext<InputSource | null>(null);

/** @throws when no source was provided above. */
export function useInputSource(): InputSource {
  const source = useContext(InputSourceContext);
  if (source === null) throw new Error('An InputSourceContext has to be provided above a bound field.');
  return source;
}
