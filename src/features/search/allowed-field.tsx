import { fieldAt } from '../../core/inputs/fields.js';
import type { ChosenField } from '../../core/inputs/search-input.js';
import { choiceText } from '../../core/strategy/strategy-changes.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import { ToggleChips, type Chip } from '../../ui/toggle-chips.js';
import { withAllowed } from './constraints.js';
import { SettingRow } from './setting-row.js';

/** Every value of a choice: its options, on and off, or the system's network tiers. */
function chipsOf(field: ChosenField, tiers: number): Chip[] {
  const declared = fieldAt('strategy', field);
  if (declared?.kind === 'choice') {
    return declared.options.map(({ value, label, help }) => ({ value, label, help }));
  }
  if (declared?.kind === 'switch')
    return ['true', 'false'].map((value) => ({ value, label: choiceText(field, value) }));
  return Array.from({ length: tiers }, (_, tier) => ({ value: String(tier), label: `tier ${tier}` }));
}

/** Which values of a choice the search may use. */
export function AllowedField({ field }: { readonly field: ChosenField }) {
  const allowed = useWorkbench((state) => state.search.allowed);
  const tiers = useWorkbench((state) => state.system.value.networks.length);
  const label = fieldAt('strategy', field)?.label ?? field;
  const chips = chipsOf(field, tiers);
  const all = chips.map((chip) => chip.value);
  const on = allowed[field] ?? all;
  return (
    <SettingRow
      label={label}
      help={fieldAt('strategy', field)?.help ?? ''}
      changed={allowed[field] !== undefined}
      wholeText="all"
      whole={{ allowed: withAllowed(allowed, field, null) }}
    >
      <ToggleChips
        label={`Allowed: ${label}`}
        chips={chips}
        on={on}
        onChange={(next) =>
          workbench()
            .getState()
            .editSearch({ allowed: withAllowed(allowed, field, next.length === all.length ? null : next) })
        }
      />
    </SettingRow>
  );
}
