import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What each room must not import, and what it may. The linter's own settings are what is tested. */
const ROOMS: Readonly<Record<string, { readonly forbidden: readonly string[]; readonly allowed: readonly string[] }>> =
  {
    'src/core': {
      forbidden: ['react', 'zod', 'node:fs', '../ui/a.js', '../state/a.js', '../interchange/a.js'],
      allowed: ['./a.js'],
    },
    'src/core/block': { forbidden: ['comlink', '../../share/a.js', '../../engine/a.js'], allowed: ['../a.js'] },
    'src/interchange': {
      forbidden: ['react', 'fflate', '../share/a.js', '../state/a.js', '../ui/a.js'],
      allowed: ['../core/a.js', 'zod', 'zod/mini'],
    },
    'src/share': {
      forbidden: ['react', 'zustand', '../state/a.js', '../interchange/a.js'],
      allowed: ['../core/a.js', 'zod/mini', 'fflate'],
    },
    'src/engine': {
      forbidden: ['react', 'zod', '../state/a.js', '../share/a.js'],
      allowed: ['../core/a.js', 'comlink'],
    },
    'src/state': {
      forbidden: ['comlink', 'react-dom', '../engine/a.js', '../ui/a.js', '../interchange/a.js'],
      allowed: ['../core/a.js', '../share/a.js', 'zustand', 'zustand/vanilla'],
    },
    'src/ui': {
      forbidden: ['zustand', 'comlink', '../state/a.js', '../core/a.js', '../core/inputs/a.js', '../features/x/a.js'],
      allowed: ['react', 'react-dom', '../core/quantities/a.js'],
    },
    'src/features/x': {
      forbidden: ['comlink', 'zod', '../y/a.js', '../../engine/a.js', '../../share/a.js', '../../app/a.js'],
      allowed: ['react', '../../state/a.js', '../../ui/a.js', '../../core/a.js'],
    },
    'src/app': {
      forbidden: ['node:fs', '../cli/a.js', '../offline/a.js'],
      allowed: ['../features/x/a.js', '../engine/a.js', '../share/a.js', '../interchange/a.js', '../state/a.js'],
    },
    'src/cli': {
      forbidden: ['react', '../ui/a.js', '../state/a.js', '../engine/a.js', '../share/a.js'],
      allowed: ['commander', 'node:fs', 'node:fs/promises', '../core/a.js', '../interchange/a.js'],
    },
    'src/offline': { forbidden: ['react', '../core/a.js', './a.js'], allowed: [] },
  };

/** Paths that lead to another room, or about, in a spelling that the rules of the rooms do not read. No room may hold one. */
const DISGUISED = [
  './../y/a.js',
  '../../src/state/a.js',
  'src/state/a.js',
  '.././y/a.js',
  '..//y/a.js',
  './y/../../z/a.js',
] as const;

/** What core may not name: the page, the clock and whatever else is not handed in. */
const NOT_IN_CORE = [
  'Date',
  'performance',
  'setTimeout',
  'window',
  'document',
  'self',
  'globalThis',
  'localStorage',
  'fetch',
  'process',
] as const;

/** Code that no room may hold, by the rule that must catch it. */
const PLANTED: Readonly<Record<string, { readonly file: string; readonly text: string }>> = {
  'no-cycle': {
    file: 'src/state/ring.ts',
    text: "import { turn } from './turn.js';\nexport const ring = () => turn;\n",
  },
  'no-explicit-any': { file: 'src/ui/loose.ts', text: 'export const loose = (value: any): string => String(value);\n' },
  'no-floating-promises': {
    file: 'src/app/floating.ts',
    text: 'const later = async (): Promise<number> => 1;\nexport function start(): void {\n  later();\n}\n',
  },
  'no-restricted-properties': { file: 'src/core/dice.ts', text: 'export const dice = (): number => Math.random();\n' },
  'no-barrel-file': { file: 'src/ui/barrel.ts', text: "export * from './a.js';\n" },
};

/** Ways by which data could become markup or a program, by the rule that must catch each. */
const DATA_AS_CODE: readonly (readonly [rule: string, statement: string])[] = [
  ['no-restricted-properties', 'element.innerHTML = text;'],
  ['no-restricted-properties', "element['innerHTML'] = text;"],
  ['no-restricted-properties', 'element.outerHTML = text;'],
  ['no-restricted-properties', "element.insertAdjacentHTML('beforeend', text);"],
  ['no-restricted-properties', 'element.setHTMLUnsafe(text);'],
  ['no-restricted-properties', 'document.createRange().createContextualFragment(text);'],
  ['no-restricted-properties', 'new HTMLIFrameElement().srcdoc = text;'],
  ['no-restricted-properties', 'document.write(text);'],
  ['no-restricted-properties', 'document.writeln(text);'],
  ['no-eval', 'eval(text);'],
  ['no-new-func', 'new Function(text);'],
  ['no-implied-eval', "setTimeout('alert(1)');"],
  ['no-script-url', "location.href = 'javascript:alert(1)';"],
  ['no-danger', 'export const markup = <p dangerouslySetInnerHTML={{ __html: text }} />;'],
];
/** Rooms with a page. */
const PAGE_ROOMS = [
  'src/app',
  'src/features/x',
  'src/ui',
  'src/state',
  'src/share',
  'src/engine',
  'src/offline',
] as const;

