/** A thread of a search, started by `SearchThreads`: sweeps slices, writes rows. */
import { parentPort, workerData } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { newTally } from '../core/search/search.js';
import type { SearchOptions } from '../core/search/request.js';
import { searchSpace } from '../core/search/space.js';
import { Sweep } from '../core/search/sweep.js';
import { partRows } from './part-rows.js';
import type { FromThread, ThreadSetup, ToThread } from './search-messages.js';

const { request, keep, compress, chunksAhead } = workerData as ThreadSetup;
const tally = newTally(request, keep);
const sweep = new Sweep(searchSpace(request), tally);
let mayHandOver = chunksAhead;
let taken: () => void = () => {};

const reply = (message: FromThread, transfer: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, transfer);

async function writeRows(options: SearchOptions): Promise<void> {
  for (const chunk of partRows({ ...request, options })) {
    if (mayHandOver === 0) {
      await new Promise<void>((resolve) => {
        taken = resolve;
      });
    }
    mayHandOver--;
    const bytes = compress ? Uint8Array.from(gzipSync(chunk.bytes)) : chunk.bytes;
    reply({ kind: 'chunk', bytes, rows: chunk.rows }, [bytes.buffer]);
  }
  reply({ kind: 'rows-done' });
}

async function answer(message: ToThread): Promise<void> {
  switch (message.kind) {
    case 'sweep':
      for (const slice of message.slices) for (const _ of sweep.steps(slice));
      return reply({ kind: 'swept' });
    case 'tally':
      return reply({ kind: 'tally', tally: tally.result() });
    case 'rows':
      return writeRows(message.options);
    case 'taken':
      mayHandOver++;
      return taken();
  }
}

// A failure ends the thread, and `SearchThreads` hears of it.
parentPort?.on('message', (message: ToThread) => void answer(message));
