import type { TornadoFigure } from '../../core/studies/figure.js';
import { useColorScheme } from '../../ui/color-scheme.js';
import { useWidth } from '../../ui/use-width.js';
import { FigureFrame } from './figure-frame.js';
import legend from './figure-legend.module.css';
import type { FigureProps } from './figure-props.js';
import { TornadoPlot } from './tornado-plot.js';
import { tornadoCsv, TornadoTable } from './tornado-table.js';
import { TORNADO_COLOURS } from './tornado-words.js';
import classes from './tornado.module.css';

/** Numbers that the rate follows, the most first, with what improving each would gain. */
export function Tornado(props: FigureProps<TornadoFigure>) {
  const { figure } = props;
  const [ref, width] = useWidth<HTMLDivElement>();
  const colours = TORNADO_COLOURS[useColorScheme()];
  return (
    <FigureFrame
      figure={figure}
      rows={() => tornadoCsv(figure)}
      legend={figure.modes.flatMap(({ label }, mode) => [
        { label: `${label}:`, text: 'more is faster', fill: colours.gain[mode] ?? colours.gain[0] },
        { label: `${label}:`, text: 'more is slower', fill: colours.loss[mode] ?? colours.loss[0] },
      ])}
      table={<TornadoTable figure={figure} />}
    >
      <ul className={`${legend['legend']} ${classes['keys']}`}>
        {figure.modes.map(({ id, label }, mode) => (
          <li key={id}>
            <svg width={28} height={10} aria-hidden="true">
              <rect width={13} height={10} fill={colours.loss[mode]} />
              <rect x={15} width={13} height={10} fill={colours.gain[mode]} />
            </svg>
            {label}
          </li>
        ))}
        <li className={classes['sides']}>left: more is slower · right: more is faster</li>
      </ul>
      <div ref={ref}>
        <TornadoPlot {...props} width={width} colours={colours} />
      </div>
      {figure.nilText !== '' && <p className={classes['nil']}>{figure.nilText}</p>}
    </FigureFrame>
  );
}
