import { useId } from 'react';
import { useWorkbench } from '../../state/workbench.js';
import { useBoundField } from '../../ui/bound-field.js';
import { FieldRow } from '../../ui/field-row.js';
import { tierName } from '../../core/system/tier-name.js';
import { FieldDot } from './field-dot.js';
import classes from './strategy-panel.module.css';

const TRAFFIC = [
  { path: 'tensor_par_net', label: 'Tensor over' },
  { path: 'pipeline_par_net', label: 'Pipeline over' },
  { path: 'data_par_net', label: 'Data over' },
] as const;

function TierChoice({ path, label }: (typeof TRAFFIC)[number]) {
  const id = useId();
  const tiers = useWorkbench((state) => state.system.value.networks.length);
  const { declaration, field, value, onChange } = useBoundField('number', { part: 'strategy', path });
  const current = Number(value);
  const shown = Math.max(tiers, current + 1);
  return (
    <FieldRow
      label={<label htmlFor={id}>{label}</label>}
      help={declaration.help}
      field={field}
      dot={<FieldDot path={path} label={label} />}
    >
      <select
        id={id}
        className={classes['select']}
        value={current}
        onChange={(event) => onChange(Number(event.currentTarget.value), { commit: true })}
      >
        {Array.from({ length: shown }, (_, index) =>
          index < tiers || index === current ? (
            <option key={index} value={index}>
              {index < tiers ? tierName(index, tiers) : `Tier ${index}: not on this system`}
            </option>
          ) : null,
        )}
      </select>
    </FieldRow>
  );
}

/** Which network carries each kind of traffic. */
export function TierChoices() {
  return TRAFFIC.map((traffic) => <TierChoice key={traffic.path} {...traffic} />);
}
