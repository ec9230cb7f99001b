import { grouped } from '../../core/quantities/grouped.js';
import type { AnyStudy } from '../../core/studies/study.js';
import { studyControl, useStudy, type StudyRunState } from '../../state/study-results.js';
import { elapsedText, paceText } from '../../ui/duration-text.js';
import { ProgressTrack } from '../../ui/progress-track.js';
import { useThrottled } from '../../ui/use-throttled.js';
import start from '../../ui/start-button.module.css';
import classes from './run-bar.module.css';

const START = `${start['start']} ${classes['start']}`;

const UPDATE_MS = 100;
/** The pace of fewer strategies than these says nothing. */
const FEW = 1000;

function StartButton({ study }: { readonly study: AnyStudy }) {
  const status = useStudy((state) => state.status);
  const isBlocked = useStudy((state) => state.problems.length > 0);
  const isStale = useStudy((state) => state.stale);
  if (status === 'running') {
    return (
      <button type="button" className={START} onClick={() => studyControl().cancel()}>
        Cancel
      </button>
    );
  }
  if (status === 'done' && !isStale && !isBlocked) {
    const reason =
      study.runs === 'at-once'
        ? 'It runs by itself at every change'
        : 'These are the results for the inputs as they are';
    return (
      // the same button as Cancel was: a study that finishes leaves the focus where it is
      <button type="button" className={classes['current']} aria-disabled data-hint={reason}>
        Up to date
      </button>
    );
  }
  return (
    <button
      type="button"
      className={START}
      data-primary
      aria-disabled={isBlocked || undefined}
      data-hint={isBlocked ? 'The inputs cannot be asked as they are' : undefined}
      onClick={() => {
        if (!isBlocked) studyControl().run();
      }}
    >
      Run
    </button>
  );
}

interface Remark {
  readonly text: string;
  readonly tone: 'problem' | 'warning' | 'note';
}

/** What is wrong or to know; nothing most of the time. */
function remarkOf(study: AnyStudy, state: StudyRunState): Remark {
  const { problems, status, error, stale } = state;
  if (problems.length > 0) {
    const text = problems.map(({ field, message }) => `${study.fields[field]?.label ?? field}: ${message}`).join(' ');
    return { text, tone: 'problem' };
  }
  if (status === 'error') return { text: error ?? 'The study stopped. Run it again.', tone: 'problem' };
  if (stale && status !== 'running')
    return { text: 'The inputs have changed since: run again for results that hold for them.', tone: 'warning' };
  if (status === 'cancelled') return { text: 'Cancelled: what was found until then stays.', tone: 'warning' };
  if (status === 'idle' && study.runs === 'when-asked')
    return { text: 'This one takes a while: press Run, and the figures fill as it goes.', tone: 'note' };
  return { text: '', tone: 'note' };
}

/** What starts and stops the study, how far it is, and what there is to know about that. */
export function RunBar({ study }: { readonly study: AnyStudy }) {
  const state = useThrottled(useStudy(), UPDATE_MS);
  const { status, answered, total, evaluated, feasible, ratePerSecond, elapsedSeconds } = state;
  const isIdle = status === 'idle' && answered === 0;
  const remark = remarkOf(study, state);
  return (
    <section className={classes['bar']} aria-label="Run">
      <StartButton study={study} />
      <div className={classes['progress']}>
        <ProgressTrack
          label="Questions answered"
          share={total > 0 ? Math.min(1, answered / total) : 0}
          valueText={isIdle ? 'Not run yet' : `${grouped(answered)} of ${grouped(total)}`}
          stopped={status === 'cancelled' || status === 'error'}
        />
        <div className={classes['figures']}>
          {remark.text !== '' ? (
            <p data-tone={remark.tone} role={remark.tone === 'problem' ? 'alert' : undefined} title={remark.text}>
              {remark.text}
            </p>
          ) : (
            <p>{isIdle ? '' : `${grouped(feasible)} of ${grouped(evaluated)} strategies fit`}</p>
          )}
          {!isIdle && (
            <>
              <span className={classes['points']}>{`${grouped(answered)} of ${grouped(total)} points`}</span>
              <span className={classes['pace']}>{evaluated < FEW ? '' : paceText(ratePerSecond)}</span>
              <span className={classes['time']}>{elapsedText(elapsedSeconds)}</span>
            </>
          )}
        </div>
      </div>
    </section>
  );
}
