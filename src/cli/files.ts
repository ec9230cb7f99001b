import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { errorText } from '../core/error-text.js';
import type { Design } from '../core/inputs/design.js';
import { readModel } from '../interchange/calculon-model.js';
import { readStrategy } from '../interchange/calculon-strategy.js';
import { readSystem } from '../interchange/calculon-system.js';
import { jsonText, LONGEST_FILE, lengthText, parseJson } from '../interchange/json-text.js';
import type { Problem, Read } from '../interchange/problem.js';
import { CommandError } from './exit.js';

const READERS: { readonly [Part in keyof Design]: (value: unknown) => Read<Design[Part]> } = {
  model: readModel,
  system: readSystem,
  strategy: readStrategy,
};

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be opened',
  EPERM: 'it may not be opened',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  EROFS: 'its folder may only be read',
  ENOSPC: 'the disk is full',
  ERR_BUFFER_TOO_LARGE: `unpacked it is longer than ${lengthText(LONGEST_FILE)}`,
};

/** Why the system refused a file, in words. */
export function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = REASONS[code];
  if (known !== undefined) return known;
  return errorText(error);
}

function malformed(path: string, problems: readonly Problem[]): CommandError {
  return new CommandError(problems.map((problem) => `${path}: ${problem.message}`).join('\n'));
}

function readText(path: string): string {
  try {
    if (statSync(path).size > LONGEST_FILE) throw new Error(`it is longer than ${lengthText(LONGEST_FILE)}`);
    const bytes = readFileSync(path);
    // By its first bytes, not its name: a .json that is compressed is read all the same.
    const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    // bounded, as a few kilobytes of gzip can hold gigabytes
    return (isCompressed ? gunzipSync(bytes, { maxOutputLength: LONGEST_FILE }) : bytes).toString('utf8');
  } catch (error) {
    throw new CommandError(`${path} cannot be read: ${reason(error)}.`);
  }
}

/**
 * Reads a Calculon file of a known kind, plain or gzip.
 * @throws {CommandError} naming the file, the field, the value and what is allowed
 */
export function readPartFile<Part extends keyof Design>(part: Part, path: string): Design[Part] {
  const json = parseJson(readText(path));
  if (!json.ok) throw malformed(path, json.problems);
  const read = READERS[part](json.value);
  if (!read.ok) throw malformed(path, read.problems);
  return read.value;
}

/** @throws {CommandError} unless the name ends in .json or .json.gz: the end says how to write it. */
export function checkJsonName(path: string): void {
  if (!/\.json(\.gz)?$/.test(path)) {
    throw new CommandError(`${path}: the name of an output file must end in .json or .json.gz.`);
  }
}

/**
 * Writes text, compressed if the name ends in .gz.
 * @throws {CommandError} if it cannot be written
 */
export function writeText(path: string, text: string): void {
  try {
    writeFileSync(path, path.endsWith('.gz') ? gzipSync(text) : text);
  } catch (error) {
    throw new CommandError(`${path} cannot be written: ${reason(error)}.`);
  }
}

/** Writes a value as JSON in the style of Calculon's own files. */
export function writeJson(path: string, value: unknown): void {
  writeText(path, jsonText(value));
}
