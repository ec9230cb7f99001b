import { useMemo } from 'react';
import { grouped } from '../../core/quantities/grouped.js';
import { interleavingChoices, microbatchChoices, nearestMultiple, repair } from '../../core/strategy/degrees.js';
import { useWorkbench } from '../../state/workbench.js';
import { useBoundField } from '../../ui/bound-field.js';
import { Facts } from '../../ui/facts.js';
import { QuantityField } from '../../ui/quantity-field.js';
import { StepField } from '../../ui/step-field.js';
import { FieldDot } from './field-dot.js';
import { useReplacing } from './use-replacing.js';

function Batch() {
  const model = useWorkbench((state) => state.model.value);
  const d = useWorkbench((state) => state.strategy.value.data_par);
  const { declaration, ...field } = useBoundField('number', { part: 'strategy', path: 'batch_size' });
  const { replace, commit } = useReplacing();
  const multipleOf = useMemo(() => ({ value: d, name: `d = ${grouped(d)}` }), [d]);
  return (
    <QuantityField
      {...declaration}
      {...field}
      value={Number(field.value)}
      base={Number(field.base)}
      multipleOf={multipleOf}
      // A smaller batch may no longer divide into the microbatches it had.
      onChange={(batch, options) =>
        replace((from) => repair(model, { ...from, batch_size: nearestMultiple(batch, from.data_par) }), options)
      }
      onCommit={commit}
    />
  );
}

interface StepsProps {
  readonly path: 'microbatch_size' | 'pipeline_interleaving';
  readonly rule: string;
}

function Steps({ path, rule }: StepsProps) {
  const model = useWorkbench((state) => state.model.value);
  const strategy = useWorkbench((state) => state.strategy.value);
  const { declaration, label, field, value, onChange, onCommit } = useBoundField('number', { part: 'strategy', path });
  const choices =
    path === 'microbatch_size' ? microbatchChoices(model, strategy) : interleavingChoices(model, strategy);
  return (
    <StepField
      label={label}
      field={field}
      help={declaration.help}
      rule={rule}
      unit={path === 'microbatch_size' ? 'samples' : 'chunks'}
      value={Number(value)}
      choices={choices}
      dot={<FieldDot path={path} label={label} />}
      onChange={onChange}
      onCommit={onCommit}
    />
  );
}

function MicrobatchCount() {
  const { batch_size: batch, data_par: d, microbatch_size: b } = useWorkbench((state) => state.strategy.value);
  const count = batch / (d * b);
  return (
    <Facts
      facts={[
        {
          label: 'Microbatches a replica',
          text: Number.isInteger(count) ? grouped(count) : '—',
          how: 'microbatches',
          help: `batch ${grouped(batch)} / (d ${grouped(d)} · microbatch ${grouped(b)})`,
        },
      ]}
    />
  );
}

/** How much is computed at once: the batch, its microbatches and the chunks of a stage. */
export function BatchFields() {
  return (
    <>
      <Batch />
      <Steps
        path="microbatch_size"
        rule="it has to divide each replica’s share of the batch, and its tokens over t when the exchange splits them"
      />
      <MicrobatchCount />
      <Steps path="pipeline_interleaving" rule="it has to divide the blocks of a stage, and is 1 without a pipeline" />
    </>
  );
}
