/**
 * Where a value sits on a slider's track, and what the next value is. Positions run 0–1. On a log scale
 * that allows 0 the first part of the track is 0 itself, since a log axis never reaches it.
 */
export interface SliderScale {
  readonly low: number;
  readonly high: number;
  readonly scale: 'log' | 'linear';
  /** 0 is allowed, although the log scale starts above it. */
  readonly zero: boolean;
  readonly integer: boolean;
  /** Values are multiples of this. */
  readonly multiple?: number | undefined;
}

/** Share of the track that stands for 0. */
const ZERO_ZONE = 0.06;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const start = (scale: SliderScale): number => (scale.zero && scale.scale === 'log' ? ZERO_ZONE : 0);

/** 0–1; values beyond the slider's ends sit at its ends. */
export function toPosition(value: number, scale: SliderScale): number {
  const { low, high } = scale;
  if (scale.scale === 'linear') return clamp((value - low) / (high - low), 0, 1);
  if (value < low) return scale.zero && value <= 0 ? 0 : start(scale);
  const from = start(scale);
  return clamp(from + (1 - from) * (Math.log(value / low) / Math.log(high / low)), 0, 1);
}

/** The exact value at a position, before rounding. */
export function fromPosition(position: number, scale: SliderScale): number {
  const { low, high } = scale;
  const at = clamp(position, 0, 1);
  if (scale.scale === 'linear') return low + at * (high - low);
  const from = start(scale);
  if (at < from / 2) return 0;
  return low * (high / low) ** (Math.max(0, at - from) / (1 - from));
}

/** About a hundredth of a linear track, a power of ten: 0.05–1 steps by 0.01. */
function linearStep({ low, high }: SliderScale): number {
  return 10 ** Math.round(Math.log10((high - low) / 100));
}

function keepWhole(value: number, scale: SliderScale): number {
  const { multiple } = scale;
  if (multiple !== undefined) return Math.max(multiple, Math.round(value / multiple) * multiple);
  return scale.integer ? Math.round(value) : value;
}

/** A value as dragging leaves it: three significant digits (four when fine), whole where it must be. */
export function roundDragged(value: number, scale: SliderScale, fine = false): number {
  if (scale.scale === 'linear') {
    const step = linearStep(scale) / (fine ? 10 : 1);
    return clamp(keepWhole(Number((Math.round(value / step) * step).toPrecision(12)), scale), scale.low, scale.high);
  }
  return keepWhole(Number(value.toPrecision(fine ? 4 : 3)), scale);
}

export type StepSize = 'fine' | 'small' | 'large';
const SHARE: Readonly<Record<StepSize, number>> = { fine: 0.001, small: 0.01, large: 0.1 };

/** The value one step up or down: 0.1, 1 or 10 % of it on a log scale, of the track on a linear one; whole numbers at least 1. */
export function stepValue(value: number, direction: 1 | -1, size: StepSize, scale: SliderScale): number {
  const lowest = Math.min(scale.low, value);
  const highest = Math.max(scale.high, value);
  const least = scale.multiple ?? (scale.integer ? 1 : 0);
  if (scale.scale === 'linear') {
    const delta = Math.max(linearStep(scale) * SHARE[size] * 100, least);
    return clamp(keepWhole(Number((value + direction * delta).toPrecision(12)), scale), lowest, highest);
  }
  if (value <= 0) return direction > 0 ? scale.low : value;
  if (scale.zero && direction < 0 && value <= scale.low) return 0;
  const delta = Math.max(value * SHARE[size], least);
  const next = keepWhole(Number((value + direction * delta).toPrecision(size === 'fine' ? 5 : 4)), scale);
  // Rounding to whole numbers or few digits must not swallow the step.
  const moved = next === value ? keepWhole(value + direction * Math.max(delta, least), scale) : next;
  return clamp(moved, lowest, highest);
}
