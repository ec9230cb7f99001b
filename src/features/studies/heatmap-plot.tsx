import { useMemo, useState } from 'react';
import type { Cell, HeatmapFigure } from '../../core/studies/figure.js';
import axis from '../../ui/axis.module.css';
import { useColorScheme } from '../../ui/color-scheme.js';
import { placeOf, pressCell } from './cell-keys.js';
import { colourScale } from './colour-scale.js';
import type { HeatmapView } from './heatmap-face.js';
import { HeatmapCells } from './heatmap-cells.js';
import { heatmapLayout, sideName, type HeatmapLayout } from './heatmap-layout.js';
import { HeatmapScale, SCALE_HEIGHT } from './heatmap-scale.js';
import { RegionKey, regionKeyLayout, RegionLayer } from './heatmap-region-layer.js';
import { boundaryPath, regionLabels } from './heatmap-regions.js';
import classes from './heatmap.module.css';
import type { FigureProps } from './figure-props.js';

interface HeatmapPlotProps extends FigureProps<HeatmapFigure> {
  readonly view: HeatmapView;
  readonly width: number;
}

const NO_REGIONS: NonNullable<HeatmapFigure['regions']> = [];

/** The drawing alone: cells, names of both axes, regions and the key to the colours. */
export function HeatmapPlot({ figure, figures, view, width, active, onPoint, onAdopt }: HeatmapPlotProps) {
  const [tabStop, setTabStop] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const scheme = useColorScheme();
  const colours = useMemo(() => colourScale(figure, figures), [figure, figures]);
  const { rows, columns, regionOf, regions = NO_REGIONS } = figure;
  const layout = useMemo(() => heatmapLayout({ rows, columns }, width), [rows, columns, width]);
  const [down, across] = [rows.values.length, columns.values.length];
  const named = view === 'regions' && regionOf !== undefined;
  const labels = useMemo(
    () => (named ? regionLabels(regionOf, regions, layout) : []),
    [named, regionOf, regions, layout],
  );
  const edges = useMemo(() => (regionOf === undefined ? '' : boundaryPath(regionOf, layout)), [regionOf, layout]);
  const numbered = labels.filter(({ isNumber }) => isNumber).length;
  const key = regionOf === undefined ? null : regionKeyLayout(regions, numbered, width);
  const { left, right, bottom } = layout;
  const scaleTop = bottom + 44;
  const keyTop = scaleTop + SCALE_HEIGHT + 4;

  const cellAt = (place: number | null): Cell | undefined =>
    place === null ? undefined : figure.cells[Math.floor(place / across)]?.[place % across];
  const adopt = (place: number | null): void => {
    const cell = cellAt(place);
    if (cell !== undefined && cell.key !== null && cell.state === 'value') onAdopt(cell.key);
  };
  const point = (place: number | null): void => {
    if (place === hovered) return;
    setHovered(place);
    onPoint(cellAt(place ?? focused)?.key ?? null);
  };
  const shown = figure.cells
    .flat()
    .flatMap(({ key: each }, place) => (each !== null && each === active ? [place] : []));
  const own = hovered ?? focused;
  const ringed = own === null || shown.includes(own) ? shown : [...shown, own];
  return (
    // The cells have the keyboard, one at a time; events are heard here once for all of them.
    <svg
      data-chart
      className={classes['map']}
      role="grid"
      tabIndex={-1}
      aria-readonly="true"
      aria-label={`${figure.finding}. ${figure.subtitle}. Arrow keys move, Enter makes a cell the current design, H explains it.`}
      width={width}
      height={key === null ? scaleTop + SCALE_HEIGHT : keyTop + key.height}
      onPointerMove={(event) => point(placeOf(event))}
      onPointerLeave={() => point(null)}
      onClick={(event) => adopt(placeOf(event))}
      onKeyDown={(event) => pressCell(event, down, across, adopt)}
      onFocus={(event) => {
        const place = placeOf(event);
        if (place === null) return;
        setTabStop(place);
        setFocused(place);
        onPoint(cellAt(place)?.key ?? null);
      }}
      onBlur={() => {
        setFocused(null);
        onPoint(cellAt(hovered)?.key ?? null);
      }}
    >
      <AxisNames figure={figure} layout={layout} />
      <HeatmapCells
        figure={figure}
        view={view}
        colours={colours}
        scheme={scheme}
        layout={layout}
        tabStop={Math.min(tabStop, down * across - 1)}
      />
      {edges !== '' && <RegionLayer path={edges} labels={labels} />}
      {ringed.map((place) => (
        <Ring key={place} place={place} across={across} layout={layout} focused={place === focused} />
      ))}
      <HeatmapScale
        scale={figure.scale}
        colours={colours}
        x={Math.min(left, Math.max(0, right - 304))}
        y={scaleTop}
        value={cellAt(ringed.at(-1) ?? null)?.value ?? null}
      />
      {key !== null && <RegionKey regions={regions} labels={labels} layout={key} y={keyTop} />}
    </svg>
  );
}

interface AxisNamesProps {
  readonly figure: HeatmapFigure;
  readonly layout: HeatmapLayout;
}

function AxisNames({ figure: { rows, columns }, layout }: AxisNamesProps) {
  const { left, top, right, bottom, cellWidth, cellHeight, columnStep } = layout;
  return (
    <g className={axis['axis']} aria-hidden="true" pointerEvents="none">
      <text x={0} y={11}>
        {sideName(rows, { ahead: '↓', back: '↑' })}
      </text>
      {rows.values.map((value, row) => (
        <text key={row} x={left - 6} y={top + (row + 0.5) * cellHeight + 4} textAnchor="end">
          {value}
        </text>
      ))}
      {columns.values.map(
        (value, column) =>
          column % columnStep === 0 && (
            <text key={column} x={left + (column + 0.5) * cellWidth} y={bottom + 16} textAnchor="middle">
              {value}
            </text>
          ),
      )}
      <text x={right} y={bottom + 33} textAnchor="end">
        {sideName(columns, { ahead: '→', back: '←' })}
      </text>
    </g>
  );
}

interface RingProps {
  readonly place: number;
  readonly across: number;
  readonly layout: HeatmapLayout;
  readonly focused: boolean;
}

/** A frame round the cell in question, seen on any colour. */
function Ring({ place, across, layout: { left, top, cellWidth, cellHeight }, focused }: RingProps) {
  const frame = {
    x: left + (place % across) * cellWidth,
    y: top + Math.floor(place / across) * cellHeight,
    width: cellWidth,
    height: cellHeight,
  };
  return (
    <g pointerEvents="none">
      <rect {...frame} className={classes['ringUnder']} />
      <rect {...frame} className={classes['ring']} data-focus={focused || undefined} />
    </g>
  );
}
