import { formatQuantity } from '../../core/quantities/format.js';
import { operationId } from '../../core/quantities/formula/operation-ids.js';
import { useHighlight } from '../../state/highlight.js';
import type { Stage } from '../../state/workbench.js';
import { decades } from '../../ui/axis-ticks.js';
import axis from '../../ui/axis.module.css';
import { tickText } from '../../core/quantities/tick-text.js';
import { operationName } from './operation-name.js';
import { placeLabels, type MarkAt } from './roofline-labels.js';
import { attainable, hasPlace, rooflineDomain, type RooflinePoint, type Roofs } from './roofline-points.js';
import { EngineKey, engineKeyBox, roofLabelBoxes, RoofLines } from './roof-lines.js';
import { MARGIN, rooflineScales } from './roofline-scales.js';
import classes from './roofline.module.css';

interface RooflinePlotProps {
  readonly points: readonly RooflinePoint[];
  readonly limits: Roofs | null;
  readonly stage: Stage;
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

const RADIUS = { least: 3.5, most: 12 };

const rate = (value: number): string => `${tickText(value, 'flop')}/s`;

/** The drawing alone: axes, roofs and points. */
export function RooflinePlot({ points, limits: given, stage, width, height, title }: RooflinePlotProps) {
  const limits = given !== null && hasPlace(given) ? given : null;
  const domain = rooflineDomain(points, limits);
  const { x, y, right, bottom } = rooflineScales(width, height, domain);
  const largest = Math.max(0, ...points.map((point) => point.share));
  const marks = points.map((point) => ({
    name: point.name,
    text: operationName(point.name),
    x: x(point.intensity),
    y: y(point.flopPerSecond),
    radius: Math.max(RADIUS.least, RADIUS.most * Math.sqrt(point.share / largest)),
    weight: point.share,
  }));
  const labels = placeLabels(marks, { left: MARGIN.left, right, top: MARGIN.top, bottom }, [
    ...roofLabelBoxes(limits, domain, { x, y }),
    engineKeyBox(right, bottom),
  ]);
  return (
    <svg data-chart role="img" aria-label={title} width={width} height={height}>
      {limits !== null && (
        <g className={axis['axis']}>
          {decades(...domain.x).map((value) => (
            <g key={value}>
              <line x1={x(value)} x2={x(value)} y1={MARGIN.top} y2={bottom} className={axis['grid']} />
              <text x={x(value)} y={bottom + 16} textAnchor="middle">
                {tickText(value, 'count')}
              </text>
            </g>
          ))}
          {decades(...domain.y).map((value) => (
            <g key={value}>
              <line x1={MARGIN.left} x2={right} y1={y(value)} y2={y(value)} className={axis['grid']} />
              <text x={MARGIN.left - 6} y={y(value) + 4} textAnchor="end">
                {rate(value)}
              </text>
            </g>
          ))}
          <text x={(MARGIN.left + right) / 2} y={height - 6} textAnchor="middle">
            Arithmetic intensity, FLOP/B
          </text>
        </g>
      )}
      {limits !== null && <RoofLines limits={limits} domain={domain} scale={{ x, y }} />}
      {points.map((point, index) => (
        <Mark key={point.name} point={point} at={marks[index]} limits={limits} stage={stage} />
      ))}
      {labels.map((label) => (
        <text
          key={label.name}
          x={label.x}
          y={label.y}
          textAnchor={label.anchor}
          className={classes['label']}
          pointerEvents="none"
        >
          {label.text}
        </text>
      ))}
      {limits !== null && <EngineKey right={right} bottom={bottom} />}
      <LitName points={points} x={x} y={y} right={right} />
    </svg>
  );
}

interface MarkProps {
  readonly point: RooflinePoint;
  readonly at: MarkAt | undefined;
  readonly limits: Roofs | null;
  readonly stage: Stage;
}

/** Circles run on the matrix engine, diamonds on the vector engine. */
function Mark({ point, at, limits, stage }: MarkProps) {
  if (at === undefined) return null;
  const { x, y, radius } = at;
  const reached =
    limits === null
      ? ''
      : `, ${formatQuantity(point.flopPerSecond / attainable(point, limits), 'fraction')} of its roof`;
  return (
    <g
      data-operation={point.name}
      data-how={operationId(point.name, `${stage}/reached`)}
      data-hint={`${operationName(point.name)}\n${formatQuantity(point.intensity, 'flop-per-byte')}, ${formatQuantity(point.flopPerSecond, 'flop')}/s${reached}\n${formatQuantity(point.seconds, 'seconds')}, ${formatQuantity(point.share, 'fraction')} of the stage`}
      className={classes[point.engine]}
    >
      {point.engine === 'matrix' ? (
        <circle cx={x} cy={y} r={radius} />
      ) : (
        <path
          d={`M${x} ${y - radius * 1.2}L${x + radius * 1.2} ${y}L${x} ${y + radius * 1.2}L${x - radius * 1.2} ${y}Z`}
        />
      )}
    </g>
  );
}

interface LitNameProps {
  readonly points: readonly RooflinePoint[];
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly right: number;
}

/** A ring round the operation that the pointer or the focus is on, here or in the table. */
function LitName({ points, x, y, right }: LitNameProps) {
  const lit = useHighlight((state) => state.operation);
  const point = points.find(({ name }) => name === lit);
  if (point === undefined) return null;
  const [cx, cy] = [x(point.intensity), y(point.flopPerSecond)];
  const isLeft = cx > right - 160;
  return (
    <g className={classes['lit']} pointerEvents="none">
      <circle cx={cx} cy={cy} r={RADIUS.most + 4} />
      <text x={isLeft ? cx - RADIUS.most - 8 : cx + RADIUS.most + 8} y={cy - 10} textAnchor={isLeft ? 'end' : 'start'}>
        {operationName(point.name)}
      </text>
    </g>
  );
}
