/** A value a person may give a study: scalars and lists of them, or a list of pairs (a model and its largest batch). */
export type StudyValue =
  number | string | boolean | readonly number[] | readonly string[] | readonly (readonly [number | string, number])[];

export type FieldKind =
  /** The id of a model or system preset, or `current` for what stands at the left. */
  | 'model'
  | 'system'
  | 'number'
  | 'numbers'
  | 'switch'
  | 'choice'
  | 'choices'
  /** Models with a largest global batch each. */
  | 'workloads'
  /** Memory sizes in GiB with a price each, in dollars. */
  | 'prices';

export interface FieldOption {
  readonly value: string;
  readonly label: string;
  /** Options of one group follow each other; its name stands above them in a long list. */
  readonly group?: string;
}

/** One input of a study, declared once: its editor, its place in a link and its checks read this. */
export interface StudyField<T extends StudyValue = StudyValue> {
  readonly kind: FieldKind;
  readonly label: string;
  readonly help: string;
  /** Written behind the number; empty for a count. */
  readonly unit: string;
  /** The paper's own. */
  readonly initial: T;
  /** What it takes, in words. */
  readonly allowed: string;
  readonly accepts: (value: unknown) => boolean;
  /** Of a choice or choices. */
  readonly options: readonly FieldOption[];
  /** The unit where it depends on the study's other inputs; it then stands for `unit`. */
  readonly unitOf?: (inputs: Readonly<Record<string, StudyValue>>) => string;
  /** What 0 stands for, where it is no amount. */
  readonly zero?: string;
  /** Of a number that is worth a slider, on a logarithmic scale. */
  readonly slider: readonly [min: number, max: number] | null;
}

export type StudyFields = Readonly<Record<string, StudyField>>;

/** The values of a study's fields. */
export type InputsOf<F extends StudyFields> = {
  readonly [K in keyof F]: F[K] extends StudyField<infer T> ? T : never;
};

/** Stands for the model or system at the left of the screen. */
export const CURRENT = 'current';
/** GiB or GB/s so many that no design comes near: the reference's way to write “unlimited”. */
export const UNLIMITED = 99_999_999;

interface Words {
  readonly label: string;
  readonly help: string;
  readonly unit?: string;
  readonly unitOf?: NonNullable<StudyField['unitOf']>;
  readonly zero?: string;
}

const field = <T extends StudyValue>(
  kind: FieldKind,
  words: Words,
  rest: Pick<StudyField<T>, 'initial' | 'allowed' | 'accepts'> & Partial<Pick<StudyField, 'options' | 'slider'>>,
): StudyField<T> => ({ kind, unit: '', options: [], slider: null, ...words, ...rest });

const isText = (value: unknown): boolean => typeof value === 'string' && value.length > 0 && value.length <= 64;
const isWhole = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const isNumber = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && value >= least && value <= most;
const isListOf = (value: unknown, mostItems: number, accepts: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.length <= mostItems && value.every(accepts);
const noRepeats = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

const MOST_ITEMS = 64;

/** A capacity may be typed in GB, of which hardly any is a whole number of GiB. */
const isMemory = ({ unit }: Words): boolean => unit === 'GiB';

export const modelField = (initial: string, words: Partial<Words> = {}): StudyField<string> =>
  field(
    'model',
    { label: 'Model', help: 'A preset, or the model at the left.', ...words },
    {
      initial,
      allowed: `the id of a model preset, or ${CURRENT}`,
      accepts: isText,
    },
  );

export const systemField = (initial: string, words: Partial<Words> = {}): StudyField<string> =>
  field(
    'system',
    { label: 'System', help: 'A preset, or the hardware at the left.', ...words },
    {
      initial,
      allowed: `the id of a system preset, or ${CURRENT}`,
      accepts: isText,
    },
  );

/** A number; whole unless `fraction` is set. */
export function numberField(
  initial: number,
  least: number,
  most: number,
  words: Words & { readonly fraction?: boolean; readonly slider?: readonly [number, number] },
): StudyField<number> {
  const { fraction = isMemory(words), slider = null, ...rest } = words;
  return field('number', rest, {
    initial,
    slider,
    allowed: `${fraction ? 'a number' : 'a whole number'} from ${least} to ${most}`,
    accepts: (value) => (fraction ? isNumber(value, least, most) : isWhole(value, least, most)),
  });
}

/** Some numbers, whole unless they are amounts of memory. */
export const numbersField = (
  initial: readonly number[],
  least: number,
  most: number,
  words: Words,
): StudyField<readonly number[]> => {
  const accepts = isMemory(words) ? isNumber : isWhole;
  return field('numbers', words, {
    initial,
    allowed: `up to ${MOST_ITEMS} different ${isMemory(words) ? '' : 'whole '}numbers from ${least} to ${most}`,
    accepts: (value) =>
      isListOf(value, MOST_ITEMS, (item) => accepts(item, least, most)) && noRepeats(value as readonly unknown[]),
  });
};

export const switchField = (initial: boolean, words: Words): StudyField<boolean> =>
  field('switch', words, {
    initial,
    allowed: 'true or false',
    accepts: (value) => typeof value === 'boolean',
  });

/** More options than these are not all named where one is wrong: the field has a list of them. */
const MOST_NAMED = 12;
function wordsOf(options: readonly FieldOption[]): string {
  const named = options.slice(0, MOST_NAMED).map(({ value }) => value);
  const more = options.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

export const choiceField = <T extends string>(
  initial: T,
  options: readonly (FieldOption & { readonly value: T })[],
  words: Words,
): StudyField<T> =>
  field('choice', words, {
    initial,
    options,
    allowed: `one of ${wordsOf(options)}`,
    accepts: (value) => options.some((option) => option.value === value),
  });

/** Some of a few options, at least one. */
export const choicesField = (
  initial: readonly string[],
  options: readonly FieldOption[],
  words: Words,
): StudyField<readonly string[]> =>
  field('choices', words, {
    initial,
    options,
    allowed: `at least one of ${wordsOf(options)}`,
    accepts: (value) =>
      isListOf(value, options.length, (item) => options.some((option) => option.value === item)) &&
      noRepeats(value as readonly unknown[]),
  });

/** Models with a largest global batch each. */
export const workloadsField = (
  initial: readonly (readonly [string, number])[],
  words: Words,
): StudyField<readonly (readonly [string, number])[]> =>
  field('workloads', words, {
    initial,
    allowed: 'one to six models, each with a largest batch of 1 to 1,000,000 samples',
    accepts: (value) =>
      isListOf(
        value,
        6,
        (item) => Array.isArray(item) && item.length === 2 && isText(item[0]) && isWhole(item[1], 1, 1_000_000),
      ) && noRepeats((value as readonly (readonly [string, number])[]).map(([model]) => model)),
  });

/** Memory sizes with a price each. */
export const pricesField = (
  initial: readonly (readonly [number, number])[],
  words: Words,
): StudyField<readonly (readonly [number, number])[]> =>
  field('prices', words, {
    initial,
    allowed: 'one to twelve sizes of 0 to 1,000,000 GiB, each with a price of 0 to 10,000,000 $',
    accepts: (value) =>
      isListOf(
        value,
        12,
        (item) =>
          Array.isArray(item) &&
          item.length === 2 &&
          isNumber(item[0], 0, 1_000_000) &&
          isNumber(item[1], 0, 10_000_000),
      ) && noRepeats((value as readonly (readonly [number, number])[]).map(([size]) => size)),
  });
