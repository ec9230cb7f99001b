import type { DesignPart } from './design.js';
import { fieldAt } from './fields.js';

const ENGINES: Readonly<Record<string, string>> = { matrix: 'Matrix', vector: 'Vector' };

/** An input's name, with the tier or the engine it belongs to: "Tier 1: Bandwidth", "Matrix peak, float16". */
export function inputLabel(part: DesignPart, path: string): string {
  const label = fieldAt(part, path)?.label;
  const [root = '', key] = path.split('.');
  if (root === 'networks') return key === undefined ? 'Network tiers' : `Tier ${key}: ${label ?? path}`;
  const engine = ENGINES[root];
  if (part === 'system' && engine !== undefined && key !== undefined)
    return label === undefined ? `${engine} engine, ${key}` : `${label}, ${key}`;
  return label ?? path;
}
