import type { CurvesFigure } from '../../core/studies/figure.js';
import axis from '../../ui/axis.module.css';
import type { CurvesBox } from './curves-scales.js';
import { axisName, figureTick } from './figure-text.js';

const ROOM = { x: 72, y: 44 } as const;

interface CurvesAxesProps {
  readonly figure: CurvesFigure;
  readonly box: CurvesBox;
}

/** Grid, ticks and names of both axes, linear or logarithmic. */
export function CurvesAxes({ figure, box }: CurvesAxesProps) {
  const { left, right, top, bottom, xScale, yScale } = box;
  const isLog = (scale: string): string => (scale === 'log' ? ', logarithmic' : '');
  return (
    <g className={axis['axis']} aria-hidden="true" pointerEvents="none">
      {yScale.ticks(Math.max(2, Math.floor((bottom - top) / ROOM.y))).map((value) => (
        <g key={value}>
          <line x1={left} x2={right} y1={box.y(value)} y2={box.y(value)} className={axis['grid']} />
          <text x={left - 6} y={box.y(value) + 4} textAnchor="end">
            {figureTick(value, figure.y.unit)}
          </text>
        </g>
      ))}
      {xScale.ticks(Math.max(2, Math.floor((right - left) / ROOM.x))).map((value) => (
        <g key={value}>
          <line x1={box.x(value)} x2={box.x(value)} y1={bottom} y2={bottom + 4} />
          <text x={box.x(value)} y={bottom + 16} textAnchor={box.x(value) > right - 16 ? 'end' : 'middle'}>
            {figureTick(value, figure.x.unit)}
          </text>
        </g>
      ))}
      <line x1={left} x2={right} y1={bottom + 0.5} y2={bottom + 0.5} />
      <text x={right} y={bottom + 34} textAnchor="end">
        {axisName(figure.x.label, figure.x.unit)}
        {isLog(figure.x.scale)}
      </text>
      <text x={0} y={11}>
        {axisName(figure.y.label, figure.y.unit)}
        {isLog(figure.y.scale)}
      </text>
    </g>
  );
}