interface Finding {
  readonly code: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

const repository = resolve(import.meta.dirname, '../..');
const tool = (name: string): string => join(repository, 'node_modules/.bin', name);
const tree = mkdtempSync(join(tmpdir(), 'boundaries-'));
let findings: readonly Finding[] = [];

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text);
}

const importing = (names: readonly string[]): string =>
  names.map((name, index) => `import * as a${index} from '${name}';\n`).join('') +
  `export const all = [${names.map((_, index) => `a${index}`).join(', ')}];\n`;

const caught = (code: string, file: string): number[] =>
  findings
    .filter((finding) => finding.code.includes(code) && finding.filename === file)
    .map((finding) => finding.labels[0]?.span.line ?? 0);

beforeAll(() => {
  for (const file of ['.oxlintrc.json', 'tsconfig.base.json', 'src/core/tsconfig.json']) {
    cpSync(join(repository, file), join(tree, file), { recursive: true });
  }
  plant('tsconfig.json', '{ "extends": "./tsconfig.base.json", "include": ["src"] }\n');
  for (const [room, { forbidden, allowed }] of Object.entries(ROOMS)) {
    plant(`${room}/a.ts`, 'export const a = 1;\n');
    plant(`${room}/forbidden.ts`, importing(forbidden));
    plant(`${room}/allowed.ts`, importing(allowed));
    plant(`${room}/disguised.ts`, importing(DISGUISED));
  }
  plant('src/core/globals.ts', NOT_IN_CORE.map((name, index) => `export const a${index} = ${name};\n`).join(''));
  plant('src/state/turn.ts', "import { ring } from './ring.js';\nexport const turn = () => ring;\n");
  for (const { file, text } of Object.values(PLANTED)) plant(file, text);
  const statements = DATA_AS_CODE.map(([, statement]) => `${statement}\n`).join('');
  for (const room of PAGE_ROOMS)
    plant(`${room}/markup.tsx`, `${statements}declare const element: Element, text: string;\n`);
  // The type-aware half of the linter is a program of its own, which it looks for on the path.
  const env = {
    ...process.env,
    PATH: `${join(repository, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
  };
  const run = spawnSync(tool('oxlint'), ['--format', 'json'], { cwd: tree, encoding: 'utf8', env });
  findings = (JSON.parse(run.stdout) as { diagnostics: readonly Finding[] }).diagnostics;
});

afterAll(() => rmSync(tree, { recursive: true }));

describe('import boundaries', () => {
  it.each(Object.entries(ROOMS))('%s: each forbidden import fails the check', (room, { forbidden }) => {
    const lines = new Set(caught('no-restricted-imports', `${room}/forbidden.ts`));
    expect(forbidden.filter((_, index) => !lines.has(index + 1))).toEqual([]);
  });

  it.each(Object.entries(ROOMS))('%s: what it may import passes', (room, { allowed }) => {
    const lines = new Set(caught('no-restricted-imports', `${room}/allowed.ts`));
    expect(allowed.filter((_, index) => lines.has(index + 1))).toEqual([]);
  });

  it.each(Object.keys(ROOMS))('%s: no other spelling of a path passes', (room) => {
    const lines = new Set(caught('no-restricted-imports', `${room}/disguised.ts`));
    expect(DISGUISED.filter((_, index) => !lines.has(index + 1))).toEqual([]);
  });

  it('guards every room there is', () => {
    const rooms = readdirSync(join(repository, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const guarded = new Set(Object.keys(ROOMS).map((room) => room.split('/')[1]));
    expect(rooms.map((room) => room.name).filter((name) => !guarded.has(name))).toEqual([]);
  });
});

describe('planted faults', () => {
  it.each(Object.entries(PLANTED))('%s is caught', (code, { file }) => {
    expect(caught(code, file)).not.toEqual([]);
  });

  it('each global that core may not name is caught, and each is planted', () => {
    const lines = new Set(caught('no-restricted-globals', 'src/core/globals.ts'));
    expect(NOT_IN_CORE.filter((_, index) => !lines.has(index + 1))).toEqual([]);
    const settings = readFileSync(join(repository, '.oxlintrc.json'), 'utf8').replace(/^\s*\/\/.*$/gm, '');
    const { overrides } = JSON.parse(settings) as {
      overrides: { rules: { 'no-restricted-globals'?: [string, ...{ name: string }[]] } }[];
    };
    const [, ...named] = overrides.flatMap(({ rules }) => rules['no-restricted-globals'] ?? []);
    expect(named.map((entry) => (typeof entry === 'string' ? entry : entry.name))).toEqual(NOT_IN_CORE);
  });

  it.each(PAGE_ROOMS)('%s: data becomes neither markup nor a program', (room) => {
    const missed = DATA_AS_CODE.filter(([rule], index) => !caught(rule, `${room}/markup.tsx`).includes(index + 1));
    expect(missed).toEqual([]);
  });

  it.each(['core', 'interchange'])('%s does not compile with the page in it', (room) => {
    const compile = (text: string): string => {
      rmSync(join(tree, 'src', room), { recursive: true });
      for (const each of ['core', 'interchange'])
        cpSync(join(repository, `src/${each}/tsconfig.json`), join(tree, `src/${each}/tsconfig.json`));
      plant(`src/${room}/title.ts`, text);
      return spawnSync(tool('tsc'), ['-p', `src/${room}`, '--noEmit'], { cwd: tree, encoding: 'utf8' }).stdout;
    };
    expect(compile('export const title = (): string => document.title;\n')).toContain("Cannot find name 'document'");
    expect(compile("export const title = (): string => 'none';\n")).toBe('');
  });
});
