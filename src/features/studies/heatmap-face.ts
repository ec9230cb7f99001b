import type { Cell, HeatmapFigure } from '../../core/studies/figure.js';
import type { ColorScheme } from '../../ui/color-scheme.js';
import { inkOn } from '../../ui/palette.js';
import { colourAt, differenceColour, shareOf, type ColourScale } from './colour-scale.js';
import { figureText } from './figure-text.js';
import { differenceText, differenceWords, publishedValue, relativeDifference, STATE_WORDS } from './published.js';

/** What the cells of a heatmap are written and coloured by. */
export type HeatmapView = 'regions' | 'ours' | 'published' | 'difference';

export const VIEW_LABELS: Readonly<Record<HeatmapView, string>> = {
  regions: 'Regions',
  ours: 'Ours',
  published: 'Published',
  difference: 'Difference',
};

/** The views a figure has: the first is shown first. */
export function viewsOf(figure: HeatmapFigure): readonly HeatmapView[] {
  const isPublished = figure.cells.some((row) => row.some(({ published }) => published !== undefined));
  const views: HeatmapView[] = ['ours'];
  if (figure.regionOf !== undefined) views.unshift('regions');
  if (isPublished) views.push('published', 'difference');
  return views;
}

/** How one cell looks. */
export interface Face {
  readonly text: string;
  /** Null where there is no number to colour by. */
  readonly fill: string | null;
  /** Null on the page's own surface. */
  readonly ink: string | null;
}

const face = (text: string, fill: string | null): Face => ({ text, fill, ink: fill === null ? null : inkOn(fill) });

export function faceOf(cell: Cell, view: HeatmapView, colours: ColourScale, scheme: ColorScheme): Face {
  const coloured = (value: number | null): string | null =>
    value === null || Number.isNaN(value) ? null : colourAt(shareOf(value, colours), colours.map);
  const { published } = cell;
  if (view === 'published') return face(published?.text ?? '', coloured(publishedValue(cell.value, published)));
  if (view === 'difference') {
    if (published === undefined) return face('', null);
    const difference = relativeDifference(published);
    return face(differenceText(published), difference === null ? null : differenceColour(difference, scheme));
  }
  return face(view === 'regions' && cell.state === 'value' ? '' : cell.text, coloured(cell.value));
}

/** “Tensor parallel t 8”: which row or column a cell is in. */
const placed = (axis: HeatmapFigure['rows'], index: number): string => `${axis.label} ${axis.values[index] ?? ''}`;

export const regionNameOf = ({ regionOf, regions }: HeatmapFigure, row: number, column: number): string =>
  regions?.[regionOf?.[row]?.[column] ?? -1]?.label ?? '';

/** All that a cell says, for a screen reader. */
export function cellWords(figure: HeatmapFigure, row: number, column: number): string {
  const cell = figure.cells[row]?.[column];
  if (cell === undefined) return '';
  const number = cell.value === null ? '' : figureText(cell.value, figure.scale.unit);
  const said = cell.state === 'value' ? [number, cell.text === number ? '' : cell.text] : [STATE_WORDS[cell.state]];
  const { published } = cell;
  return [
    placed(figure.rows, row),
    placed(figure.columns, column),
    ...said,
    regionNameOf(figure, row, column),
    published === undefined ? '' : `published ${published.text}, ${differenceWords(published)}`,
  ]
    .filter((text) => text !== '')
    .join(', ');
}
