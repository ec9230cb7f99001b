import { useState } from 'react';
import type { CurvesFigure } from '../../core/studies/figure.js';
import { useColorScheme } from '../../ui/color-scheme.js';
import { useWidth } from '../../ui/use-width.js';
import { curveColour } from './curve-colours.js';
import { curvesCsv, isPublishedCurve } from './curve-rows.js';
import { CurvesLegend } from './curves-legend.js';
import { CurvesNotes } from './curves-notes.js';
import { MarkList } from './curves-marks.js';
import { CurvesPlot } from './curves-plot.js';
import { CurvesTable } from './curves-table.js';
import { FigureFrame } from './figure-frame.js';
import type { FigureProps } from './figure-props.js';

const HEIGHT = { least: 260, most: 420, share: 0.42 } as const;
const STYLES = { points: '(points)', line: '', dashed: '(dashed)', dotted: '(dotted)' } as const;

/** Curves over one axis, with marks where something happens; each point leads to its finding. */
export function Curves({ figure, active, onPoint, onAdopt }: FigureProps<CurvesFigure>) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const [lit, setLit] = useState<string | null>(null);
  const scheme = useColorScheme();
  const height = Math.min(HEIGHT.most, Math.max(HEIGHT.least, Math.round(width * HEIGHT.share)));
  return (
    <FigureFrame
      figure={figure}
      rows={() => curvesCsv(figure)}
      legend={figure.curves.map(({ label, style, colour }) => ({
        label,
        text: STYLES[style],
        fill: curveColour(colour, scheme),
      }))}
      table={<CurvesTable figure={figure} />}
    >
      <div ref={ref}>
        <CurvesPlot
          figure={figure}
          width={width}
          height={height}
          scheme={scheme}
          lit={lit}
          active={active}
          onPoint={onPoint}
          onAdopt={onAdopt}
        />
      </div>
      <CurvesLegend
        figure={figure}
        scheme={scheme}
        isPublished={figure.curves.some(isPublishedCurve)}
        onLight={setLit}
      />
      <MarkList figure={figure} scheme={scheme} onPoint={onPoint} onAdopt={onAdopt} />
      <CurvesNotes figure={figure} />
    </FigureFrame>
  );
}
