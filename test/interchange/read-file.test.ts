import { describe, expect, it } from 'vitest';
import { DESIGN_FORMAT, designText } from '../../src/interchange/design-file.js';
import { LONGEST_FILE } from '../../src/interchange/json-text.js';
import { partText } from '../../src/interchange/part-text.js';
import { nameOfFile, readFile } from '../../src/interchange/read-file.js';
import { withValue } from '../../src/share/paths.js';
import { designOf, oracle } from '../core/oracle.js';

const a100 = oracle.systems['a100_80g'];
const first = oracle.cases[0];
if (!a100 || !first) throw new Error('The oracle has changed.');
const NAMED = { name: 'Study', names: { model: 'M', system: 'S', strategy: 'T' }, design: designOf(first) };

/** What is wrong with a file, a line each. */
const problems = (value: unknown): string[] => {
  const read = readFile(typeof value === 'string' ? value : JSON.stringify(value), 'file.json');
  return read.ok ? [] : read.problems.map((problem) => problem.message);
};
const NO_JSON =
  'The file is not JSON; it must be a Calculon model, system or execution, or a Calculon Explorer design.';
const system = (path: string, value: unknown): unknown => withValue<unknown>(a100, path, value);
const strategy = (path: string, value: unknown): unknown => withValue<unknown>(first.execution, path, value);

describe('files of the reference', () => {
  it.each(Object.entries(oracle.systems))('are read and written back the same: system %s', (name, value) => {
    expect(readFile(JSON.stringify(value), `${name}.json`)).toEqual({ ok: true, kind: 'system', name, value });
    const written = JSON.parse(partText('system', value)) as typeof value;
    expect(written).toEqual(value);
    expect([written, ...written.networks].map(Object.keys)).toEqual([value, ...value.networks].map(Object.keys));
  });

  it('are read and written back the same: every model and execution', () => {
    for (const { model, execution } of oracle.cases) {
      expect(readFile(JSON.stringify(model), 'm.json')).toEqual({ ok: true, kind: 'model', name: 'm', value: model });
      expect(readFile(JSON.stringify(execution), 'e.json')).toMatchObject({
        ok: true,
        kind: 'strategy',
        value: execution,
      });
      expect(JSON.stringify(JSON.parse(partText('model', model)))).toBe(JSON.stringify(model));
      expect(JSON.stringify(JSON.parse(partText('strategy', execution)))).toBe(JSON.stringify(execution));
    }
  });

  it('are written in Calculon’s order, whatever theirs', () => {
    const shuffled = Object.fromEntries(Object.entries(first.execution).reverse()) as typeof first.execution;
    expect(Object.keys(JSON.parse(partText('strategy', shuffled)) as object)).toEqual(Object.keys(first.execution));
    const read = readFile(JSON.stringify(shuffled), 'x');
    expect(read.ok && read.kind === 'strategy' && Object.keys(read.value)).toEqual(Object.keys(first.execution));
  });
});

describe('a design file', () => {
  it('comes back with all its names', () => {
    expect(readFile(designText(NAMED), 'study.json')).toEqual({ ok: true, kind: 'design', ...NAMED });
  });

  const file = JSON.parse(designText(NAMED)) as object;
  it.each([
    ['format', 'calculon-explorer/design@2', /format calculon-explorer\/design@2, which a newer version/],
    ['name', '', /^name is "", but must be a name/],
    ['name', undefined, /^name is missing/],
    ['note', 'x', /“note” is no field of a design file/],
    ['model.colour', 'x', /“colour” is no field of model/],
    ['system', 7, /^system is 7, but must be an object with name and value/],
    ['system.value', undefined, /^system.value is missing; it must be an object with matrix, vector/],
    ['system.value.mem1.GBps', 0, /^system.value.mem1.GBps is 0, but must be a number above 0/],
    ['strategy.value.tensor_par', 'x', /^strategy.value.tensor_par is "x"/],
  ])('says what is wrong with %s', (path, value, message) => {
    expect(problems(withValue(file, path, value)).join('\n')).toMatch(message);
  });

  it('says all that is wrong in all its parts', () => {
    const twice = withValue(withValue(file, 'model.value.hidden', -1), 'strategy.value.training', 'yes');
    expect(problems(twice)).toHaveLength(2);
  });

  it('names its format', () => {
    expect(designText(NAMED)).toContain(`"format": "${DESIGN_FORMAT}"`);
  });
});

