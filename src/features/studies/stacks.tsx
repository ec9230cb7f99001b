import { useId } from 'react';
import { capacityUnit } from '../../core/quantities/byte-units.js';
import { quantity } from '../../core/quantities/registry.js';
import type { StackBar, StacksFigure } from '../../core/studies/figure.js';
import { Swatch } from '../../ui/swatch.js';
import { tickText } from '../../core/quantities/tick-text.js';
import { useWidth } from '../../ui/use-width.js';
import { BandNames, NAMES_HEIGHT } from './band-names.js';
import { BandPanel, heightIn, PanelName, type Panel } from './band-panel.js';
import { Band } from './band.js';
import { bandsOf } from './bands.js';
import classes from './bands.module.css';
import { figureText } from './figure-text.js';
import { FigureFrame } from './figure-frame.js';
import legend from './figure-legend.module.css';
import type { FigureProps } from './figure-props.js';
import { STATE_WORDS } from './published.js';
import { mostOf, paintOf, partsOf, stackSum, type StackKind } from './stack-parts.js';
import { StackedColumn } from './stacked-column.js';
import { stacksCsv, StacksTable } from './stacks-table.js';

const TIME = { top: 36, bottom: 196 } as const;
const MEMORY = { top: 236, bottom: 356 } as const;
const HEIGHT = MEMORY.bottom + NAMES_HEIGHT;

const said = (bar: StackBar): string =>
  bar.state === 'value'
    ? `${bar.label}: ${figureText(stackSum(bar.time), 'seconds')}, ${figureText(stackSum(bar.memory), 'bytes')}`
    : `${bar.label}: ${STATE_WORDS[bar.state]}`;

/** Bars of time over bars of memory, each by its parts; the line is what tier 1 holds. */
export function Stacks({ figure, active, onPoint, onAdopt }: FigureProps<StacksFigure>) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const hatch = useId();
  const { bars, memoryLimit } = figure;
  const names = bars.map(({ label }) => label);
  const bands = bandsOf(names, width);
  const { left, right } = bands;
  const panels: Readonly<Record<StackKind, Panel>> = {
    time: { left, right, ...TIME, most: mostOf(bars, 'time') },
    memory: { left, right, ...MEMORY, most: mostOf(bars, 'memory', memoryLimit) },
  };
  const parts = [...partsOf(bars, 'time'), ...partsOf(bars, 'memory')];
  const limit =
    memoryLimit !== null && memoryLimit <= panels.memory.most
      ? panels.memory.bottom - heightIn(panels.memory, memoryLimit)
      : null;
  const column = (bar: StackBar, index: number, kind: StackKind, unit: 'seconds' | 'bytes') => (
    <StackedColumn
      bar={bar}
      kind={kind}
      unit={unit}
      panel={panels[kind]}
      bands={bands}
      index={index}
      hatch={hatch}
      line={kind === 'memory' ? limit : null}
    />
  );
  return (
    <FigureFrame
      figure={figure}
      rows={() => stacksCsv(figure)}
      legend={parts.map((id) => ({ label: quantity(id).label, text: '', ...paintOf(id) }))}
      table={<StacksTable figure={figure} />}
    >
      <div ref={ref}>
        <svg data-chart role="group" aria-label={figure.finding} width={width} height={HEIGHT}>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="2" height="6" fill="#ffffff" fillOpacity="0.55" />
          </pattern>
          <BandPanel panel={panels.time} tick={(value) => tickText(value, 'seconds')} />
          <BandPanel panel={panels.memory} per={capacityUnit().bytes} tick={(value) => tickText(value, 'bytes')} />
          {bars.map((bar, index) => (
            <Band
              key={bar.label}
              bands={bands}
              index={index}
              top={TIME.top - 16}
              bottom={MEMORY.bottom}
              pointKey={bar.key}
              state={bar.state}
              label={said(bar)}
              active={active}
              onPoint={onPoint}
              onAdopt={onAdopt}
            >
              {column(bar, index, 'time', 'seconds')}
              {column(bar, index, 'memory', 'bytes')}
            </Band>
          ))}
          <g pointerEvents="none">
            {limit !== null && <line x1={left} x2={right} y1={limit} y2={limit} className={classes['limit']} />}
            <PanelName panel={panels.time} label="Batch time" />
            <PanelName panel={panels.memory} label="HBM used" />
            <BandNames bands={bands} names={names} y={MEMORY.bottom} label={figure.axis} />
          </g>
        </svg>
      </div>
      <ul className={legend['legend']}>
        {parts.map((id) => (
          <li key={id} data-hint={quantity(id).meaning}>
            <Swatch paint={paintOf(id)} />
            {quantity(id).label}
          </li>
        ))}
      </ul>
    </FigureFrame>
  );
}
