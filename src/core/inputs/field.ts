import type { DesignPart } from './design.js';

/**
 * One input of a design, declared once. The door (zod), the link, the quantity fields on the screen
 * and the messages all read this: a field's path, its unit, what values are allowed, and what it means.
 */
interface FieldBase {
  readonly part: DesignPart;
  /**
   * Path inside the part, as in its Calculon JSON file: `mem1.GBps`, `tensor_par`. `*` stands for a
   * datatype (`matrix.*.tflops`) or a tier index (`networks.*.bandwidth`).
   */
  readonly path: string;
  /** A short label in the field's terms, without unit. */
  readonly label: string;
  /** One plain sentence: what it is, and which way is better where that is not obvious. */
  readonly help: string;
}

/** How the unit of a number is written, and how typed units are read ("4.8T", "4800 GB/s"). */
export type FieldUnit =
  '' | 'GiB' | 'GB/s' | 'TFLOP/s' | 's' | '%' | 'blocks' | 'tokens' | 'samples' | 'processors' | 'endpoints' | 'heads';

export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly unit: FieldUnit;
  readonly integer: boolean;
  /** The smallest value allowed; exclusive when `minExclusive`. */
  readonly min: number;
  readonly minExclusive?: boolean;
  readonly max: number;
  readonly maxExclusive?: boolean;
  /** The range the slider spans; typing goes as far as `min` and `max`. */
  readonly slider: readonly [low: number, high: number];
  readonly scale: 'log' | 'linear';
  /** Well-known values, drawn as marks on the track. */
  readonly landmarks?: readonly { readonly value: number; readonly label: string }[];
}

export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly options: readonly { readonly value: string; readonly label: string; readonly help: string }[];
}

export interface SwitchField extends FieldBase {
  readonly kind: 'switch';
}

/** An efficiency curve: [threshold, efficiency] falling to a threshold of 0. */
export interface CurveField extends FieldBase {
  readonly kind: 'curve';
  readonly thresholdUnit: 'GFLOP' | 'MB';
}

/** The [scalar, offset] of one collective on one tier. */
export interface CollectiveLawField extends FieldBase {
  readonly kind: 'collective-law';
}

export type InputField = NumberField | ChoiceField | SwitchField | CurveField | CollectiveLawField;
