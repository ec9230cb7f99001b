import { useResults } from '../../state/results.js';
import classes from './strategy-panel.module.css';
import { effectKey } from './option-effects.js';

const tone = (text: string): string | undefined =>
  text.startsWith('+') ? classes['worse'] : text.startsWith('−') ? classes['better'] : classes['same'];

interface EffectCellsProps {
  readonly path: string;
  readonly value: string | boolean;
  /** What is done: "Turn on", "All-reduce". */
  readonly doing: string;
}

/** What an option would do to the batch time and to HBM now. Keeps its width whatever it says. */
export function EffectCells({ path, value, doing }: EffectCellsProps) {
  const key = useResults((state) => effectKey(state.report, path, value));
  const [time = '', memory = '', kind = '', limits = ''] = key.split('\t');
  if (time === '') return <span className={classes['effects']} />;
  const over = kind === 'infeasible';
  const said = `time ${time}, HBM ${memory}${over ? ', does not fit' : ''}`;
  return (
    <span className={classes['effects']} data-hint={`${doing}: ${said}${over ? `\n${limits}` : ''}`}>
      <span aria-hidden="true" className={tone(time)}>
        {time}
      </span>
      <span aria-hidden="true" className={tone(memory)}>
        {memory}
      </span>
      <span aria-hidden="true" className={classes['over']}>
        {over && '✕'}
      </span>
      <span className="visually-hidden">{said}</span>
    </span>
  );
}

/** Names the two columns. */
export function EffectHeads() {
  return (
    <span
      className={classes['effectHeads']}
      data-hint="What each option would do to the batch time and to the HBM used, compared with the design as it is. ✕: it would not fit."
    >
      <span>time</span>
      <span>HBM</span>
      <span />
    </span>
  );
}
