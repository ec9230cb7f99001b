import { grouped } from '../quantities/grouped.js';
import { ticksOf } from './co-design-inputs.js';
import { forbidden } from './sweep-input.js';
import type { SweptInput } from './sweep-input.js';
import type { SweepInputs } from './sweep-inputs.js';

/** The axis of a sweep. */
export interface SweepAxis {
  readonly low: number;
  readonly high: number;
  readonly scale: 'linear' | 'log';
  /** Rising, each once, all of them allowed. */
  readonly values: readonly number[];
  /** What became of the even steps that are not allowed, in a sentence; empty for none. */
  readonly leftOut: string;
}

/** Neighbours on the axis that differ by less are as good as one. */
const CLOSE = 0.01;
/** Whole numbers that are tried for one step, the roundest first. */
const MOST_TRIES = 400;
/** Larger ratios of the ends are better seen on a logarithmic axis. */
const WIDE = 20;
const RATES: ReadonlySet<string> = new Set(['GB/s', 'GiB', 'TFLOP/s', 's']);

/** The ends of the axis, within what the input may be. */
export function sweepEnds({ from, to }: SweepInputs, { value, field }: SweptInput): readonly [number, number] {
  const { integer, min, max, maxExclusive, scale, slider } = field;
  // a share below one: the nearest that a field of shares allows in four digits
  const most = maxExclusive === true ? max * 0.9999 : max;
  // a quarter of nothing is nothing, and of a tier there is none
  const isSmall = scale === 'linear' && (integer || value === 0);
  const least = integer ? Math.max(1, min) : 0;
  const low = isSmall ? min : Math.max(least, value / 4);
  const high = isSmall ? slider[1] : value * 4;
  return [from > 0 ? from : low, Math.min(most, to > 0 ? to : high)];
}

function sweepScale({ field }: SweptInput, low: number, high: number): SweepAxis['scale'] {
  if (!(low > 0)) return 'linear';
  const isDegree = field.part === 'strategy' && field.scale === 'log';
  return high / low > WIDE || RATES.has(field.unit) || isDegree ? 'log' : 'linear';
}

const between = (a: number, b: number, scale: SweepAxis['scale'], share = 0.5): number =>
  scale === 'log' ? a * (b / a) ** share : a + (b - a) * share;

/** Even steps along the axis, as they would be without rules. */
function evenSteps(low: number, high: number, steps: number, scale: SweepAxis['scale']): readonly number[] {
  if (scale === 'log') return ticksOf(low, high, steps, false);
  return Array.from({ length: steps }, (_, i) => Number(between(low, high, 'linear', i / (steps - 1)).toPrecision(4)));
}

/** The whole numbers of a range from the roundest in the binary system, the nearest to the middle first of equals. */
function* roundest(low: number, high: number): Generator<number> {
  const middle = (low + high) / 2;
  let left = MOST_TRIES;
  if (low <= 0) yield 0;
  for (let step = 2 ** Math.floor(Math.log2(Math.max(1, high))); step >= 1; step /= 2) {
    const some: number[] = [];
    for (
      let each = Math.max(step, Math.ceil(low / step) * step);
      each <= high && some.length <= MOST_TRIES;
      each += step
    )
      if ((each / step) % 2 === 1) some.push(each);
    some.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    for (const each of some) {
      if (left-- <= 0) return;
      yield each;
    }
  }
}

/** The roundest whole number of a range that is allowed, or what the input is now; null for none. */
function allowedWithin(input: SweptInput, low: number, high: number): number | null {
  if (input.value >= low && input.value <= high) return input.value;
  for (const each of roundest(low, high)) if (forbidden(input, each) === null) return each;
  return null;
}

/**
 * The values along the axis: even steps, and what the input is now. Whole numbers are the ends and the roundest that the
 * rules allow near each step.
 */
export function sweepAxis(inputs: SweepInputs, input: SweptInput): SweepAxis {
  const [low, high] = sweepEnds(inputs, input);
  const scale = sweepScale(input, low, high);
  const even = high > low ? evenSteps(low, high, inputs.steps, scale) : [];
  const edge = (i: number): number => between(even[i] as number, even[i + 1] as number, scale);
  const take = (of: (step: number, from: number, to: number) => number | null): readonly number[] => {
    const taken = even.map((step, i) => of(step, i === 0 ? low : edge(i - 1), i === even.length - 1 ? high : edge(i)));
    return [...new Set(taken.flatMap((value) => value ?? []))].toSorted((a, b) => a - b);
  };
  if (!input.field.integer) return { low, high, scale, values: withOwn(even, input.value), leftOut: '' };
  const isAllowed = (value: number): boolean => forbidden(input, value) === null;
  const all = wholeWithin(low, high, MOST_TRIES).filter(isAllowed);
  const values =
    high - low < MOST_TRIES && all.length <= inputs.steps
      ? all
      : take((step, from, to) =>
          (step === even[0] || step === even.at(-1)) && isAllowed(step) ? step : allowedWithin(input, from, to),
        );
  return { low, high, scale, values, leftOut: leftOutText(input, even) };
}

/** Rising values with one that lies between them; a step that is as good as it gives way. */
function withOwn(values: readonly number[], own: number): readonly number[] {
  const others = values.filter((value) => Math.abs(value - own) > CLOSE * 0.1 * own);
  const isWithin = own >= (values[0] ?? own) && own <= (values.at(-1) ?? own);
  return isWithin ? [...others, own].toSorted((a, b) => a - b) : values;
}

/** Whole numbers of a range, the first so many. */
function wholeWithin(low: number, high: number, most: number): readonly number[] {
  const first = Math.ceil(low);
  return Array.from({ length: Math.max(0, Math.min(most, Math.floor(high) - first + 1)) }, (_, i) => first + i);
}

/** Which of the even steps the rules forbid, with the reason of the first. */
function leftOutText(input: SweptInput, even: readonly number[]): string {
  const steps = [...new Set(even.map(Math.round))];
  const reasons = steps.flatMap((value) => {
    const why = forbidden(input, value);
    return why === null ? [] : [[value, why] as const];
  });
  const [first] = reasons;
  if (first === undefined) return '';
  const names = reasons.map(([value]) => grouped(value)).slice(0, 6);
  const rest = reasons.length > names.length ? ` and ${reasons.length - names.length} more` : '';
  return `Allowed values only, the roundest near each step. Left out: ${names.join(', ')}${rest}; ${grouped(first[0])}: ${first[1]}`;
}

/** A value between two neighbours, or null where they are close or have none between them. */
export function valueBetween(input: SweptInput, { scale, low, high }: SweepAxis, a: number, b: number): number | null {
  // near zero no share is small enough
  if (b - a <= CLOSE * b || (scale === 'linear' && b - a <= (CLOSE / 50) * (high - low))) return null;
  const at = (share: number): number => between(a, b, scale, share);
  if (!input.field.integer) {
    const value = Number(at(0.5).toPrecision(6));
    return value > a && value < b ? value : null;
  }
  if (b - a < 2) return null;
  return allowedWithin(input, at(0.25), at(0.75)) ?? allowedWithin(input, a + 1, b - 1);
}
