import type { BarsFigure, Cell, FigureUnit } from '../../core/studies/figure.js';
import { useWidth } from '../../ui/use-width.js';
import { barLabels } from './bar-labels.js';
import { BandNames, NAMES_HEIGHT } from './band-names.js';
import { BandPanel, heightIn, PanelName, type Panel } from './band-panel.js';
import { Band } from './band.js';
import { bandsOf } from './bands.js';
import classes from './bands.module.css';
import { barsCsv, BarsTable } from './bars-table.js';
import { axisName, figureTick, withUnit } from './figure-text.js';
import { FigureFrame } from './figure-frame.js';
import legend from './figure-legend.module.css';
import type { FigureProps } from './figure-props.js';
import { differenceWords, publishedValue, STATE_WORDS } from './published.js';

const PANEL = 132;
const ABOVE = 40;

/** What stands above a bar: its number, or that nothing fits. */
const textOf = ({ state, text }: Cell): string => (state === 'value' ? text : state === 'infeasible' ? '–' : '');

const mostOf = (cells: readonly Cell[]): number => {
  const most = Math.max(
    0,
    ...cells.flatMap(({ value, published }) => [value ?? 0, publishedValue(value, published) ?? 0]),
  );
  return most > 0 ? most * 1.02 : 1;
};

/** A cell in words: "1,117 samples/s; published 1,117, ✓ agrees". */
function cellWords({ state, text, published }: Cell, unit: FigureUnit): string {
  const ours = state === 'value' ? withUnit(text, unit) : STATE_WORDS[state];
  return published === undefined ? ours : `${ours}; published ${published.text}, ${differenceWords(published)}`;
}

/** Bars over names, a panel for each series; what the paper printed is a line across its bar. */
export function Bars({ figure, active, onPoint, onAdopt }: FigureProps<BarsFigure>) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const { x: names, series, marked } = figure;
  const bands = bandsOf(names.values, width);
  const panels = series.map((each, at): Panel => {
    const top = ABOVE + at * (PANEL + ABOVE);
    return { left: bands.left, right: bands.right, top, bottom: top + PANEL, most: mostOf(each.cells) };
  });
  const labelled = series.map(({ cells }, at) => {
    const panel = panels[at];
    const bar = (cell: Cell, index: number) => ({
      middle: bands.middle(index),
      top: panel === undefined ? 0 : panel.bottom - heightIn(panel, cell.value ?? 0),
      text: textOf(cell),
      isMarked: marked.includes(index),
    });
    return barLabels(cells.map(bar), bands.step, width);
  });
  const foot = series.length * (PANEL + ABOVE);
  const isPublished = series.some(({ cells }) => cells.some(({ published }) => published !== undefined));
  // of one finding, such as a distribution, no bar is a point of its own: the table reads them out
  const isPressed = series.some(({ cells }) => cells.some(({ key }) => key !== null));
  return (
    <FigureFrame figure={figure} rows={() => barsCsv(figure)} table={<BarsTable figure={figure} />}>
      <div ref={ref}>
        <svg
          data-chart
          role={isPressed ? 'group' : 'img'}
          aria-label={figure.finding}
          width={width}
          height={foot + NAMES_HEIGHT}
        >
          {series.map(({ id, unit }, at) => {
            const panel = panels[at];
            return panel && <BandPanel key={id} panel={panel} tick={(value) => figureTick(value, unit)} />;
          })}
          {names.values.map((name, index) => {
            const cells = series.map(({ cells: all }) => all[index]);
            const first = cells.find((cell) => cell !== undefined && cell.key !== null);
            const words = series.map(
              ({ label, unit }, at) => `${label} ${cells[at] === undefined ? '—' : cellWords(cells[at], unit)}`,
            );
            return (
              <Band
                key={name}
                bands={bands}
                index={index}
                top={ABOVE - 16}
                bottom={foot}
                pointKey={first?.key ?? null}
                state={first?.state ?? 'none'}
                label={`${name}: ${words.join(', ')}`}
                active={active}
                onPoint={onPoint}
                onAdopt={onAdopt}
              >
                <g data-hint={`${names.label} ${name}\n${words.join('\n')}`}>
                  {cells.map((cell, at) => {
                    const panel = panels[at];
                    if (cell === undefined || panel === undefined) return null;
                    const left = bands.middle(index) - bands.barWidth / 2;
                    const height = heightIn(panel, cell.value ?? 0);
                    const paper = publishedValue(cell.value, cell.published);
                    const paperY = panel.bottom - heightIn(panel, paper ?? 0);
                    const label = labelled[at]?.labels[index] ?? null;
                    return (
                      <g key={series[at]?.id}>
                        <rect
                          x={left}
                          y={panel.bottom - height}
                          width={bands.barWidth}
                          height={height}
                          className={classes['bar']}
                          data-quiet={(marked.length > 0 && !marked.includes(index)) || undefined}
                        />
                        {paper !== null && (
                          <line
                            x1={left - 4}
                            x2={left + bands.barWidth + 4}
                            y1={paperY}
                            y2={paperY}
                            className={classes['published']}
                          />
                        )}
                        {label !== null && (
                          <text
                            x={label.x}
                            y={label.y}
                            textAnchor="middle"
                            className={classes['value']}
                            style={{ fontSize: labelled[at]?.size }}
                          >
                            {textOf(cell)}
                          </text>
                        )}
                      </g>
                    );
                  })}
                </g>
              </Band>
            );
          })}
          <g pointerEvents="none">
            {series.map(({ id, label, unit }, at) => {
              const panel = panels[at];
              return panel && <PanelName key={id} panel={panel} label={axisName(label, unit)} />;
            })}
            <BandNames bands={bands} names={names.values} y={foot} label={names.label} />
          </g>
        </svg>
      </div>
      {isPublished && (
        <p className={legend['legend']}>
          <span>
            <span className={classes['key']} />
            published
          </span>
        </p>
      )}
    </FigureFrame>
  );
}
