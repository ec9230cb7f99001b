import type { Design, DesignPart } from '../../core/inputs/design.js';
import type { Palette } from './report-document.js';

/** Where numbers of a preset come from. */
export interface NamedSource {
  readonly title: string;
  readonly url: string;
}

/** What a part of a design started from. */
export interface PartOrigin {
  readonly name: string;
  /** The revision of a preset; null for an opened file. */
  readonly revision: number | null;
  readonly notes: string;
  readonly sources: readonly NamedSource[];
  /** Its values, to which those of the design are held; as in the part's Calculon file. */
  readonly value: Design[DesignPart];
}
export type Origins = Readonly<Record<DesignPart, PartOrigin>>;

/** Bandwidth that would hide one kind of traffic, and what there is, as the screen says it. */
export interface BandwidthLine {
  readonly label: string;
  readonly carrier: string;
  readonly needed: string;
  readonly there: string;
  /** "+410 GB/s (2.30× the need)". */
  readonly slack: string;
  /** "met", "short 1.52×", "off". */
  readonly state: string;
  readonly short: boolean;
}

/** What the screen says of an evaluated design: the same words stand in its report. */
export interface Findings {
  readonly time: string;
  readonly memory: string;
  readonly bandwidth: string;
  readonly bandwidths: readonly BandwidthLine[];
  /** What stays exposed whatever the bandwidth; '' for nothing. */
  readonly construction: string;
}

/** What every report says of itself. */
export interface ReportFrame {
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
  /** Opens what the report is about, with these inputs. */
  readonly link: string;
  readonly palette: Palette;
}

export interface DesignSubject extends ReportFrame {
  readonly name: string;
  /** "GPT-3 175B · A100 80 GiB ×4,096 · t8 p64 d8". */
  readonly line: string;
  /** The strategy in a line. */
  readonly strategy: string;
  readonly design: Design;
  readonly origins: Origins;
  /** Null for a design without numbers. */
  readonly findings: Findings | null;
}

/** One of the designs of a comparison. */
export interface ComparedDesign {
  /** "A" for the first. */
  readonly letter: string;
  readonly name: string;
  readonly design: Design;
  /** The strategy in a line. */
  readonly strategy: string;
  /** What its parts are from: "GPT-3 175B; A100 80 GiB with 1 input changed; a strategy of its own". */
  readonly origins: string;
}

export interface ComparisonSubject extends ReportFrame {
  /** Two at least; the others are held against the first. */
  readonly designs: readonly ComparedDesign[];
}
