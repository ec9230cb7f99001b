import { useSearch, searchControl } from '../../state/search-results.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import { durationText } from '../../ui/duration-text.js';
import { Progress } from './progress.js';
import start from '../../ui/start-button.module.css';
import classes from './search-bar.module.css';
import { searchedText, strategies } from './search-sentence.js';
import { SmallSwitch } from '../../ui/small-switch.js';
import { choose, useViewChoice } from './view-choices.js';

const START = `${start['start']} ${classes['start']}`;

/** What is searched, in one sentence. */
function Sentence() {
  const model = useWorkbench((state) => state.model.base.name);
  const system = useWorkbench((state) => state.system.base.name);
  const processors = useWorkbench((state) => state.strategy.value.num_procs);
  const strategyBatch = useWorkbench((state) => state.strategy.value.batch_size);
  const input = useWorkbench((state) => state.search);
  const size = useSearch((state) => state.plannedTotal);
  const text = searchedText({ model, system, processors, strategyBatch, input });
  return (
    <h2 className={classes['sentence']}>
      <span title={text}>{text}:</span> <b>{strategies(size)}</b>
    </h2>
  );
}

function StartButton() {
  const status = useSearch((state) => state.status);
  const isLong = useSearch((state) => state.long);
  const estimate = useSearch((state) => state.estimatedSeconds);
  const keepRows = useViewChoice('keepRows');
  const blocked = useSearch((state) => state.problems.length > 0);
  if (status === 'running') {
    return (
      <button type="button" className={START} onClick={() => searchControl().cancel()}>
        Cancel
      </button>
    );
  }
  return (
    <button
      type="button"
      className={START}
      data-primary
      aria-disabled={blocked || undefined}
      data-hint={isLong && estimate !== null ? `Takes about ${durationText(estimate)}` : undefined}
      onClick={() => {
        if (!blocked) searchControl().start({ rows: keepRows, ...(isLong ? { long: true } : {}) });
      }}
    >
      {isLong ? 'Search anyway' : 'Search'}
    </button>
  );
}

/** One line that always has its place: what is wrong, what to know, or nothing. */
function Remark() {
  const keepRows = useViewChoice('keepRows');
  const { status, error, problems, stale, long, estimatedSeconds, notice, rowsDropped, tally } = useSearch();
  const remark = ((): { readonly text: string; readonly tone: 'problem' | 'warning' | 'note' } => {
    if (problems.length > 0) return { text: problems.join(' '), tone: 'problem' };
    if (status === 'error') return { text: error ?? 'The search stopped. Start it again.', tone: 'problem' };
    if (notice !== null) return { text: notice, tone: 'warning' };
    if (long && status !== 'running')
      return {
        text: `This search takes about ${durationText(estimatedSeconds ?? 60)}: more constraints make it shorter.`,
        tone: 'warning',
      };
    if (stale && status !== 'running' && tally !== null)
      return { text: 'The inputs have changed since: search again for results that hold for them.', tone: 'warning' };
    if (rowsDropped)
      return {
        text: 'There were more feasible rows than fit in memory, so only the best were kept. More constraints leave fewer.',
        tone: 'warning',
      };
    if (keepRows && status === 'done' && tally?.rows === null)
      return { text: 'Only the best rows were kept: search again to keep them all.', tone: 'warning' };
    if (status === 'cancelled')
      return { text: 'Cancelled: the results are of the strategies tried until then.', tone: 'warning' };
    return { text: '', tone: 'note' };
  })();
  return (
    <p
      className={classes['remark']}
      data-tone={remark.tone}
      role={remark.tone === 'problem' ? 'alert' : undefined}
      title={remark.text}
    >
      {remark.text}
    </p>
  );
}

/** What is searched, how far the search is, and what starts and stops it. */
export function SearchBar() {
  const live = useWorkbench((state) => state.search.live);
  const keepRows = useViewChoice('keepRows');
  return (
    <section className={classes['bar']} aria-label="Search">
      <Sentence />
      <div className={classes['line']}>
        <StartButton />
        <Progress />
        <SmallSwitch
          label="Keep all rows"
          hint="Keep every feasible strategy, not only the best: for the density, exact bins and the whole table"
          checked={keepRows}
          onChange={(on) => {
            choose({ keepRows: on });
            const { status, tally, stale, long } = useSearch.getState();
            if (on && status === 'done' && tally?.rows === null && !stale && !long)
              searchControl().start({ rows: true });
          }}
        />
        <SmallSwitch
          label="Live"
          hint="Search again at every change of model or hardware, and follow the best strategy"
          checked={live}
          onChange={(on) => workbench().getState().editSearch({ live: on })}
        />
      </div>
      <Remark />
    </section>
  );
}
