import type { Design, DesignPart } from '../inputs/design.js';

/** One input that designs differ in, with what each of them has there, in the order of the designs. */
export interface InputDifference {
  readonly part: DesignPart;
  /** As in the part's Calculon file: `mem1.GBps`, `networks.1.bandwidth`; `networks` where the tiers are not as many. */
  readonly path: string;
  /** As typed; undefined where a design has nothing there (a datatype that another system has). */
  readonly values: readonly unknown[];
}

const PARTS: readonly DesignPart[] = ['model', 'system', 'strategy'];

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** The tiers of a network are looked into; a curve or a law, whose items are no records, is one input. */
const isTiers = (value: unknown): value is readonly Fields[] => Array.isArray(value) && value.every(isRecord);

function below(values: readonly unknown[]): readonly string[] | null {
  if (values.every(isRecord)) return [...new Set(values.flatMap((value) => Object.keys(value)))];
  if (!values.every(isTiers) || new Set(values.map((tiers) => tiers.length)).size > 1) return null;
  return Object.keys(values[0] ?? []);
}

/** Every input in which not all of the designs are the same, part by part. */
export function inputDifferences(designs: readonly Design[]): readonly InputDifference[] {
  const found: InputDifference[] = [];
  const walk = (part: DesignPart, path: string, values: readonly unknown[]): void => {
    if (values.every((value) => value === values[0])) return;
    const keys = below(values);
    if (keys !== null) {
      for (const key of keys) {
        const items = values.map((value) => (value as Fields)[key]);
        walk(part, path === '' ? key : `${path}.${key}`, items);
      }
    } else if (new Set(values.map((value) => JSON.stringify(value))).size > 1) found.push({ part, path, values });
  };
  for (const part of PARTS) {
    walk(
      part,
      '',
      designs.map((design) => design[part]),
    );
  }
  return found;
}

/** A copy of `design` that has at the inputs what the `which`-th of the compared designs has there. */
export function withInputsOf(design: Design, inputs: readonly InputDifference[], which: number): Design {
  return inputs.reduce<Design>(
    (made, { part, path, values }) => ({ ...made, [part]: placed(made[part], path.split('.'), values[which]) }),
    design,
  );
}

function placed(container: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(container)) {
    return container.map((item: unknown, index) => (index === Number(key) ? placed(item, rest, value) : item));
  }
  const fields = isRecord(container) ? container : {};
  const after = placed(fields[key], rest, value);
  if (after !== undefined) return { ...fields, [key]: after };
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));
}
