import { useState } from 'react';
import type { HeatmapFigure } from '../../core/studies/figure.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { useWidth } from '../../ui/use-width.js';
import type { FigureProps } from './figure-props.js';
import { VIEW_LABELS, viewsOf, type HeatmapView } from './heatmap-face.js';
import { HeatmapPlot } from './heatmap-plot.js';
import { heatmapCsv, HeatmapTable } from './heatmap-table.js';
import classes from './heatmap.module.css';

/** A map of cells, coloured by value, each with its text; where the paper printed numbers, those and the difference too. */
export function Heatmap(props: FigureProps<HeatmapFigure>) {
  const { figure, onAdopt } = props;
  const [ref, width] = useWidth<HTMLDivElement>();
  const [chosen, setChosen] = useState<HeatmapView | null>(null);
  const views = viewsOf(figure);
  const view = chosen !== null && views.includes(chosen) ? chosen : (views[0] ?? 'ours');
  return (
    <ChartFrame
      name={figure.id}
      title={figure.finding}
      subtitle={figure.subtitle}
      tag={null}
      rows={() => heatmapCsv(figure)}
      table={<HeatmapTable figure={figure} onAdopt={onAdopt} />}
    >
      <div className={classes['views']} role="group" aria-label={`Show in the cells: ${figure.subtitle}`}>
        {views.length > 1 &&
          views.map((each) => (
            <button key={each} type="button" aria-pressed={view === each} onClick={() => setChosen(each)}>
              {VIEW_LABELS[each]}
            </button>
          ))}
      </div>
      <div ref={ref}>
        <HeatmapPlot {...props} view={view} width={width} />
      </div>
    </ChartFrame>
  );
}
