import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agrees, oracle, type OracleCase } from '../core/oracle.js';
import { commandLine } from './command-line.js';

const cli = commandLine();
const FILES = ['model.json', 'execution.json', 'system.json'] as const;

function find(matches: (each: OracleCase) => boolean): OracleCase {
  const found = oracle.cases.find(matches);
  if (!found) throw new Error('The oracle has no such case.');
  return found;
}
const layered = find((each) => each.stats?.layers !== undefined && each.execution.tensor_par > 1);
const overflowing = find((each) => each.infeasible === 'tier1_capacity');

function writeDesign({ model, execution, system }: OracleCase): void {
  cli.write('model.json', model);
  cli.write('execution.json', execution);
  cli.write('system.json', oracle.systems[system]);
}

type Stats = Readonly<Record<string, number | null>> & { readonly layers?: readonly Record<string, number | string>[] };
const readStats = (text: string): Stats => JSON.parse(text) as Stats;

function expectAgreement(actual: Readonly<Record<string, unknown>>, expected: Readonly<Record<string, unknown>>): void {
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  for (const [key, value] of Object.entries(expected)) {
    if (typeof value === 'string') expect(actual[key]).toBe(value);
    else if (!Array.isArray(value)) {
      expect(agrees(actual[key] as number | null, value as number | null), `${key}: ${String(actual[key])}`).toBe(true);
    }
  }
}

beforeAll(() => {
  writeDesign(layered);
  // The first start builds the program; the tests time none of it.
  cli.run('--help');
}, 30_000);
afterAll(() => rmSync(cli.folder, { recursive: true }));

describe('llm', () => {
  it('writes the stats of the reference, its keys in its order', () => {
    expect(cli.run('llm', ...FILES, 'stats.json')).toEqual({ code: 0, out: '', err: '' });
    const { layers: _, ...expected } = layered.stats ?? {};
    expectAgreement(readStats(readFileSync(join(cli.folder, 'stats.json'), 'utf8')), expected);
  });

  it('adds the layers with -l, and compresses', () => {
    expect(cli.run('llm', ...FILES, 'stats.json.gz', '-l').code).toBe(0);
    const stats = readStats(gunzipSync(readFileSync(join(cli.folder, 'stats.json.gz'))).toString('utf8'));
    expectAgreement(stats, layered.stats ?? {});
    const layers = layered.stats?.layers ?? [];
    expect(stats.layers).toHaveLength(layers.length);
    layers.forEach((layer, index) => expectAgreement(stats.layers?.[index] ?? {}, layer));
  });

  it('reads compressed files', () => {
    const compressed = FILES.map((name) => `${name}.gz`);
    for (const name of FILES) {
      writeFileSync(join(cli.folder, `${name}.gz`), gzipSync(readFileSync(join(cli.folder, name))));
    }
    expect(cli.run('llm', ...compressed, 'from-gz.json').code).toBe(0);
    expect(readFileSync(join(cli.folder, 'from-gz.json'), 'utf8')).toBe(
      readFileSync(join(cli.folder, 'stats.json'), 'utf8'),
    );
  });

  it('unpacks no bomb, and names the file', () => {
    writeFileSync(join(cli.folder, 'bomb.json.gz'), gzipSync(Buffer.alloc(64 * 2 ** 20, ' ')));
    writeFileSync(join(cli.folder, 'long.json'), Buffer.alloc(5 * 2 ** 20, ' '));
    for (const [name, why] of [
      ['bomb.json.gz', 'unpacked it is longer than 256 KiB'],
      ['long.json', 'it is longer than 256 KiB'],
    ] as const) {
      const { code, err } = cli.run('llm', name, 'execution.json', 'system.json', '-');
      expect({ code, err }).toEqual({ code: 2, err: `${name} cannot be read: ${why}.\n` });
    }
  });

  it('prints a readable report for -', () => {
    const { code, out } = cli.run('llm', ...FILES, '-', '-l');
    expect(code).toBe(0);
    expect(out).toMatch(/Batch time +[\d.,]+ (s|ms)/);
    expect(out).toMatch(/Tier 1 +[\d.]+ [GM]iB +\d+(\.\d+)? GiB/);
    expect(out).toContain('AttnBlock_LayerNorm');
    expect(out).not.toMatch(/NaN|undefined|null/);
  });

  it('says what does not fit and ends with 1', () => {
    writeDesign(overflowing);
    const { code, out, err } = cli.run('llm', ...FILES, 'none.json');
    writeDesign(layered);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^ERROR: .*GiB/);
  });
});

describe('llm --peers', () => {
  it('writes whom each processor talks to', () => {
    const gpt = find((each) => each.stats !== undefined && each.execution.num_procs === 64);
    const { tensor_par: t, pipeline_par: p, data_par: d } = gpt.execution;
    writeDesign(gpt);
    expect(cli.run('llm', ...FILES, 'stats.json', '-p', 'peers.json').code).toBe(0);
    writeDesign(layered);
    const peers = JSON.parse(readFileSync(join(cli.folder, 'peers.json'), 'utf8')) as Record<string, unknown>;
    expect(Object.keys(peers)).toHaveLength(64);
    const last = 63;
    expect(peers[last]).toEqual({
      ...(t > 1 && { tensor: Array.from({ length: t }, (_, i) => last - t + 1 + i) }),
      // after the last stage comes the first
      ...(p > 1 && { pipeline: last - t * (p - 1) }),
      ...(d > 1 && { data: Array.from({ length: d }, (_, i) => t - 1 + t * (p - 1) + i * t * p) }),
    });
  });
});

describe('llm on malformed input ends with 2 and names the file, the field, the value and what is allowed', () => {
  const bad = (
    file: (typeof FILES)[number],
    value: unknown,
  ): { readonly code: number | null; readonly err: string } => {
    cli.write('bad.json', value);
    const { code, err } = cli.run('llm', ...FILES.map((name) => (name === file ? 'bad.json' : name)), 'none.json');
    return { code, err };
  };

  it.each([
    ['a wrong type', 'model.json', { ...layered.model, hidden: 'many' }, /bad\.json: hidden is "many", .*whole number/],
    ['an unknown field', 'model.json', { ...layered.model, hiden: 1 }, /bad\.json: .*hiden.*hidden/],
    ['a strategy without meaning', 'execution.json', { ...layered.execution, num_procs: 7 }, /bad\.json: .*7/],
    ['text that is not JSON', 'system.json', '{', /bad\.json: The file is not JSON/],
  ] as const)('%s', (_, file, value, message) => {
    const { code, err } = bad(file, value);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('a file that is not there', () => {
    const { code, err } = cli.run('llm', 'no.json', 'execution.json', 'system.json', '-');
    expect({ code, err }).toEqual({ code: 2, err: 'no.json cannot be read: there is no such file or folder.\n' });
  });

  it('an output of an unknown kind, a missing argument, an unknown command', () => {
    expect(cli.run('llm', ...FILES, 'stats.txt').code).toBe(2);
    expect(cli.run('llm', 'model.json').code).toBe(2);
    expect(cli.run('llama').code).toBe(2);
  });
});
