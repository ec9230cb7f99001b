import { useId, useState } from 'react';
import { fieldAt } from '../../core/inputs/fields.js';
import { reasonWords } from '../../core/strategy/reason-words.js';
import type { Reason, ReasonField } from '../../core/strategy/reasons.js';
import { useResults } from '../../state/results.js';
import { FoldArrow } from '../../ui/fold-arrow.js';
import { NumberButton } from '../../ui/number-button.js';
import classes from './limits.module.css';
import { MakeItFit } from './make-it-fit.js';
import { reasonFigures } from './reason-figures.js';

/**
 * Every limit a design breaks, by how much, and the inputs to look at; or why there is no answer. Nothing at all for
 * a design that fits. Folded it stays so, also for the next design, until it is unfolded.
 */
export function Limits() {
  const [isFolded, setFolded] = useState(false);
  const id = useId();
  const error = useResults((state) => (state.status === 'error' ? state.error : null));
  const outcome = useResults((state) => state.report?.outcome);
  const design = useResults((state) => state.design);
  const engine = useResults((state) => state.engine);
  if (engine === 'restarting') {
    return (
      <section className={classes['limits']} aria-label="Limits" role="status" data-quiet>
        <p className={classes['title']}>Restarting the model…</p>
      </section>
    );
  }
  if (error !== null || engine === 'failed') return <NoAnswer error={error} stopped={engine === 'failed'} />;
  if (outcome === undefined || outcome.kind === 'feasible') return null;
  const { kind, reasons } = outcome;
  const count = `${reasons.length} ${kind === 'infeasible' ? 'limit' : 'rule'}${reasons.length === 1 ? '' : 's'} broken`;
  return (
    <section className={classes['limits']} aria-label="Limits" data-folded={isFolded || undefined}>
      <h2 className={classes['title']}>
        <button
          type="button"
          className={classes['fold']}
          aria-expanded={!isFolded}
          aria-controls={id}
          onClick={() => setFolded(!isFolded)}
        >
          <FoldArrow open={!isFolded} />
          <span className={classes['kind']}>{kind === 'infeasible' ? 'Infeasible' : 'Invalid'}</span> {count}
        </button>
        <span className={classes['note']}>
          {isFolded
            ? reasons.map(briefly).join(' ')
            : kind === 'infeasible'
              ? 'the numbers are what it would take'
              : 'a design like this has no numbers'}
        </span>
      </h2>
      <div id={id} hidden={isFolded}>
        {!isFolded && (
          <>
            <ul className={classes['reasons']}>
              {reasons.map((reason) => (
                <ReasonRow key={`${reason.code} ${reason.message}`} reason={reason} />
              ))}
            </ul>
            {design !== null && <MakeItFit design={design} />}
          </>
        )}
      </div>
    </section>
  );
}

const inBrackets = (ratio: string | null): string => (ratio === null ? '' : ` (${ratio})`);

/** A reason in one sentence, with by how much where that is a number: "HBM needs 139 GiB, has 80.0 GiB, over by 59.2 GiB (1.74×)." */
function briefly(reason: Reason): string {
  const { message } = reasonWords(reason);
  const figures = reasonFigures(reason);
  if (figures === null) return message;
  return `${message.replace(/\.$/, '')}, over by ${figures.over}${inBrackets(figures.ratio)}.`;
}

/** Says that the numbers are old, and why; another try is one press away. */
function NoAnswer({ error, stopped }: { readonly error: string | null; readonly stopped: boolean }) {
  const retry = useResults((state) => state.retry);
  return (
    <section className={classes['limits']} aria-label="Limits" role="alert">
      <h2 className={classes['title']}>
        {stopped ? (
          <>
            <span className={classes['kind']}>The model stopped</span>; change an input or press Retry.
          </>
        ) : (
          <>
            <span className={classes['kind']}>No answer</span> for this design: {error}
          </>
        )}
        <span className={classes['note']}>the numbers are of the last design that had an answer</span>
        <button type="button" className={classes['retry']} data-hint={stopped ? error : undefined} onClick={retry}>
          Retry
        </button>
      </h2>
    </section>
  );
}

function ReasonRow({ reason }: { readonly reason: Reason }) {
  const figures = reasonFigures(reason);
  const { message, allowed } = reasonWords(reason);
  return (
    <li className={classes['reason']}>
      <p>{message}</p>
      {figures === null ? (
        <p className={classes['allowed']}>Allowed: {allowed}</p>
      ) : (
        <div className={classes['figures']}>
          <span
            className={classes['bar']}

            role="img"
            aria-label={`${figures.needs} needed, ${figures.has} there`}
          >
            <span style={{ width: `${figures.limitAt * 100}%` }} />
          </span>
          <span>
            over by{' '}
            <b>
              {figures.how === null ? (
                figures.over
              ) : (
                <NumberButton id={figures.how} alone>
                  {figures.over}
                </NumberButton>
              )}
            </b>
            {inBrackets(figures.ratio)}
          </span>
        </div>
      )}
      <p className={classes['fields']}>
        {reason.fields.map((field) => (
          <FieldButton key={`${field.part} ${field.path}`} field={field} />
        ))}
      </p>
    </li>
  );
}

/** The name of an input, with its tier where it has one. */
function fieldName({ part, path }: ReasonField): string {
  const label = fieldAt(part, path)?.label ?? path;
  const tier = /^networks\.(\d+)\./.exec(path)?.[1];
  return tier === undefined ? label : `Tier ${tier}: ${label}`;
}

function FieldButton({ field }: { readonly field: ReasonField }) {
  return (
    <button
      type="button"
      className={classes['field']}
      data-hint="Go to this input"
      onClick={() => window.dispatchEvent(new CustomEvent('focus-field', { detail: field }))}
    >
      {fieldName(field)}
    </button>
  );
}
