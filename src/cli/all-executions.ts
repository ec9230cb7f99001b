import { gzipSync } from 'node:zlib';
import { spaceParts } from '../core/search/space-parts.js';
import { Progress } from './progress.js';
import { ROW_COLUMNS } from './row-text.js';
import type { CountedSearch, SearchSettings } from './search-run.js';
import { runSearch } from './search-run.js';
import { printSummary, sayNothingFeasible } from './search-summary.js';

/** Strategies of one part, which one thread writes: parts share no blocks, but must not keep the others waiting. */
const PART_SIZE = 2 ** 15;

/** The file in pieces, the header first. Compressed pieces are gzip members: one after the other they are a gzip file. */
async function* chunks(search: CountedSearch, compress: boolean, progress: Progress): AsyncGenerator<Uint8Array> {
  const header = Buffer.from(`${ROW_COLUMNS.join(',')}\n`, 'latin1');
  yield compress ? gzipSync(header) : header;
  if (search.tally.feasible === 0) return;
  for await (const { bytes, rows } of search.threads.rows(spaceParts(search.space, PART_SIZE))) {
    yield bytes;
    progress.add(rows);
  }
}

/**
 * `llm-all-executions`: every feasible strategy with its stats as a row, in the order of the space.
 * @param module path of the built `search-thread.ts`
 * @throws {CommandError} exit 1 if nothing is feasible, 2 if the output cannot be written
 */
export async function writeAll(settings: SearchSettings, module: string): Promise<void> {
  const { output: path, noneIsFine } = settings;
  await runSearch(settings, module, async (search) => {
    const { space, tally, output, signal, elapsedSeconds } = search;
    if (tally.feasible === 0) {
      printSummary(space, tally, elapsedSeconds());
      sayNothingFeasible(space.request, tally, noneIsFine);
    }
    const progress = new Progress(tally.feasible, 'rows');
    try {
      const compress = path.endsWith('.gz');
      // The threads compress: each its own rows.
      await output.write(chunks(search, compress, progress), { compress: false, signal });
    } finally {
      progress.clear();
    }
    if (tally.feasible > 0) printSummary(space, tally, elapsedSeconds());
    console.log(`Output: ${path}`);
  });
}
