import type { StudyFigure } from '../../core/studies/figure.js';

/** What every kind of figure is given, and what it says back. */
export interface FigureProps<Figure extends StudyFigure> {
  readonly figure: Figure;
  /** All figures of the study: those of one scale share their colours. */
  readonly figures: readonly StudyFigure[];
  /** Not every question is answered: numbers put together from several points may still change. */
  readonly isPartial?: boolean;
  /** The point under the pointer or the focus; null for none. */
  readonly onPoint: (key: string | null) => void;
  /** The point to be made the current design. */
  readonly onAdopt: (key: string) => void;
  /** The point that some figure or the details show; null for none. */
  readonly active: string | null;
}
