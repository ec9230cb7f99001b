import type { Design, DesignPart } from '../../core/inputs/design.js';
import type { InputField } from '../../core/inputs/field.js';
import { FIELDS } from '../../core/inputs/fields.js';
import { valueAt } from '../../core/inputs/value-at.js';

/** One input there is in a design, or in what it is held against. */
export interface InputPlace {
  readonly path: string;
  readonly field: InputField;
  /** What stands above it in a list: "Tier 0", "HBM". */
  readonly group: string | null;
}

const GROUPS: Readonly<Record<string, string>> = {
  matrix: 'Matrix engine',
  vector: 'Vector engine',
  mem1: 'HBM',
  mem2: 'Offload tier',
  processing_mode: 'Processing',
};

function groupOf(part: DesignPart, path: string): string | null {
  if (part !== 'system') return null;
  const [root = '', key = ''] = path.split('.');
  if (root === 'networks') return `Network tier ${key}`;
  const name = GROUPS[root] ?? null;
  return root === 'matrix' || root === 'vector' ? `${name}, ${key}` : name;
}

/** The names that stand for a `*` after `root` in any of the values, in their order. */
function keysIn(values: readonly unknown[], root: string): readonly string[] {
  const keys = values.flatMap((value) => {
    const container = valueAt(value, root);
    return typeof container === 'object' && container !== null ? Object.keys(container) : [];
  });
  return [...new Set(keys)];
}

/** Every input that any of these values of a part has, in the order of its file, tier by tier and engine by engine. */
export function inputPlaces<P extends DesignPart>(part: P, values: readonly Design[P][]): readonly InputPlace[] {
  const roots = [...new Set(FIELDS[part].map(({ path }) => path.split('.')[0] ?? ''))];
  return roots.flatMap((root) => {
    const fields = FIELDS[part].filter(({ path }) => path === root || path.startsWith(`${root}.`));
    const isMany = fields.some(({ path }) => path.startsWith(`${root}.*`));
    const paths = isMany
      ? keysIn(values, root).flatMap((key) =>
          fields.map((field) => ({ field, path: field.path.replace(`${root}.*`, `${root}.${key}`) })),
        )
      : fields.map((field) => ({ field, path: field.path }));
    return paths.map((each) => ({ ...each, group: groupOf(part, each.path) }));
  });
}
