import type { Explainer } from '../../core/quantities/formula/explain.js';
import { inputOf } from '../../core/quantities/formula/input-ids.js';
import { QUANTITIES } from '../../core/quantities/registry.js';
import { fieldAt } from '../../core/inputs/fields.js';

/** The name of an input, with its tier or datatype where it has one. */
function inputName(part: 'model' | 'system' | 'strategy', path: string): string {
  const label = fieldAt(part, path)?.label ?? path;
  const [, kind, which] = /^(networks|matrix|vector)\.([^.]+)\./.exec(path) ?? [];
  if (kind === undefined) return label;
  return kind === 'networks' ? `Tier ${which}: ${label}` : `${label}, ${which}`;
}

/** What a quantity or an input is called. */
export function entryName(id: string, explainer: Explainer | null): string {
  const input = inputOf(id);
  if (input !== null) return inputName(input.part, input.path);
  return explainer?.quantity(id)?.definition.label ?? QUANTITIES.find((each) => each.id === id)?.label ?? id;
}