describe('a broken file: the field, the value, what is allowed', () => {
  it.each([
    ['an unknown field', system('mem1.GBpss', 4), '“GBpss” is no field of mem1. Did you mean “GBps”?'],
    [
      'an unknown field at the top',
      strategy('tensor_parallel', 4),
      '“tensor_parallel” is no field of a strategy. Did you mean “tensor_par”?',
    ],
    [
      'an unknown field like no other',
      strategy('zzzzzzzzzzzz', 4),
      /^“zzzzzzzzzzzz” is no field of a strategy\. It may have num_procs, /,
    ],
    [
      'an unknown datatype',
      system('matrix.fp16', a100.matrix.float16),
      '“fp16” is no field of matrix. It may have float8, float16, bfloat16, float32.',
    ],
    [
      'an unknown collective',
      system('networks.0.ops.allreduce', [1, 0]),
      '“allreduce” is no field of networks.0.ops. Did you mean “all_reduce”?',
    ],
    [
      'a missing field',
      system('mem2.GiB', undefined),
      'mem2.GiB is missing; it must be a number at least 0 and at most 1,000,000,000,000 (GiB).',
    ],
    [
      'a wrong type',
      strategy('num_procs', '64'),
      'num_procs is "64", but must be a whole number at least 1 and at most 1,000,000,000 (processors).',
    ],
    ['a wrong switch', strategy('training', 1), 'training is 1, but must be true or false.'],
    [
      'zero bandwidth',
      system('mem1.GBps', 0),
      'mem1.GBps is 0, but must be a number above 0 and at most 1,000,000,000,000 (GB/s).',
    ],
    [
      'an efficiency above 1',
      system('networks.1.efficiency', 1.2),
      'networks.1.efficiency is 1.2, but must be a number above 0 and at most 1.',
    ],
    [
      'no efficiency',
      system('networks.1.efficiency', 0),
      'networks.1.efficiency is 0, but must be a number above 0 and at most 1.',
    ],
    [
      'all of the processor',
      system('networks.0.processor_usage', 1),
      'networks.0.processor_usage is 1, but must be a number at least 0 and below 1.',
    ],
    [
      'a curve that rises',
      system('mem1.MB_efficiency', [
        [10, 0.9],
        [100, 0.9],
        [0, 0.3],
      ]),
      'mem1.MB_efficiency.1.0 is 100, but must be below the threshold before it, 10.',
    ],
    [
      'a curve that does not end at 0',
      system('mem1.MB_efficiency', [
        [10, 0.9],
        [1, 0.3],
      ]),
      'mem1.MB_efficiency.1.0 is 1, but must be 0, because the last threshold covers the smallest work.',
    ],
    [
      'a curve above 1',
      system('mem1.MB_efficiency', [
        [10, 1.9],
        [0, 0.3],
      ]),
      'mem1.MB_efficiency.0.1 is 1.9, but must be a number above 0 and at most 1.',
    ],
    [
      'an empty curve',
      system('mem1.MB_efficiency', []),
      /^mem1.MB_efficiency is \[\], but must be a list of \[MB, efficiency\] pairs/,
    ],
    [
      'a curve of numbers',
      system('mem1.MB_efficiency', [1]),
      'mem1.MB_efficiency.0 is 1, but must be a pair [threshold, efficiency].',
    ],
    [
      'an endless curve',
      system(
        'mem1.MB_efficiency',
        Array.from({ length: 65 }, (_, index) => [64 - index, 1]),
      ),
      'mem1.MB_efficiency is a list of 65, but must be at most 64 points.',
    ],
    ['no networks', system('networks', []), 'networks is [], but must be a list of at least one tier.'],
    ['no datatypes', system('matrix', {}), 'matrix is an object, but must be an object with at least one datatype.'],
    [
      'a law of three',
      system('networks.0.ops.p2p', [1, 2, 3]),
      'networks.0.ops.p2p is [1, 2, 3], but must be a pair [scalar, offset], the scalar from 0 to 1000, the offset at least −2 or null for none.',
    ],
    [
      'an offset that makes time negative',
      system('networks.0.ops.p2p', [1, -3]),
      'networks.0.ops.p2p.1 is -3, but must be null or a number of at least −2.',
    ],
    ['a fraction of a processor', strategy('num_procs', 1.5), /^num_procs is 1.5, but must be a whole number/],
    [
      'a network index below 0',
      strategy('tensor_par_net', -1),
      'tensor_par_net is -1, but must be a whole number at least 0 and at most 63.',
    ],
    [
      'an unknown option',
      strategy('tensor_par_overlap', 'both'),
      'tensor_par_overlap is "both", but must be one of none, ring, pipe.',
    ],
    ['null', strategy('batch_size', null), /^batch_size is null, but must be/],
    ['a tier that is none', system('networks', [4]), /^networks.0 is 4, but must be an object with bandwidth, /],
    ['a list', [1, 2], /^This is not a file that Calculon Explorer knows/],
    ['a number', 7, /^This is not a file/],
    ['another JSON', { name: 'x' }, /must be a Calculon model, system or execution, or a Calculon Explorer design/],
    ['JSON that breaks off', '{"hidden": ', /^The file is not JSON: [^;]+\.$/],
    ['a garbled object', '{\u0000\u202E}', /^The file is not JSON: [^\p{C}]+\.$/u],
    ['a picture', '\uFFFDPNG\r\n\u001A\n', NO_JSON],
    ['a picture with brackets', `\uFFFDPNG${'['.repeat(100)}`, NO_JSON],
    ['a text', 'Hidden size, 12288', NO_JSON],
    ['nothing', ' \n', 'The file is empty; it must be JSON.'],
  ])('%s', (_, value, message) => {
    expect(problems(value)).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)]);
  });

  it('with infinity, which JSON writes as 1e999', () => {
    expect(problems(JSON.stringify(a100).replace('2048', '1e999')).join()).toContain('mem1.GBps is Infinity');
  });

  it('with prototype keys', () => {
    const text = JSON.stringify(a100).replace('"GBps"', '"__proto__":{"polluted":1},"constructor":1,"GBps"');
    expect(problems(text)).toEqual([
      expect.stringContaining('“__proto__” is no field of mem1'),
      expect.stringContaining('“constructor” is no field of mem1'),
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('that is deep, long or huge, without choking on it', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect(problems(deep)).toEqual(['The file is nested far deeper than a design.']);
    expect(problems(JSON.stringify(a100).replace('2048', deep)).join()).toMatch(/nested far deeper/);
    expect(problems(JSON.stringify(a100).replace('2048', '[[[[[[[[1]]]]]]]]')).join()).toMatch(
      /mem1.GBps is a list of 1/,
    );
    expect(problems(JSON.stringify({ ...first.execution, datatype: '['.repeat(99) })).join()).toMatch(
      /^datatype is "\[/,
    );
    expect(problems(`{"${'x'.repeat(100_000)}":1,"hidden":1}`).every((line) => line.length < 300)).toBe(true);
    expect(problems(' '.repeat(LONGEST_FILE + 1))).toEqual([
      'The file is longer than Calculon Explorer reads: it must be at most 256 KiB.',
    ]);
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field${index}`, index]));
    expect(problems({ ...first.execution, ...many })).toHaveLength(20);
  });

  it('that is garbled text, shortened and on one line', () => {
    expect(problems(strategy('datatype', `a\n\u202E${'b'.repeat(99)}`)).join()).toMatch(/^datatype is "a··b+…", but/);
  });
});

it('a part takes the name of its file', () => {
  expect(['a/b\\a100_80g.json', 'x.JSON.gz', 'plain', '.json', ''].map(nameOfFile)).toEqual([
    'a100_80g',
    'x',
    'plain',
    'Opened file',
    'Opened file',
  ]);
});

it('a byte order mark is no part of a file', () => {
  expect(readFile(`\uFEFF${JSON.stringify(a100)}`, 'a')).toMatchObject({ ok: true, kind: 'system' });
});
