import type { StudyFigure } from '../../core/studies/figure.js';
import { Bars } from './bars.js';
import { Curves } from './curves.js';
import { askWithKey, quantityOf } from './explain-point.js';
import type { FigureProps } from './figure-props.js';
import classes from './figures.module.css';
import { Heatmap } from './heatmap.js';
import { Stacks } from './stacks.js';
import { TableOfStudy } from './table-figure.js';
import { Tornado } from './tornado.js';

type Props = Omit<FigureProps<StudyFigure>, 'figure'>;

/** More columns or bars than these want the whole width. */
const FEW_COLUMNS = 8;
const FEW_BARS = 8;
const FEW_TABLE_COLUMNS = 3;
/** Stacks of no more bars leave more room to what stands beside them. */
const SLIM_BARS = 2;

/** Whether a figure reads well beside others. */
function isNarrow(figure: StudyFigure): boolean {
  switch (figure.kind) {
    case 'heatmap':
      return figure.columns.values.length <= FEW_COLUMNS;
    case 'stacks':
      return figure.bars.length <= FEW_BARS;
    case 'bars':
      return figure.x.values.length <= 12;
    case 'curves':
      return figure.curves.length <= 1;
    case 'table':
      return figure.columns.length <= FEW_TABLE_COLUMNS;
    case 'tornado':
      return false;
  }
}

/** Maps of so many columns have no room for the text of their cells in half a narrow screen. */
const isDense = (figure: StudyFigure): boolean => figure.kind === 'heatmap' && figure.columns.values.length > 6;

function Figure({ figure, ...rest }: FigureProps<StudyFigure>) {
  switch (figure.kind) {
    case 'heatmap':
      return <Heatmap figure={figure} {...rest} />;
    case 'curves':
      return <Curves figure={figure} {...rest} />;
    case 'stacks':
      return <Stacks figure={figure} {...rest} />;
    case 'bars':
      return <Bars figure={figure} {...rest} />;
    case 'table':
      return <TableOfStudy figure={figure} {...rest} />;
    case 'tornado':
      return <Tornado figure={figure} {...rest} />;
  }
}

/** The figures of a study: small ones side by side, large ones over the whole width. */
export function Figures(props: Props) {
  const [first] = props.figures;
  const narrow = props.figures.filter(isNarrow).length;
  return (
    <div
      className={classes['figures']}
      data-narrow={Math.min(4, narrow)}
      data-dense={props.figures.some(isDense) || undefined}
      data-slim={(first?.kind === 'stacks' && first.bars.length <= SLIM_BARS) || undefined}
    >
      {props.figures.map((figure) => (
        // What is in it has the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div
          key={figure.id}
          data-figure={figure.id}
          data-kind={figure.kind}
          data-wide={!isNarrow(figure) || undefined}
          data-asks={quantityOf(figure)}
          onKeyDown={askWithKey}
        >
          <Figure figure={figure} {...props} />
        </div>
      ))}
    </div>
  );
}
