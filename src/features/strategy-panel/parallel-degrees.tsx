import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { ModelInput, StrategyInput } from '../../core/inputs/design.js';
import { counted, countedName } from '../../core/quantities/counted.js';
import { grouped } from '../../core/quantities/grouped.js';
import { degreeChoices, setDegree, setProcessors, type Degree } from '../../core/strategy/degrees.js';
import { pipelineShortfall } from '../../core/strategy/pipeline-shortfall.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import { IconButton } from '../../ui/icon-button.js';
import { useBoundField } from '../../ui/bound-field.js';
import { QuantityField } from '../../ui/quantity-field.js';
import { StepField } from '../../ui/step-field.js';
import { FieldDot } from './field-dot.js';
import { useReplacing, type ChangeOptions } from './use-replacing.js';
import classes from './strategy-panel.module.css';

const LETTER: Readonly<Record<Degree, string>> = { tensor_par: 't', pipeline_par: 'p', data_par: 'd' };

/** Why N cannot become `processors` while a degree is locked; undefined where it can. */
function lockedOut(
  model: ModelInput,
  from: StrategyInput,
  processors: number,
  locked: Degree | null,
): string | undefined {
  if (locked === null || processors === from.num_procs) return undefined;
  if (setProcessors(model, from, processors, locked) !== from) return undefined;
  const [letter, value] = [LETTER[locked], grouped(from[locked])];
  const why = processors % from[locked] === 0 ? 'no other degrees fit beside it' : `${value} does not divide them`;
  return `${counted(processors, 'processors')} cannot keep ${letter} ${value}, which is locked: ${why}`;
}

interface ProcessorsProps {
  readonly locked: Degree | null;
  /** What the last change could not do, for as long as it is the last. */
  readonly onRefused: (reason: string | null) => void;
}

function Processors({ locked, onRefused }: ProcessorsProps) {
  const model = useWorkbench((state) => state.model.value);
  const { declaration, ...field } = useBoundField('number', { part: 'strategy', path: 'num_procs' });
  const { replace, commit } = useReplacing();
  const last = useRef<string | null>(null);
  const change = useCallback(
    (processors: number, options: ChangeOptions) =>
      replace((from) => {
        last.current = lockedOut(model, from, processors, locked) ?? null;
        // Said until the drag ends on a number that fits: it would come and go with every step otherwise.
        if (last.current !== null || options.commit) onRefused(last.current);
        // A drag over what does not fit stays where it was, not where it began.
        if (last.current !== null) return workbench().getState().strategy.value;
        return setProcessors(model, from, processors, locked);
      }, options),
    [model, locked, replace, onRefused],
  );
  const end = useCallback(() => {
    onRefused(last.current);
    commit();
  }, [onRefused, commit]);
  const refuse = useCallback(
    (processors: number) => lockedOut(model, workbench().getState().strategy.value, processors, locked),
    [model, locked],
  );
  return (
    <QuantityField
      {...declaration}
      {...field}
      value={Number(field.value)}
      base={Number(field.base)}
      refuse={refuse}
      onChange={change}
      onCommit={end}
    />
  );
}

const DEGREE_FIELDS: readonly {
  readonly degree: Degree;
  readonly label: string;
  readonly help: string;
  readonly rule: string;
}[] = [
  {
    degree: 'tensor_par',
    label: 'Tensor t',
    help: 'Each block’s matrices are split over t processors.',
    rule: 't has to divide N, the hidden and feed-forward sizes and the heads',
  },
  {
    degree: 'pipeline_par',
    label: 'Pipeline p',
    help: 'The blocks are split into p stages.',
    rule: 'p has to divide N, and the panel gives every stage a block',
  },
  {
    degree: 'data_par',
    label: 'Data d',
    help: 'd replicas each take a share of the batch.',
    rule: 'd has to divide N and leave a t and a p that fit',
  },
];

/** What a pipeline that does not divide the blocks costs: every stage keeps the pace of the fullest. */
function Padding({ blocks, stages }: { readonly blocks: number; readonly stages: number }) {
  const shortfall = pipelineShortfall(blocks, stages);
  if (shortfall === null) return null;
  const { stages: short, blocksEach, countedBlocks } = shortfall;
  const held = blocksEach === 0 ? 'none' : 'one fewer';
  return (
    <p className={classes['rule']}>
      p {blocksEach === 0 ? 'exceeds' : 'does not divide'} the <b>{grouped(blocks)}</b> {countedName(blocks, 'blocks')}:{' '}
      {counted(short, 'stages')} {short === 1 ? `holds ${held} and waits` : `hold ${held} and wait`}, and MFU counts{' '}
      <b>{grouped(countedBlocks)}</b>
    </p>
  );
}

/** N on top; t, p and d each move among the values that keep t·p·d = N. Locking one makes the other two trade. */
export function ParallelDegrees() {
  const model = useWorkbench((state) => state.model.value);
  const { num_procs: N, tensor_par: t, pipeline_par: p, data_par: d } = useWorkbench((state) => state.strategy.value);
  const [locked, setLocked] = useState<Degree | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const { replace, commit } = useReplacing();
  const degrees = useMemo(() => ({ num_procs: N, tensor_par: t, pipeline_par: p, data_par: d }), [N, t, p, d]);
  // Finding the valid values of a highly composite N takes a few milliseconds: after the frame that follows the pointer.
  const settled = useDeferredValue(degrees);
  const choices = useMemo(
    () => degreeChoices(model, { ...workbench().getState().strategy.value, ...settled }, locked),
    [model, settled, locked],
  );
  const product = t * p * d;
  return (
    <>
      <Processors locked={locked} onRefused={setRefused} />
      {DEGREE_FIELDS.map(({ degree, label, help, rule }) => (
        <StepField
          key={degree}
          label={label}
          help={help}
          field={`strategy ${degree}`}
          rule={locked === null || locked === degree ? rule : `${rule}, beside the locked degree`}
          value={degrees[degree]}
          choices={choices[degree]}
          disabled={locked === degree}
          dot={<FieldDot path={degree} label={label} />}
          onChange={(value, options) => {
            setRefused(null);
            replace((from) => setDegree(model, from, degree, value, locked), options);
          }}
          onCommit={commit}
          aside={
            <span className={classes['lock']}>
              <IconButton
                icon={locked === degree ? 'lock' : 'unlock'}
                size="small"
                aria-pressed={locked === degree}
                label={
                  locked === degree
                    ? `${label} is locked: the other two trade. Press to unlock`
                    : `Lock ${label}, so that the other two trade`
                }
                onClick={() => {
                  setRefused(null);
                  setLocked(locked === degree ? null : degree);
                }}
              />
            </span>
          }
        />
      ))}
      <p className={product === N ? classes['rule'] : classes['broken']} role="status">
        <b>{grouped(N)}</b> {product !== N && `≠ ${grouped(product)} `}= t <b>{grouped(t)}</b> · p <b>{grouped(p)}</b> ·
        d <b>{grouped(d)}</b>
        {refused !== null && <span className={classes['refused']}>{refused}</span>}
      </p>
      <Padding blocks={model.num_blocks} stages={p} />
    </>
  );
}
