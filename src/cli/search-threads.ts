import { Worker } from 'node:worker_threads';
import type { SearchSlice } from '../core/search/slices.js';
import type { SpacePart } from '../core/search/space-parts.js';
import type { SearchTally } from '../core/search/tally.js';
import type { ChunkMessage, FromThread, ThreadSetup, ToThread } from './search-messages.js';

/** One worker thread and what it has said. */
class SearchThread {
  private readonly worker: Worker;
  private readonly said: FromThread[] = [];
  private failure: { readonly error: unknown } | null = null;
  private heard: () => void = () => {};

  constructor(module: string, setup: ThreadSetup) {
    this.worker = new Worker(module, {
      workerData: setup,
      // A third of the usual: on a machine of many processors it is what most of the memory goes to.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    this.worker.on('message', (message: FromThread) => {
      this.said.push(message);
      this.heard();
    });
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', () => this.fail(new Error('A thread of the search ended early.')));
  }

  send(message: ToThread): void {
    this.worker.postMessage(message);
  }

  /** What the thread says next. Throws once the thread has failed or was stopped. */
  async next(): Promise<FromThread> {
    for (;;) {
      const message = this.said.shift();
      if (message !== undefined) return message;
      if (this.failure !== null) throw this.failure.error;
      await new Promise<void>((resolve) => {
        this.heard = resolve;
      });
    }
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(error: unknown): void {
    this.failure ??= { error };
    this.heard();
  }
}

/** The rows of one part, as far as they are there. */
interface PartOutput {
  readonly thread: SearchThread;
  readonly chunks: ChunkMessage[];
  done: boolean;
}

/** A search spread over worker threads. What it answers does not depend on how many there are. */
export class SearchThreads {
  private readonly threads: readonly SearchThread[];

  /** @param module path of the built `search-thread.ts` */
  constructor(module: string, setup: ThreadSetup, count: number) {
    this.threads = Array.from({ length: count }, () => new SearchThread(module, setup));
  }

  /**
   * Sweeps all batches; whoever is free takes the next one.
   * @param onSwept told how many strategies a finished batch had
   * @returns one tally of each thread
   */
  async sweep(
    batches: readonly (readonly SearchSlice[])[],
    onSwept: (strategies: number) => void,
  ): Promise<SearchTally[]> {
    const queue = batches.values();
    const tallies: SearchTally[] = [];
    const drive = async (thread: SearchThread): Promise<void> => {
      for (const slices of queue) {
        thread.send({ kind: 'sweep', slices });
        await thread.next();
        onSwept(slices.reduce((sum, slice) => sum + slice.size, 0));
      }
      thread.send({ kind: 'tally' });
      const reply = await thread.next();
      if (reply.kind === 'tally') tallies.push(reply.tally);
    };
    await Promise.all(this.threads.map(drive));
    return tallies;
  }

  /**
   * Rows of the parts in the parts' order. Threads work ahead of who reads this, but no further than their
   * `chunksAhead`: a slow disk slows them down and fills no memory.
   */
  async *rows(parts: Iterable<SpacePart>): AsyncGenerator<ChunkMessage, void> {
    const started: PartOutput[] = [];
    let finished = false;
    let failure: { readonly error: unknown } | null = null;
    let wake: () => void = () => {};
    const queue = parts[Symbol.iterator]();
    const drive = async (thread: SearchThread): Promise<void> => {
      for (let part = queue.next(); part.done !== true; part = queue.next()) {
        const output: PartOutput = { thread, chunks: [], done: false };
        started.push(output);
        thread.send({ kind: 'rows', options: part.value.request.options });
        for (let reply = await thread.next(); reply.kind === 'chunk'; reply = await thread.next()) {
          output.chunks.push(reply);
          wake();
        }
        output.done = true;
        wake();
      }
    };
    Promise.all(this.threads.map(drive)).then(
      () => {
        finished = true;
        wake();
      },
      (error: unknown) => {
        failure = { error };
        wake();
      },
    );
    for (;;) {
      if (failure !== null) throw (failure as { readonly error: unknown }).error;
      const first = started[0];
      const chunk = first?.chunks.shift();
      if (chunk !== undefined) {
        yield chunk;
        first?.thread.send({ kind: 'taken' });
      } else if (first?.done === true) started.shift();
      else if (finished) return;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.stop()));
  }
}
