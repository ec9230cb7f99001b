/**
 * Speed, as figures and ratios of one run; nothing here passes or fails. `npm run bench -- model` runs one part:
 * model, search, doors, command-line, search-command, start, page, search-page, study-page.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from '../scripts/bundle.mjs';
import { dragBench } from './drag.mjs';
import { searchCommandBench } from './search-command.mjs';
import { searchPageBench } from './search-page.mjs';
import { startBench } from './start.mjs';
import { studyPageBench } from './study-page.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

async function model() {
  const module = await bundle('bench/evaluate.ts', 'bench-evaluate', ['bench', 'src/core']);
  const program = /** @type {{ run(root: string): void }} */ (await import(pathToFileURL(module).href));
  program.run(root);
}

async function search() {
  const folders = ['bench', 'src/core', 'src/engine'];
  const module = await bundle('bench/search.ts', 'bench-search', folders);
  const thread = await bundle('bench/search-thread.ts', 'bench-search-thread', folders);
  const program = /** @type {{ run(root: string, thread: string): Promise<void> }} */ (
    await import(pathToFileURL(module).href)
  );
  await program.run(root, thread);
}

/** What is hostile is made by the tests' own generators, beside which their files lie: run where it stands. */
async function doors() {
  const { runnerImport } = await import('vite');
  /** @type {{ module: { run(): void } }} */
  const { module } = await runnerImport(join(root, 'bench/doors.ts'));
  module.run();
}

/** @param {...string} args */
function medianStart(...args) {
  const seconds = Array.from({ length: 9 }, () => {
    const start = performance.now();
    spawnSync(process.execPath, args, { stdio: 'ignore' });
    return (performance.now() - start) / 1000;
  }).sort((a, b) => a - b);
  return seconds[4] ?? Number.NaN;
}

function commandLine() {
  const bin = join(root, 'bin/calculon-explorer.mjs');
  spawnSync(process.execPath, [bin, '--help'], { stdio: 'ignore' });
  const bare = medianStart('-e', '0');
  const help = medianStart(bin, '--help');
  const validation = medianStart(bin, 'llm-validation');
  console.log('\nThe command line, median of 9 starts');
  for (const [name, seconds] of /** @type {const} */ ([
    ['node alone', bare],
    ['--help', help],
    ['llm-validation', validation],
  ])) {
    const note = seconds === bare ? '' : `${(seconds / bare).toFixed(2)} of node alone`;
    console.log(`  ${name.padEnd(44)} ${`${Math.round(seconds * 1000)} ms`.padStart(14)}  ${note}`.trimEnd());
  }
}

function built() {
  if (!existsSync(join(root, 'dist/index.html'))) {
    spawnSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  }
}

async function start() {
  built();
  await startBench(root);
}

async function page() {
  built();
  await dragBench(root);
}

async function searchPage() {
  built();
  await searchPageBench(root);
}

async function studyPage() {
  built();
  await studyPageBench(root);
}

/** @type {Record<string, () => void | Promise<void>>} */
const PARTS = {
  model,
  search,
  doors,
  'command-line': commandLine,
  'search-command': () => searchCommandBench(root),
  start,
  page,
  'search-page': searchPage,
  'study-page': studyPage,
};
const chosen = process.argv.slice(2);
for (const [name, run] of Object.entries(PARTS)) {
  if (chosen.length === 0 || chosen.includes(name)) await run();
}
