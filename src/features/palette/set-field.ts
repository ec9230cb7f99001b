import { isAllowed } from '../../core/inputs/allowed.js';
import { optionChanges } from '../../core/strategy/option-changes.js';
import { DEGREES, setDegree, setProcessors, type Degree } from '../../core/strategy/degrees.js';
import { workbench } from '../../state/workbench.js';
import { acceptQuantity } from '../../ui/quantity-limits.js';
import { quantityText } from '../../ui/quantity-text.js';
import type { PlacedField } from './field-paths.js';

/** What a typed value would do: set the input, or why it cannot. */
export type Setting =
  | { readonly ok: true; readonly text: string; readonly run: () => void }
  | { readonly ok: false; readonly message: string };

const isDegree = (path: string): path is Degree => (DEGREES as readonly string[]).includes(path);

/** The strategy with N or a degree set as its panel sets it; null where the others cannot make up for it. */
function withDegree(path: string, value: number): ReturnType<typeof setDegree> | null {
  const state = workbench().getState();
  const [model, from] = [state.model.value, state.strategy.value];
  if (path === 'num_procs') {
    const next = setProcessors(model, from, value, null);
    return next.num_procs === value ? next : null;
  }
  if (!isDegree(path)) return null;
  const next = setDegree(model, from, path, value, null);
  return next[path] === value ? next : null;
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
  const ties = placed.part === 'strategy' && (path === 'num_procs' || isDegree(path));
  if (ties && withDegree(path, typed.value) === null) {
    const { num_procs: processors } = workbench().getState().strategy.value;
    const why = `t · p · d has to be ${processors.toLocaleString('en')} with degrees that the model allows.`;
    return { ok: false, message: path === 'num_procs' ? 'No degrees make up that many processors.' : why };
  }
  return { ok: true, text: quantityText(typed.value, field.unit), run: () => setField(placed, typed.value) };
}
