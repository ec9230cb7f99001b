/** What is wrong with one place of a file. */
export interface Problem {
  /** Where: `networks.1.bandwidth`; empty for the file as a whole. */
  readonly path: string;
  /** What stands there, shortened; empty when nothing does. */
  readonly value: string;
  /** What may stand there, in words. */
  readonly allowed: string;
  /** One whole sentence that says all of this. */
  readonly message: string;
}

/** What a reader gives: the value, or everything that is wrong. Readers never throw. */
export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

const LONGEST_VALUE = 40;

/** A value as a message shows it: short, on one line, and never deeper than its surface. */
export function shownValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) {
    const flat = value.length <= 4 && value.every((item) => typeof item !== 'object' || item === null);
    return flat ? `[${value.map(shownValue).join(', ')}]` : `a list of ${value.length}`;
  }
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'string') return `"${shortened(value)}"`;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'null';
}

/** A name or text from a file, cut to fit a message. */
export function shortened(text: string): string {
  // control characters, line breaks and text direction marks would garble the message
  const plain = text.slice(0, 4 * LONGEST_VALUE).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '·');
  if (plain.length <= LONGEST_VALUE) return plain;
  return `${plain.slice(0, LONGEST_VALUE - 1).replace(/\p{Cs}$/u, '')}…`;
}

/** What a file has where a schema found fault; undefined where nothing stands. */
export function foundAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], input);
}

/** A problem with what stands at a path. */
export function problemAt(path: string, value: unknown, allowed: string): Problem {
  const where = path === '' ? 'The file' : shortened(path);
  const message =
    value === undefined
      ? `${where} is missing; it must be ${allowed}.`
      : `${where} is ${shownValue(value)}, but must be ${allowed}.`;
  return { path, value: value === undefined ? '' : shownValue(value), allowed, message };
}

/** A problem with the file as a whole. */
export function fileProblem(message: string, allowed: string): Problem {
  return { path: '', value: '', allowed, message };
}
