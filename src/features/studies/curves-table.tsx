import { useMemo, useRef } from 'react';
import type { CurvePoint, CurvesFigure } from '../../core/studies/figure.js';
import { SideScroll } from '../../ui/side-scroll.js';
import { useVirtualRows } from '../../ui/virtual-rows.js';
import { curveRows, isPublishedCurve } from './curve-rows.js';
import classes from './curves.module.css';
import { axisName, figureText } from './figure-text.js';
import { PointNumber } from './point-number.js';
import { differenceWords } from './published.js';

const ROW = 24;
const HEAD = 40;
const WIDTH = { x: 160, y: 112, published: 88, difference: 96 } as const;

interface TableColumn {
  readonly id: string;
  readonly header: string;
  readonly width: number;
  readonly curve: number;
  /** Ours, not what was printed. */
  readonly isValue: boolean;
  readonly cell: (point: CurvePoint) => string;
}

function columnsOf(figure: CurvesFigure): TableColumn[] {
  return figure.curves.flatMap((curve, index) => {
    const column = (part: string, header: string, width: number, cell: TableColumn['cell']): TableColumn => ({
      id: `${curve.id}/${part}`,
      header,
      width,
      curve: index,
      isValue: part === 'value',
      cell,
    });
    const value = column('value', curve.label, WIDTH.y, ({ y }) => figureText(y, figure.y.unit));
    if (!isPublishedCurve(curve)) return [value];
    return [
      value,
      column('published', 'Published', WIDTH.published, ({ published }) => published?.text ?? ''),
      column('difference', 'Difference', WIDTH.difference, ({ published }) => differenceWords(published)),
    ];
  });
}

/** The numbers behind the curves: a row for each x, of which only those in sight are in the page. */
export function CurvesTable({ figure }: { readonly figure: CurvesFigure }) {
  const ref = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => curveRows(figure), [figure]);
  const columns = useMemo(() => columnsOf(figure), [figure]);
  const view = useVirtualRows(ref, { count: rows.length, rowHeight: ROW, headHeight: HEAD });
  const template = `${WIDTH.x}px ${columns.map(({ width }) => `minmax(${width}px, 1fr)`).join(' ')}`;
  const minWidth = WIDTH.x + columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <SideScroll>
      <div
        ref={ref}
        role="table"
        // It scrolls, so the keyboard has to reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={`${figure.finding}. ${axisName(figure.y.label, figure.y.unit)}`}
        aria-rowcount={rows.length + 1}
        className={classes['table']}
      >
        <div role="rowgroup" className={classes['head']} style={{ minWidth }}>
          <div role="row" aria-rowindex={1} className={classes['row']} style={{ gridTemplateColumns: template }}>
            <span role="columnheader">{axisName(figure.x.label, figure.x.unit)}</span>
            {columns.map(({ id, header }) => (
              <span key={id} role="columnheader" title={header}>
                {header}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" style={{ minWidth, height: view.height, position: 'relative' }}>
          <div role="presentation" style={{ transform: `translateY(${view.top}px)` }}>
            {rows.slice(view.first, view.end).map(({ x, points }, index) => (
              <div
                key={x}
                role="row"
                aria-rowindex={view.first + index + 2}
                className={classes['row']}
                style={{ gridTemplateColumns: template }}
              >
                <span role="rowheader">{figureText(x, figure.x.unit)}</span>
                {columns.map(({ id, curve, cell, isValue }) => {
                  const point = points[curve] ?? null;
                  return (
                    <span key={id} role="cell">
                      {point === null ? (
                        '—'
                      ) : point.key === null || !isValue ? (
                        cell(point)
                      ) : (
                        <PointNumber point={point.key} quantity={figure.y.quantity} first={curve === 0}>
                          {cell(point)}
                        </PointNumber>
                      )}
                    </span>
                  );
                })}
              </div>
            ))}
          </div>
        </div>
      </div>
    </SideScroll>
  );
}
