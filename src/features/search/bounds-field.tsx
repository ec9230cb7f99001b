import { fieldAt } from '../../core/inputs/fields.js';
import type { BoundedField } from '../../core/inputs/search-input.js';
import { grouped } from '../../core/quantities/grouped.js';
import { STRATEGY_CHOICES } from '../../core/strategy/strategy-changes.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import { OptionalNumber } from '../../ui/optional-number.js';
import { NO_BOUND, withBound } from './constraints.js';
import { SettingRow } from './setting-row.js';
import row from './setting-row.module.css';

const WHOLE = { unit: '', integer: true, min: 1, max: 1e9 } as const;

/** The least and the most that a whole-number choice may be; the same twice fixes it. */
export function BoundsField({ field }: { readonly field: BoundedField }) {
  const bounds = useWorkbench((state) => state.search.bounds);
  const label = fieldAt('strategy', field)?.label ?? field;
  const name = STRATEGY_CHOICES.find(({ path }) => path === field)?.name ?? field;
  const [min, max] = bounds[field] ?? [1, NO_BOUND];
  const set = (next: readonly [number, number] | null): void =>
    workbench()
      .getState()
      .editSearch({ bounds: withBound(bounds, field, next) });
  return (
    <SettingRow
      label={`${label}, ${name}`}
      help={`${fieldAt('strategy', field)?.help ?? ''} The same number twice fixes it.`}
      changed={bounds[field] !== undefined}
      wholeText="any"
      whole={{ bounds: withBound(bounds, field, null) }}
    >
      <OptionalNumber
        label={`${label} at least`}
        value={min > 1 ? min : null}
        placeholder="1"
        width={6}
        limits={WHOLE}
        refuse={(value) => (value > max ? `The least cannot exceed the most, ${grouped(max)}.` : undefined)}
        onChange={(value) => set([value ?? 1, max])}
      />
      <span className={row['unit']}>to</span>
      <OptionalNumber
        label={`${label} at most`}
        value={max === NO_BOUND ? null : max}
        placeholder="any"
        width={6}
        limits={WHOLE}
        refuse={(value) => (value < min ? `The most cannot be below the least, ${grouped(min)}.` : undefined)}
        onChange={(value) => set([min, value ?? NO_BOUND])}
      />
    </SettingRow>
  );
}
