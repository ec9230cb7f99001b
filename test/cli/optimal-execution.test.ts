import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../src/core/evaluate.js';
import type { StrategyInput } from '../../src/core/inputs/design.js';
import { calculonStats } from '../../src/core/quantities/calculon-stats.js';
import { oracle } from '../core/oracle.js';
import { searches, type OracleSearch } from '../core/search/search-oracle.js';
import { commandLine, withoutDuration, type Run } from './command-line.js';
import { argumentsOf, hopeless, small } from './search-files.js';

interface Entry {
  readonly execution: StrategyInput;
  readonly stats: Readonly<Record<string, number | null>> & { readonly layers?: readonly unknown[] };
}

const cli = commandLine();
const read = (name: string): Buffer => readFileSync(join(cli.folder, name));
const entriesOf = (text: string): readonly Entry[] => Object.values(JSON.parse(text) as Record<string, Entry>);

function optimal(search: OracleSearch, output: string, ...options: string[]): Run {
  const { before, after } = argumentsOf(cli, search);
  return cli.run('llm-optimal-execution', ...before, output, ...after, ...options);
}

beforeAll(() => void cli.run('--help'), 60_000);
afterAll(() => rmSync(cli.folder, { recursive: true }));

describe.each(
  searches.map((search) => [`${search.modelName} on ${search.num_procs} ${search.systemName}`, search] as const),
)('loe %s', (_, search) => {
  it('counts what the reference counts and finds its ten best', () => {
    const flags = [
      ...(search.mbs_break ? ['-m'] : []),
      ...(search.tp_overlap ? [] : ['--no-tp-overlap']),
      ...(search.dp_overlap ? [] : ['--no-dp-overlap']),
    ];
    const { code, out, err } = optimal(search, 'best.json', '-t', '10', '-n', ...flags);
    expect({ code, err: withoutDuration(err) }).toEqual({ code: 0, err: '' });
    const lines = out.split('\n');
    expect(lines.slice(0, 3)).toEqual([
      `Total executions: ${search.strategies}`,
      `Good executions: ${search.feasible}`,
      `Bad executions: ${search.strategies - search.feasible}`,
    ]);
    expect(lines[3]).toMatch(/^Calculation rate: \d+\.\d\d calcs\/sec$/);
    const entries = entriesOf(read('best.json').toString());
    expect(entries).toHaveLength(search.top_sample_rates.length);
    entries.forEach(({ execution, stats }, rank) => {
      expect(Math.abs((stats.sample_rate ?? 0) / (search.top_sample_rates[rank] ?? 0) - 1)).toBeLessThan(1e-9);
      const outcome = evaluateDesign({ model: search.model, system: search.system, strategy: execution });
      expect(outcome.kind === 'feasible' && calculonStats(outcome.evaluation)).toEqual(stats);
    });
    if (entries[0]) expect(lines[4]).toBe(`Best sample rate: ${entries[0].stats.sample_rate}`);
  });
});

describe('what loe writes', () => {
  it('is one strategy unless asked for more, in the reference’s keys and order', () => {
    expect(optimal(small, 'one.json').code).toBe(0);
    const text = read('one.json').toString();
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['0']);
    const like = oracle.cases.find((each) => each.stats !== undefined && each.stats.layers === undefined);
    const [best] = entriesOf(text);
    expect(Object.keys(best?.execution ?? {})).toEqual(Object.keys(like?.execution ?? {}));
    expect(Object.keys(best?.stats ?? {})).toEqual(Object.keys(like?.stats ?? {}));
  });

  it('has the layers with -l', () => {
    expect(optimal(small, 'layers.json', '-l').code).toBe(0);
    expect(entriesOf(read('layers.json').toString())[0]?.stats.layers?.length).toBeGreaterThan(10);
  });

  it('is the same compressed, and whatever the number of threads', () => {
    optimal(small, 'plain.json', '-t', '50', '-c', '1');
    optimal(small, 'packed.json.gz', '-t', '50', '-c', '3');
    expect(gunzipSync(read('packed.json.gz')).equals(read('plain.json'))).toBe(true);
  });

  it('is a table with the rank before it in a .csv', () => {
    optimal(small, 'table.csv', '-t', '5');
    optimal(small, 'table.json', '-t', '5');
    const [header = '', ...rows] = read('table.csv').toString().trimEnd().split('\n');
    const entries = entriesOf(read('table.json').toString());
    const { execution = {}, stats = {} } = entries[0] ?? {};
    expect(header.split(',')).toEqual(['', ...Object.keys(execution), ...Object.keys(stats)]);
    expect(rows.map((row) => row.split(',').at(-1))).toEqual(entries.map((each) => String(each.stats.sample_rate)));
    expect(rows.map((row) => row.split(',')[0])).toEqual(['0', '1', '2', '3', '4']);
  });
});

