import { isAllowed } from '../../core/inputs/allowed.js';
import { grouped } from '../../core/quantities/grouped.js';
import { optionChanges } from '../../core/strategy/option-changes.js';
import { workbench } from '../../state/workbench.js';
import { acceptQuantity, type QuantityLimits } from '../../ui/quantity-limits.js';
import { quantityText } from '../../ui/quantity-text.js';
import type { PlacedField } from './field-paths.js';
import { refusedNumber, repairedStrategy } from './strategy-setting.js';

/** What a typed value would do: set the input, or why it cannot. */
export type Setting =
  | { readonly ok: true; readonly text: string; readonly run: () => void }
  | { readonly ok: false; readonly message: string };

/** Sets an input as its field does: one step for undo, with what follows from it. */
export function setField({ part, path }: PlacedField, value: unknown): void {
  const state = workbench().getState();
  if (part === 'strategy') {
    const repaired = typeof value === 'number' ? repairedStrategy(path, value) : null;
    if (repaired !== null) state.replacePart('strategy', repaired);
    else state.edit('strategy', optionChanges(state.strategy.value, path, value));
  } else state.edit(part, { [path]: value });
}

/** A batch is shared out evenly over the replicas. */
function multipleOf(path: string): QuantityLimits['multipleOf'] {
  const { data_par: d } = workbench().getState().strategy.value;
  return path === 'batch_size' ? { value: d, name: `d = ${grouped(d)}` } : undefined;
}

/** Reads a number typed behind the name of an input, by the rules of its field. */
export function readSetting(placed: PlacedField, text: string): Setting {
  const { field, part, path } = placed;
  if (field.kind !== 'number') return { ok: false, message: 'This input takes no number.' };
  const refuse = (value: number): string | undefined => (part === 'strategy' ? refusedNumber(path, value) : undefined);
  const typed = acceptQuantity(text, { ...field, multipleOf: multipleOf(path) }, refuse);
  if (!typed.ok) return typed;
  if (!isAllowed(field, typed.value)) return { ok: false, message: 'This input does not take that.' };
  return { ok: true, text: quantityText(typed.value, field.unit), run: () => setField(placed, typed.value) };
}
