import type { Design, DesignPart } from '../core/inputs/design.js';
import { FIELDS } from '../core/inputs/fields.js';
import { readModel } from './calculon-model.js';
import { readStrategy } from './calculon-strategy.js';
import { readSystem } from './calculon-system.js';
import { isDesignFile, LONGEST_NAME, readDesign, type NamedDesign } from './design-file.js';
import { LONGEST_FILE, parseJson } from './json-text.js';
import { fileProblem, type Problem, type Read } from './problem.js';

type PartFile = {
  readonly [P in DesignPart]: { readonly ok: true; readonly kind: P; readonly name: string; readonly value: Design[P] };
}[DesignPart];

/** What a file turned out to be, or everything that is wrong with it. */
export type FileRead =
  | PartFile
  | ({ readonly ok: true; readonly kind: 'design' } & NamedDesign)
  | { readonly ok: false; readonly problems: readonly Problem[] };

const ALLOWED = 'a Calculon model, system or execution, or a Calculon Explorer design';

/** Reads any file a person may open: one of Calculon's three kinds, known by its fields, or a design file. Never throws. */
export function readFile(text: string, fileName: string): FileRead {
  const parsed = parseJson(text, LONGEST_FILE, ALLOWED);
  if (!parsed.ok) return parsed;
  if (isDesignFile(parsed.value)) {
    const read = readDesign(parsed.value);
    return read.ok ? { ok: true, kind: 'design', ...read.value } : read;
  }
  const name = nameOfFile(fileName);
  const as = <P extends DesignPart>(kind: P, read: Read<Design[P]>): FileRead =>
    read.ok ? ({ ok: true, kind, name, value: read.value } as PartFile) : read;
  switch (kindOf(parsed.value)) {
    case 'model':
      return as('model', readModel(parsed.value));
    case 'system':
      return as('system', readSystem(parsed.value));
    case 'strategy':
      return as('strategy', readStrategy(parsed.value));
    case null:
      return { ok: false, problems: [unknownKind()] };
  }
}

/** The part most of whose fields are there; null when none has any. A misspelt field or two does not hide the kind. */
function kindOf(value: unknown): DesignPart | null {
  if (typeof value !== 'object' || value === null) return null;
  let best: DesignPart | null = null;
  let most = 0;
  for (const part of ['model', 'system', 'strategy'] as const) {
    const names = new Set(FIELDS[part].map((field) => field.path.split('.')[0] ?? ''));
    const share = [...names].filter((name) => Object.hasOwn(value, name)).length / names.size;
    if (share > most) [best, most] = [part, share];
  }
  return best;
}

function unknownKind(): Problem {
  return fileProblem(`This is not a file that Calculon Explorer knows; it must be ${ALLOWED}.`, ALLOWED);
}

/** `a100_80g.json.gz` → `a100_80g`: what a part is called that has no name in its file. */
export function nameOfFile(fileName: string): string {
  const bare = (fileName.split(/[\\/]/).pop() ?? '').replace(/\.gz$/i, '').replace(/\.json$/i, '');
  const name = bare
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, LONGEST_NAME);
  return name === '' ? 'Opened file' : name;
}
