import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const BIN = resolve(import.meta.dirname, '../../bin/calculon-explorer.mjs');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for one test file, and the real program started in it. */
export function commandLine(): {
  readonly folder: string;
  write(name: string, value: unknown): void;
  run(...args: string[]): Run;
  /** Starts the program and leaves it running. */
  start(...args: string[]): ChildProcess;
} {
  const folder = mkdtempSync(join(tmpdir(), 'calculon-explorer-cli-'));
  return {
    folder,
    write: (name, value) =>
      writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value)),
    run(...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { cwd: folder, encoding: 'utf8' });
      return { code: status, out: stdout, err: stderr };
    },
    start: (...args) => spawn(process.execPath, [BIN, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] }),
  };
}

/** What a command wrote to its error stream, but for the line that says how long it will take on a busy machine. */
export const withoutDuration = (err: string): string => err.replace(/^.* will take about .*\n/m, '');
