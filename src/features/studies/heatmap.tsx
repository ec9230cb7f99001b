import { useState } from 'react';
import type { HeatmapFigure } from '../../core/studies/figure.js';
import { useWidth } from '../../ui/use-width.js';
import { ViewButtons } from '../../ui/view-buttons.js';
import { FigureFrame } from './figure-frame.js';
import type { FigureProps } from './figure-props.js';
import { VIEW_LABELS, viewsOf, type HeatmapView } from './heatmap-face.js';
import { HeatmapPlot } from './heatmap-plot.js';
import { heatmapCsv, HeatmapTable } from './heatmap-table.js';

/** A map of cells, coloured by value, each with its text; where the paper printed numbers, those and the difference too. */
export function Heatmap(props: FigureProps<HeatmapFigure>) {
  const { figure, onAdopt } = props;
  const [ref, width] = useWidth<HTMLDivElement>();
  const [chosen, setChosen] = useState<HeatmapView | null>(null);
  const views = viewsOf(figure);
  const view = chosen !== null && views.includes(chosen) ? chosen : (views[0] ?? 'ours');
  return (
    <FigureFrame
      figure={figure}
      rows={() => heatmapCsv(figure)}
      table={<HeatmapTable figure={figure} onAdopt={onAdopt} />}
    >
      <ViewButtons
        label={`Show in the cells: ${figure.subtitle}`}
        views={views.length > 1 ? views : []}
        labels={VIEW_LABELS}
        shown={view}
        onShow={setChosen}
      />
      <div ref={ref}>
        <HeatmapPlot {...props} view={view} width={width} />
      </div>
    </FigureFrame>
  );
}
