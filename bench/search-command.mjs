/** The command line's searches on the paper's: time, peak memory of the process and all its threads, size of the file. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {{ modelName: string, num_procs: number, max_batch_size: number, datatype: string, feasible: number, model: unknown, system: unknown }} Search */

/** Run in the program before its own code; its threads are started with it too, and leave the report to the first. */
const REPORT_PEAK = `data:text/javascript,${encodeURIComponent(`
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => writeFileSync('peak.txt', String(process.resourceUsage().maxRSS)));
`)}`;

/** @param {string} root folder of the repository */
export function searchCommandBench(root) {
  const bin = join(root, 'bin/calculon-explorer.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'calculon-explorer-bench-'));
  const searches = /** @type {Search[]} */ (JSON.parse(readFileSync(join(root, 'test/oracle/search.json'), 'utf8')));
  const paper = searches.find((search) => search.modelName === 'gpt3-175B' && search.num_procs === 4096);
  if (!paper) throw new Error('The oracle has no search of the paper.');
  writeFileSync(join(folder, 'model.json'), JSON.stringify(paper.model));
  writeFileSync(join(folder, 'system.json'), JSON.stringify(paper.system));
  const search = ['model.json', String(paper.num_procs), String(paper.max_batch_size), paper.datatype, 'system.json'];
  console.log(`\nSearches of the command line, ${paper.feasible.toLocaleString('en-GB')} feasible strategies`);
  const threads = availableParallelism();
  for (const [command, output, count] of /** @type {const} */ ([
    ['loe', 'best.json', threads],
    ['lae', 'all.csv', 1],
    ['lae', 'all.csv', threads],
    ['lae', 'all.csv.gz', threads],
  ])) {
    const start = performance.now();
    const args = ['--import', REPORT_PEAK, bin, command, ...search, output, '-f', 'both', '-c', String(count)];
    spawnSync(process.execPath, args, { cwd: folder, stdio: 'ignore' });
    const seconds = (performance.now() - start) / 1000;
    const peak = Number(readFileSync(join(folder, 'peak.txt'), 'utf8')) / 1024;
    const megabytes = statSync(join(folder, output)).size / 1e6;
    const what = `${command} ${output}, ${count} ${count === 1 ? 'thread' : 'threads'}`;
    const note = `peak ${Math.round(peak)} MiB; file ${megabytes.toFixed(1)} MB`;
    console.log(`  ${what.padEnd(44)} ${`${seconds.toFixed(1)} s`.padStart(14)}  ${note}`);
  }
  rmSync(folder, { recursive: true });
}
