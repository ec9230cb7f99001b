import { useCallback } from 'react';
import { useInputSource, type InputDeclaration } from './input-source.js';

export interface BoundProps {
  readonly part: string;
  readonly path: string;
  /** Shorter than the declared label, where the group already says the rest. */
  readonly label?: string | undefined;
  /** The label where it would not be clear alone: "Tier 0 bandwidth". */
  readonly fullLabel?: string | undefined;
}

export interface BoundField<K extends InputDeclaration['kind']> {
  readonly declaration: Extract<InputDeclaration, { kind: K }>;
  readonly label: string;
  readonly fullLabel: string;
  readonly value: unknown;
  readonly base: unknown;
  readonly baseName: string;
  /** Names the input in the page. */
  readonly field: string;
  readonly changed: boolean;
  readonly onChange: (value: unknown, options: { readonly commit: boolean }) => void;
  readonly onCommit: () => void;
  readonly onReset: () => void;
}

/**
 * One input of the source: its declaration, value, base and callbacks that stay the same between renders.
 *
 * @throws when the path is not declared, or declared as another kind of input.
 */
export function useBoundField<K extends InputDeclaration['kind']>(
  kind: K,
  { part, path, label, fullLabel }: BoundProps,
): BoundField<K> {
  const source = useInputSource();
  const declaration = source.declaration(part, path);
  if (declaration?.kind !== kind) throw new Error(`${part} ${path} is not declared as a ${kind}.`);
  const value = source.useValue(part, path);
  const base = source.useBase(part, path);
  const baseName = source.useBaseName(part);
  const onChange = useCallback(
    (next: unknown, options: { readonly commit: boolean }) => source.edit(part, path, next, options),
    [source, part, path],
  );
  const onCommit = useCallback(() => source.commit(), [source]);
  const onReset = useCallback(() => source.reset(part, [path]), [source, part, path]);
  return {
    declaration: declaration as Extract<InputDeclaration, { kind: K }>,
    label: label ?? declaration.label,
    fullLabel: fullLabel ?? declaration.label,
    value,
    base,
    baseName,
    field: `${part} ${path}`,
    changed: base !== undefined && !source.same(base, value),
    onChange,
    onCommit,
    onReset,
  };
}
