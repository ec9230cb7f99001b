import * as z from 'zod/mini';
import type { CollectiveLaw, DesignPart, EfficiencyCurve } from '../core/inputs/design.js';
import type { InputField } from '../core/inputs/field.js';
import { fieldAt } from '../core/inputs/fields.js';
import { LAW, MOST_CURVE_POINTS } from '../core/inputs/allowed.js';
import { grouped } from '../core/quantities/grouped.js';

/** The field a schema is made for. @throws at load when core declares none of that kind: a schema without limits. */
function declared<K extends InputField['kind']>(
  part: DesignPart,
  path: string,
  kind: K,
): Extract<InputField, { kind: K }> {
  const field = fieldAt(part, path);
  if (field?.kind !== kind) throw new Error(`core/inputs declares no ${kind} ${part}.${path}`);
  return field as Extract<InputField, { kind: K }>;
}

/** A number within the limits of its field. */
export function numberLeaf(part: DesignPart, path: string): z.ZodMiniType<number> {
  const field = declared(part, path, 'number');
  const low = field.minExclusive ? z.gt(field.min) : z.gte(field.min);
  const high = field.maxExclusive ? z.lt(field.max) : z.lte(field.max);
  return field.integer ? z.int().check(low, high) : z.number().check(low, high);
}

/** One of the options of its field, which are those of the type `options` comes from. */
export function choiceLeaf<const T extends string>(
  part: DesignPart,
  path: string,
  options: readonly T[],
): z.ZodMiniType<T> {
  const field = declared(part, path, 'choice');
  return z.enum(options.filter((option) => field.options.some(({ value }) => value === option)));
}

/** true or false */
export function switchLeaf(part: DesignPart, path: string): z.ZodMiniType<boolean> {
  declared(part, path, 'switch');
  return z.boolean();
}

const threshold = z.number().check(z.gte(0));
const efficiency = z.number().check(z.gt(0), z.lte(1));

/** An efficiency curve: thresholds fall strictly, to 0, so that every size of work has an efficiency. */
export function curveLeaf(part: DesignPart, path: string): z.ZodMiniType<EfficiencyCurve> {
  declared(part, path, 'curve');
  return z.array(z.tuple([threshold, efficiency])).check(z.minLength(1), z.maxLength(MOST_CURVE_POINTS), fallsToZero);
}

function fallsToZero(payload: z.core.ParsePayload<[number, number][]>): void {
  const curve = payload.value;
  if (curve.length === 0) return;
  const refuse = (index: number, allowed: string): void => {
    const input = curve[index]?.[0];
    payload.issues.push({ code: 'custom', input, path: [index, 0], params: { allowed } });
  };
  curve.forEach(([here], index) => {
    const above = curve[index - 1]?.[0];
    if (above !== undefined && here >= above) refuse(index, `below the threshold before it, ${grouped(above)}`);
  });
  if (curve.at(-1)?.[0] !== 0) refuse(curve.length - 1, '0, because the last threshold covers the smallest work');
}

/** A collective's [scalar, offset]. */
export function lawLeaf(part: DesignPart, path: string): z.ZodMiniType<CollectiveLaw> {
  declared(part, path, 'collective-law');
  const scalar = z.number().check(z.gte(0), z.lte(LAW.mostScalar));
  const offset = z.nullable(z.number().check(z.gte(LAW.leastOffset), z.lte(LAW.mostOffset)));
  return z.tuple([scalar, offset]);
}
