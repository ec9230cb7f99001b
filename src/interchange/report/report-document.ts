/**
 * A report as data: what it says, and nothing of how it is written. Every text may hold whatever a person typed; the
 * writers (`write-html.ts`, `write-markdown.ts`) escape all of it.
 */
export interface ReportDocument {
  /** "Design report", "Comparison". */
  readonly kind: string;
  readonly title: string;
  /** What it is about, in one line. */
  readonly line: string;
  readonly facts: readonly Fact[];
  /** The address that the running head of a printed page names. */
  readonly link: string;
  readonly opening: readonly Block[];
  readonly sections: readonly Section[];
  /** The last words. */
  readonly footer: string;
}

export interface Section {
  /** Of the letters a–z and "-"; the anchor of its heading. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** To look things up in: it starts a page of its own. */
  readonly reference?: boolean;
}

export interface Link {
  readonly text: string;
  /** Written as a link when it begins with http: or https:, as plain text otherwise. */
  readonly href: string;
}
export type Span = string | Link;

export interface Fact {
  readonly term: string;
  readonly spans: readonly Span[];
}

export type Block = Heading | Paragraph | List | Facts | Verdict | KeyFigures | Table | Figure;

export interface Heading {
  readonly kind: 'heading';
  readonly text: string;
}
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly spans: readonly Span[];
}
export interface List {
  readonly kind: 'list';
  readonly items: readonly (readonly Span[])[];
}
export interface Facts {
  readonly kind: 'facts';
  readonly facts: readonly Fact[];
}

export interface Verdict {
  readonly kind: 'verdict';
  readonly tone: 'good' | 'bad';
  /** "Feasible", "Infeasible: 2 limits broken". */
  readonly title: string;
  readonly text: string;
}

/** The few numbers to read first. */
export interface KeyFigures {
  readonly kind: 'key-figures';
  readonly caption: string;
  readonly figures: readonly KeyFigure[];
}
export interface KeyFigure {
  readonly label: string;
  /** With its unit, three digits. */
  readonly value: string;
  /** With its unit, in full. */
  readonly exact: string;
  /** "of 80.0 GiB, 22 %", or nothing. */
  readonly note: string;
  readonly bad?: boolean;
}

export interface Column {
  readonly header: string;
  readonly numeric?: boolean;
  /** Explains the row: smaller, and narrow enough to leave the others their room. */
  readonly quiet?: boolean;
}
export interface Cell {
  readonly text: string;
  /** Said under the text, quieter. */
  readonly note?: string;
  readonly paint?: Paint;
  /** It is what the eye should find in the row. */
  readonly marked?: boolean;
}
export interface RowGroup {
  /** Stands above its rows; null for none. */
  readonly title: string | null;
  readonly rows: readonly (readonly Cell[])[];
}
export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly groups: readonly RowGroup[];
  readonly totals?: readonly (readonly Cell[])[];
}

/** A colour of the chart's palette, `#rrggbb`, with the ink that reads on it. */
export interface Paint {
  readonly fill: string;
  readonly ink: string;
  readonly hatched?: boolean;
}
export type Palette = Readonly<Record<string, Paint>>;

interface FigureBase {
  readonly kind: 'figure';
  /** What the figure shows, as a sentence. */
  readonly title: string;
  readonly subtitle: string;
  readonly unit: 'seconds' | 'bytes';
}

export interface StackSegment {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly paint: Paint;
}
export interface Stack {
  readonly label: string;
  /** The total, and what it is held against. */
  readonly text: string;
  /** Null where there are no numbers. */
  readonly total: number | null;
  readonly segments: readonly StackSegment[];
  /** Where a line marks what there is room for. */
  readonly limit: number | null;
}
/** Bars of parts, all on one scale or each on its own. */
export interface StackFigure extends FigureBase {
  readonly form: 'stacks';
  readonly scale: 'shared' | 'own';
  readonly stacks: readonly Stack[];
}

export interface Level {
  readonly label: string;
  readonly value: number;
  readonly text: string;
}
/** From one total to another by steps that add up. */
export interface WaterfallFigure extends FigureBase {
  readonly form: 'waterfall';
  readonly from: Level;
  readonly to: Level;
  readonly steps: readonly StackSegment[];
}
/** Bars to the left and right of nothing. */
export interface EffectFigure extends FigureBase {
  readonly form: 'effects';
  readonly effects: readonly Level[];
}
export type Figure = StackFigure | WaterfallFigure | EffectFigure;

/** A cell that is text only. */
export const cell = (text: string): Cell => ({ text });

export const paragraph = (...spans: readonly Span[]): Paragraph => ({ kind: 'paragraph', spans });