describe('loe where nothing fits', () => {
  it('says so and why, ends with 1, and writes nothing', () => {
    const { code, out, err } = optimal(hopeless, 'nothing.json');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/Good executions: 0\n[^]*No acceptable configurations found/);
    expect(out).toContain(`${hopeless.strategies} need more HBM than there is, the nearest by `);
    expect(existsSync(join(cli.folder, 'nothing.json'))).toBe(false);
  });

  it('ends with 0 and an empty file with -n', () => {
    expect(optimal(hopeless, 'nothing.json', '-n').code).toBe(0);
    expect(read('nothing.json').toString()).toBe('{}\n');
  });

  it.each([
    ['7', '4', 'There is no way to split the model over 7 processors with a batch of at most 4.'],
    ['1', '1', 'Good executions: 0'],
  ])('N %s, batch %s', (processors, batch, message) => {
    const [model = '', , , datatype = '', system = ''] = argumentsOf(cli, hopeless).before;
    const { code, out } = cli.run('loe', model, processors, batch, datatype, system, 'nothing.csv');
    expect(code).toBe(1);
    expect(out).toContain(message);
  });
});

describe('loe on arguments it cannot take ends with 2 and says what is allowed', () => {
  const { before } = argumentsOf(cli, small);
  const withArgument = (index: number, value: string): string[] =>
    before.map((each, i) => (i === index ? value : each));

  it.each([
    ['processors', [...withArgument(1, '4.5'), 'o.json'], /'4\.5' is invalid for argument 'num_procs'.*at least 1/],
    ['a negative number', [...withArgument(1, '-8'), 'o.json'], /'-8' is invalid for argument 'num_procs'.*at least 1/],
    ['a batch', [...withArgument(2, '0'), 'o.json'], /'0' is invalid for argument 'max_batch_size'.*at least 1/],
    ['a datatype', [...withArgument(3, 'float64'), 'o.json'], /'float64'.*float8, float16, bfloat16, float32/],
    ['a datatype the system lacks', [...withArgument(3, 'float32'), 'o.json'], /\.json: .*float32; it has .*float16/],
    ['a file', [...withArgument(0, 'no.json'), 'o.json'], /no\.json cannot be read: there is no such file/],
    ['an output of another kind', [...before, 'o.txt'], /o\.txt: .*\.json, \.json\.gz, \.csv or \.csv\.gz/],
    ['an output in no folder', [...before, 'none/o.json'], /none\/o\.json cannot be written: there is no such/],
    ['a count', [...before, 'o.json', '-t', '0'], /'-t, --top-n <count>' argument '0'.*at least 1 and at most/],
    ['threads', [...before, 'o.json', '-c', 'many'], /'-c, --cpus <count>' argument 'many'.*at least 1/],
    ['a mode', [...before, 'o.json', '-f', 'maybe'], /'maybe' is invalid.*true, false, both/],
    ['layers in a table', [...before, 'o.csv', '-l'], /o\.csv: layers \(-l\) need .*\.json/],
  ])('%s', (_, args, message) => {
    const { code, out, err } = cli.run('loe', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });
});
