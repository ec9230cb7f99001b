import { isAllowed } from '../../core/inputs/allowed.js';
import type { StrategyInput } from '../../core/inputs/design.js';
import { grouped } from '../../core/quantities/grouped.js';
import { optionChanges } from '../../core/strategy/option-changes.js';
import { isTied, withExactDegree } from '../../core/strategy/exact-degree.js';
import { workbench } from '../../state/workbench.js';
import { acceptQuantity } from '../../ui/quantity-limits.js';
import { quantityText } from '../../ui/quantity-text.js';
import type { PlacedField } from './field-paths.js';

/** What a typed value would do: set the input, or why it cannot. */
export type Setting =
  | { readonly ok: true; readonly text: string; readonly run: () => void }
  | { readonly ok: false; readonly message: string };

/** The strategy with N or a degree set; null where the others cannot make up for it, and for any other input. */
function withDegree(path: string, value: number): StrategyInput | null {
  const { model, strategy } = workbench().getState();
  return isTied(path) ? withExactDegree(model.value, strategy.value, path, value) : null;
}

/** Sets an input as its field does: one step for undo, with what follows from it. */
export function setField({ part, path }: PlacedField, value: unknown): void {
  const state = workbench().getState();
  if (part === 'strategy') {
    const next = typeof value === 'number' ? withDegree(path, value) : null;
    if (next !== null) state.replacePart('strategy', next);
    else state.edit('strategy', optionChanges(state.strategy.value, path, value));
  } else state.edit(part, { [path]: value });
}

/** Reads a number typed behind the name of an input, by the rules of its field. */
export function readSetting(placed: PlacedField, text: string): Setting {
  const { field, path } = placed;
  if (field.kind !== 'number') return { ok: false, message: 'This input takes no number.' };
  const typed = acceptQuantity(text, field);
  if (!typed.ok) return typed;
  if (!isAllowed(field, typed.value)) return { ok: false, message: 'This input does not take that.' };
  const tiers = workbench().getState().system.value.networks.length;
  if (path.endsWith('_par_net') && typed.value >= tiers)
    return { ok: false, message: `There is no such tier: the last one is tier ${tiers - 1}.` };
  const ties = placed.part === 'strategy' && isTied(path);
  if (ties && withDegree(path, typed.value) === null) {
    const { num_procs: processors } = workbench().getState().strategy.value;
    const why = `t · p · d has to be ${grouped(processors)} with degrees that the model allows.`;
    return { ok: false, message: path === 'num_procs' ? 'No degrees make up that many processors.' : why };
  }
  return { ok: true, text: quantityText(typed.value, field.unit), run: () => setField(placed, typed.value) };
}
