import { useMemo, useState } from 'react';
import type { Cell, TornadoFigure } from '../../core/studies/figure.js';
import axis from '../../ui/axis.module.css';
import { ticksBetween } from '../../core/quantities/round-ticks.js';
import { tickText } from '../../core/quantities/tick-text.js';
import { placeOf, pressCell } from './cell-keys.js';
import type { FigureProps } from './figure-props.js';
import { tornadoLayout, type TornadoLayout } from './tornado-layout.js';
import { TornadoRows } from './tornado-row.js';
import type { TornadoColours } from './tornado-words.js';
import classes from './tornado.module.css';

interface TornadoPlotProps extends Omit<FigureProps<TornadoFigure>, 'figures'> {
  readonly width: number;
  readonly colours: TornadoColours;
}

const TICK_ROOM = 64;

/** The drawing: a grid of cells, walked by the arrow keys; a gain that is pressed becomes the design. */
export function TornadoPlot({ figure, width, colours, active, onPoint, onAdopt }: TornadoPlotProps) {
  const [tabStop, setTabStop] = useState(0);
  const [hovered, setHovered] = useState<string | null>(null);
  const layout = useMemo(() => tornadoLayout(figure, width), [figure, width]);
  const { rows, modes } = figure;
  const across = 2 * modes.length;
  const cellAt = (place: number | null): Cell | undefined => {
    if (place === null) return undefined;
    const [row, column] = [rows[Math.floor(place / across)], place % across];
    return column < modes.length ? row?.elasticities[column] : row?.gains[column - modes.length];
  };
  const keyAt = (place: number | null): string | null => cellAt(place)?.key ?? null;
  const adopt = (place: number | null): void => {
    const key = keyAt(place);
    if (key !== null && cellAt(place)?.state === 'value') onAdopt(key);
  };
  const point = (key: string | null): void => {
    if (key === hovered) return;
    setHovered(key);
    onPoint(key);
  };
  return (
    <svg
      data-chart
      role="grid"
      // The cells have the keyboard, one at a time; events are heard here once for all of them.
      tabIndex={-1}
      aria-readonly="true"
      aria-label={`${figure.finding}. ${figure.subtitle}. Arrow keys move, Enter on a gain makes it the current design, H explains it.`}
      width={width}
      height={layout.height}
      className={classes['plot']}
      onPointerMove={(event) => point(keyAt(placeOf(event)))}
      onPointerLeave={() => point(null)}
      onClick={(event) => adopt(placeOf(event))}
      onKeyDown={(event) => pressCell(event, rows.length, across, adopt)}
      onFocus={(event) => {
        const place = placeOf(event);
        if (place === null) return;
        setTabStop(place);
        onPoint(keyAt(place));
      }}
      onBlur={() => onPoint(null)}
    >
      <Heads figure={figure} layout={layout} />
      <Axis layout={layout} label={figure.axis} />
      <TornadoRows
        figure={figure}
        layout={layout}
        colours={colours}
        tabStop={Math.min(tabStop, rows.length * across - 1)}
        active={active}
      />
    </svg>
  );
}

interface HeadsProps {
  readonly figure: TornadoFigure;
  readonly layout: TornadoLayout;
}

function Heads({ figure: { names, gain, modes }, layout }: HeadsProps) {
  return (
    <g className={axis['axis']} aria-hidden="true" pointerEvents="none">
      <text x={0} y={layout.top - 10}>
        {names}, now
      </text>
      {modes.map(({ id, label }, mode) => (
        <g key={id}>
          {mode === modes.length - 1 && (
            <text x={layout.gains[mode]} y={layout.top - 24} textAnchor="end">
              {gain}, rate gained
            </text>
          )}
          <text x={layout.gains[mode]} y={layout.top - 10} textAnchor="end">
            {layout.gainWidth < 80 ? label.split(' ')[0] : label}
          </text>
        </g>
      ))}
    </g>
  );
}

function Axis({ layout, label }: { readonly layout: TornadoLayout; readonly label: string }) {
  const { top, bottom, ends, x, left, right } = layout;
  return (
    <g className={axis['axis']} aria-hidden="true" pointerEvents="none">
      {ticksBetween(ends[0], ends[1], Math.max(2, Math.floor((right - left) / TICK_ROOM))).map((value) => (
        <g key={value}>
          <line x1={x(value)} x2={x(value)} y1={top} y2={bottom} className={axis['grid']} />
          <text x={x(value)} y={bottom + 14} textAnchor="middle">
            {tickText(value, 'count')}
          </text>
        </g>
      ))}
      <text x={(left + right) / 2} y={bottom + 32} textAnchor="middle">
        {label}
      </text>
    </g>
  );
}
