import type { InputField } from './field.js';
import { MODEL_FIELDS } from './model-fields.js';
import { STRATEGY_FIELDS } from './strategy-fields.js';
import { SYSTEM_FIELDS } from './system-fields.js';
import type { DesignPart } from './design.js';

/** Every input there is, by part. */
export const FIELDS: Readonly<Record<DesignPart, readonly InputField[]>> = {
  model: MODEL_FIELDS,
  system: SYSTEM_FIELDS,
  strategy: STRATEGY_FIELDS,
};

/** `networks.1.bandwidth` → `networks.*.bandwidth`; `matrix.float16.tflops` → `matrix.*.tflops`. */
function fieldPattern(part: DesignPart, path: string): string {
  if (part !== 'system') return path;
  return path.replace(/^(networks|matrix|vector)\.[^.]+/, '$1.*');
}

const byPattern = new Map<string, InputField>(
  Object.values(FIELDS).flatMap((fields) => fields.map((field) => [`${field.part}:${field.path}`, field] as const)),
);

/** The declaration of the input at `path` (indices and datatypes spelled out), if there is one. */
export function fieldAt(part: DesignPart, path: string): InputField | undefined {
  return byPattern.get(`${part}:${fieldPattern(part, path)}`);
}
