import { useContext, useId, useRef, useState, type ReactNode } from 'react';
import { csvText, type CsvCell } from '../core/quantities/csv.js';
import { boundUnits } from './bound-units.js';
import classes from './chart-frame.module.css';
import { download } from './export-download.js';
import { pngOf } from './export-png.js';
import { FindingWords } from './finding-words.js';
import { standaloneSvg, type LegendEntry } from './export-svg.js';

type Kind = 'png' | 'svg' | 'csv';

interface ChartFrameProps {
  /** The stem of exported files: `batch-time`. */
  readonly name: string;
  /** The finding, in one sentence with its numbers. */
  readonly title: string;
  /** What is drawn, and in which units. */
  readonly subtitle: string;
  /** A word on why the numbers are grey ("infeasible"), or null. */
  readonly tag: string | null;
  /** The rows behind the chart, the header first, exact and in base units: for CSV. */
  readonly rows: () => readonly (readonly CsvCell[])[];
  /** Written into exported pictures beneath the drawing. */
  readonly legend?: readonly LegendEntry[];
  /** The table behind the chart where it is not always on the screen. */
  readonly table?: ReactNode;
  /** Without a drawing, the numbers alone are exported. */
  readonly drawn?: boolean;
  /** The drawing: exactly one `<svg data-chart>`, and what belongs around it. */
  readonly children: ReactNode;
}

/** A figure whose title states the finding, with its table and its exports. */
export function ChartFrame(props: ChartFrameProps) {
  const { name, subtitle, tag, rows, legend = [], table, drawn = true, children } = props;
  const title = useContext(FindingWords) + props.title;
  const titleId = useId();
  const figureRef = useRef<HTMLElement>(null);
  const [tableShown, setTableShown] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const drawing = (): string => {
    const svg = figureRef.current?.querySelector<SVGSVGElement>('svg[data-chart]');
    if (!svg) throw new Error('There is no drawing to export yet.');
    return standaloneSvg(svg, { title: tag === null ? title : `${title} (${tag})`, subtitle, legend });
  };
  const fileOf = async (kind: Kind): Promise<Blob> => {
    if (kind === 'csv') return new Blob([csvText(rows())], { type: 'text/csv' });
    return kind === 'png' ? await pngOf(drawing()) : new Blob([drawing()], { type: 'image/svg+xml' });
  };
  const save = async (kind: Kind): Promise<void> => {
    try {
      download(`${name}.${kind}`, await fileOf(kind));
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The chart could not be exported.');
    }
  };

  return (
    <figure
      ref={figureRef}
      className={classes['frame']}
      aria-labelledby={tag === null ? titleId : `${titleId} ${titleId}-tag`}
      data-grey={tag !== null || undefined}
    >
      <figcaption className={classes['caption']}>
        <h3 id={titleId} className={classes['title']} title={title}>
          {boundUnits(title)}
        </h3>
        <div className={classes['line']}>
          <p className={classes['subtitle']}>{boundUnits(subtitle)}</p>
          <div className={classes['side']}>
            <span className={classes['buttons']} role="group" aria-label={`Export: ${subtitle}`}>
              {table !== undefined && (
                <button type="button" aria-expanded={tableShown} onClick={() => setTableShown(!tableShown)}>
                  Table
                </button>
              )}
              {drawn && (
                <>
                  <button type="button" data-hint="Save the chart as a PNG picture" onClick={() => void save('png')}>
                    PNG
                  </button>
                  <button type="button" data-hint="Save the chart as an SVG drawing" onClick={() => void save('svg')}>
                    SVG
                  </button>
                </>
              )}
              <button
                type="button"
                data-hint="Save the numbers behind the chart, in base units"
                onClick={() => void save('csv')}
              >
                CSV
              </button>
            </span>
            {tag !== null && (
              <span id={`${titleId}-tag`} className={classes['tag']}>
                {tag}
              </span>
            )}
          </div>
        </div>
      </figcaption>
      {problem !== null && (
        <p role="alert" className={classes['problem']}>
          {problem}
        </p>
      )}
      {children}
      {tableShown && table}
    </figure>
  );
}
