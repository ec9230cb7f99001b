import type { QuantityUnit } from '../quantities/quantity.js';

/** Units of a study's numbers: those of the quantities, and what only studies count. */
export type FigureUnit = QuantityUnit | 'dollars' | 'per-100M-dollars' | 'processors' | 'percent' | 'none';

/**
 * The id of the quantity that numbers of points are, each of its own design: it says how they come to be. Left out where a
 * number is put together from several points, or is none of a design.
 */
export type ShownQuantity = string;

/** A number the paper printed. */
export interface Published {
  /** As printed: `248`, `70.3/78`. */
  readonly text: string;
  /** Ours, written to the same digits. */
  readonly ours: string;
}

/** One number of a figure. */
export interface Cell {
  /** The point whose finding this is; null where the number is not of a point. */
  readonly key: string | null;
  /** `none`: the cell has no question (no such combination). */
  readonly state: 'pending' | 'value' | 'infeasible' | 'none';
  /** In the unit of its figure or column; null unless `value`. */
  readonly value: number | null;
  /** As written in the cell. */
  readonly text: string;
  /** Where it is not that of its figure or column. */
  readonly quantity?: ShownQuantity;
  readonly published?: Published;
}

interface Common {
  /** Stable within the study. */
  readonly id: string;
  /** What the figure says, of these numbers; before there are any, what it will show. */
  readonly finding: string;
  /** What is drawn. */
  readonly subtitle: string;
}

export interface Axis {
  readonly label: string;
  readonly unit: FigureUnit;
  readonly quantity?: ShownQuantity;
  readonly scale: 'linear' | 'log';
  /** The values to name along it, where they are few; round ones where it is left out. */
  readonly ticks?: readonly number[];
}

export interface HeatmapFigure extends Common {
  readonly kind: 'heatmap';
  readonly rows: { readonly label: string; readonly values: readonly string[] };
  readonly columns: { readonly label: string; readonly values: readonly string[] };
  /** By row, then column. */
  readonly cells: readonly (readonly Cell[])[];
  /** Figures of one study with the same scale share their colours. */
  readonly scale: {
    readonly id: string;
    readonly label: string;
    readonly unit: FigureUnit;
    readonly quantity?: ShownQuantity;
    readonly lowIsGood: boolean;
  };
  /** The region each cell belongs to, as an index of `regions`, −1 for none: boundaries are drawn between regions. */
  readonly regionOf?: readonly (readonly number[])[];
  readonly regions?: readonly { readonly label: string; readonly cells: number }[];
}

export interface CurvePoint {
  readonly x: number;
  /** Infinity where there is no end to it; not a number where there is none, and the line is broken. */
  readonly y: number;
  readonly key: string | null;
  readonly published?: Published;
}

export interface Curve {
  readonly id: string;
  readonly label: string;
  readonly style: 'points' | 'line' | 'dashed' | 'dotted';
  /** Curves of one colour belong together: an index into a qualitative palette. */
  readonly colour: number;
  /** By rising x. */
  readonly points: readonly CurvePoint[];
  /** Stretches of x where y is infinite. */
  readonly infinite?: readonly (readonly [from: number, to: number])[];
  /** Stretches of x where nothing fits, by rising x. */
  readonly infeasible?: readonly InfeasibleStretch[];
}

export interface InfeasibleStretch {
  readonly from: number;
  readonly to: number;
  /** A word or two, drawn: “HBM full”. */
  readonly label: string;
  /** The whole reason at its first value. */
  readonly detail: string;
}

export interface CurveMark {
  readonly x: number;
  readonly y: number;
  /** A word or two, drawn. */
  readonly label: string;
  /** The whole explanation. */
  readonly detail: string;
  /** The points on either side. */
  readonly keys: readonly string[];
  readonly colour: number;
}

export interface CurvesFigure extends Common {
  readonly kind: 'curves';
  readonly x: Axis;
  readonly y: Axis;
  readonly curves: readonly Curve[];
  readonly marks: readonly CurveMark[];
  /** Where the input is now. */
  readonly now?: { readonly x: number; readonly label: string };
  /** What there is to know of the figure, a sentence each. */
  readonly notes?: readonly string[];
}

export interface StackBar {
  readonly label: string;
  readonly key: string | null;
  readonly state: Cell['state'];
  /** By quantity id of the registry, in SI units, bottom first; empty unless `value`. */
  readonly time: readonly (readonly [quantityId: string, value: number])[];
  readonly memory: readonly (readonly [quantityId: string, value: number])[];
}

/** Stacked bars of time over stacked bars of memory. */
export interface StacksFigure extends Common {
  readonly kind: 'stacks';
  readonly axis: string;
  readonly bars: readonly StackBar[];
  /** Bytes of tier 1 to draw as a limit; null for none. */
  readonly memoryLimit: number | null;
}

export interface BarsFigure extends Common {
  readonly kind: 'bars';
  readonly x: { readonly label: string; readonly values: readonly string[] };
  /** One panel each, with its own axis. */
  readonly series: readonly {
    readonly id: string;
    readonly label: string;
    readonly unit: FigureUnit;
    readonly quantity?: ShownQuantity;
    readonly cells: readonly Cell[];
  }[];
  /** Indices of bars to mark. */
  readonly marked: readonly number[];
}

export interface TableColumn {
  readonly id: string;
  readonly label: string;
  readonly unit: FigureUnit;
  readonly quantity?: ShownQuantity;
}

export interface TableFigure extends Common {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly Cell[]; readonly marked: boolean }[];
}

/** One number that the rate follows, with a cell for each mode. */
export interface TornadoRow {
  readonly id: string;
  readonly label: string;
  /** What it is now, with its unit. */
  readonly value: string;
  /** Percent change of the rate for one percent more of the number; negative where less is better. */
  readonly elasticities: readonly Cell[];
  /** Share of the rate gained with the number improved. */
  readonly gains: readonly Cell[];
  /** Where an improvement ends before it is as good as the figure says: “capped at 100 %”; empty where it does not. */
  readonly capped: string;
  /** Why it counts for nothing, or is measured to one side only; empty for neither. */
  readonly note: string;
  /** The number to buy. */
  readonly marked: boolean;
}

/** Horizontal bars about zero, sorted, with what each number would gain improved beside them. */
export interface TornadoFigure extends Common {
  readonly kind: 'tornado';
  /** What the rows are: “Hardware number”. */
  readonly names: string;
  /** What the bars are, with the unit: “Percent of the rate for one percent more”. */
  readonly axis: string;
  /** What the gains are: “2× as good”. */
  readonly gain: string;
  /** A bar of each row for each of them. */
  readonly modes: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly TornadoRow[];
  /** Those that count for nothing: in the table, not among the bars. */
  readonly nil: readonly TornadoRow[];
  /** The same in a line: which, and why. */
  readonly nilText: string;
}

export type StudyFigure = HeatmapFigure | CurvesFigure | StacksFigure | BarsFigure | TableFigure | TornadoFigure;
