import { closeSync, createWriteStream, openSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { CommandError } from './exit.js';
import { reason } from './files.js';

const cannotWrite = (path: string, error: unknown): CommandError =>
  new CommandError(`${path} cannot be written: ${reason(error)}.`);

/** Where a link leads, so that the file behind it is replaced and not the link. */
function target(path: string): string {
  try {
    const real = realpathSync(path);
    if (statSync(real).isDirectory()) throw new CommandError(`${path} cannot be written: it is a folder.`);
    return real;
  } catch (error) {
    if (error instanceof CommandError) throw error;
    return path;
  }
}

const isOfTheSystem = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

/**
 * A file that is there whole or not at all: written under another name beside its own, and renamed at the end. Opened at the
 * start of long work, so that what cannot be written is known before.
 */
export class OutputFile {
  private readonly target: string;
  private readonly draft: string;
  private readonly descriptor: number;
  private isOpen = true;

  /** @throws {CommandError} if it cannot be written */
  constructor(private readonly path: string) {
    this.target = target(path);
    this.draft = `${this.target}.${process.pid}.partial`;
    try {
      this.descriptor = openSync(this.draft, 'w');
    } catch (error) {
      throw cannotWrite(path, error);
    }
  }

  /**
   * Writes everything, no faster than the disk takes it, and gives the file its name.
   * @param compress text is still to be compressed
   * @throws {CommandError} if it cannot be written; what is thrown by the chunks or by the signal, as it is
   */
  async write(
    chunks: AsyncIterable<Uint8Array | string>,
    { compress, signal }: { readonly compress: boolean; readonly signal: AbortSignal },
  ): Promise<void> {
    this.isOpen = false;
    const file = createWriteStream('', { fd: this.descriptor, highWaterMark: 2 ** 22 });
    try {
      await (compress ? pipeline(chunks, createGzip(), file, { signal }) : pipeline(chunks, file, { signal }));
      renameSync(this.draft, this.target);
    } catch (error) {
      throw isOfTheSystem(error) ? cannotWrite(this.path, error) : error;
    }
  }

  /** Leaves nothing behind of a file that was not written to its end. */
  discard(): void {
    if (this.isOpen) closeSync(this.descriptor);
    this.isOpen = false;
    rmSync(this.draft, { force: true });
  }
}
