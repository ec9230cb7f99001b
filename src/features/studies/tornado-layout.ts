import type { TornadoFigure } from '../../core/studies/figure.js';

/** Where the parts of a tornado lie, in CSS pixels. */
export interface TornadoLayout {
  /** Height of a row, and of each of its bars. */
  readonly row: number;
  readonly bar: number;
  /** Height of a row's name above its bars, where there is no room beside them; else 0. */
  readonly nameLine: number;
  /** Room above the rows for the names of the columns. */
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly height: number;
  readonly x: (elasticity: number) => number;
  /** Least and most of the axis. */
  readonly ends: readonly [number, number];
  /** Right edge of each column of gains. */
  readonly gains: readonly number[];
  readonly gainWidth: number;
}

const NAMES = 196;
const GAIN = { wide: 92, slim: 78 } as const;
/** Room of a number at the end of a bar. */
const FIGURE = 46;
const AXIS = 40;
const TOP = 34;
const SLIM = 640;
/** Narrower than this, as a phone is, names beside the bars would leave these no room. */
const STACKED = 480;
const NAME_LINE = 16;

/** The axis reaches what is largest, to either side, and is the same for all bars. */
export function tornadoLayout({ rows, modes }: TornadoFigure, width: number): TornadoLayout {
  const bar = modes.length > 1 ? 12 : 16;
  const nameLine = width < STACKED ? NAME_LINE : 0;
  const row = modes.length * bar + 12 + nameLine;
  const gainWidth = width < SLIM ? GAIN.slim : GAIN.wide;
  const values = rows.flatMap(({ elasticities }) => elasticities.flatMap(({ value }) => value ?? []));
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const ends = most > least ? ([least, most] as const) : ([0, 1] as const);
  const left = nameLine > 0 ? 0 : Math.min(NAMES, width * 0.4);
  const right = Math.max(left + 1, width - gainWidth * modes.length - 12);
  // the numbers stand beyond the ends of their bars
  const room = Math.max(1, right - left - FIGURE - (least < 0 ? FIGURE : 0));
  const start = left + (least < 0 ? FIGURE : 0);
  const bottom = TOP + Math.max(1, rows.length) * row;
  return {
    row,
    bar,
    nameLine,
    top: TOP,
    left,
    right,
    bottom,
    height: bottom + AXIS,
    ends,
    x: (value) => start + ((value - ends[0]) / (ends[1] - ends[0])) * room,
    gains: modes.map((_, at) => width - gainWidth * (modes.length - 1 - at) - 8),
    gainWidth,
  };
}
