import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '../../src/core/evaluate.js';
import { calculonStats } from '../../src/core/quantities/calculon-stats.js';
import { searchSpace, strategyAt } from '../../src/core/search/space.js';
import { writeStrategy } from '../../src/core/strategy/write-strategy.js';
import { oracle } from '../core/oracle.js';
import { requestOf } from '../core/search/search-oracle.js';
import { commandLine, withoutDuration } from './command-line.js';
import { argumentsOf, hopeless, large, small } from './search-files.js';

const cli = commandLine();
const read = (name: string): Buffer => readFileSync(join(cli.folder, name));
const { before, after } = argumentsOf(cli, small);

beforeAll(() => {
  expect(cli.run('llm-all-executions', ...before, 'all.csv', ...after).code).toBe(0);
}, 60_000);
afterAll(() => rmSync(cli.folder, { recursive: true }));

const text = (value: string | number | boolean | null): string => {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return value === null ? '' : String(value);
};

/** What the table should hold: every strategy of the space, in its order, that an evaluation finds feasible. */
function* expectedRows(): Generator<string> {
  // The command has no --no-dp-overlap: it writes all there is.
  const request = requestOf({ ...small, dp_overlap: true, tp_overlap: true });
  const space = searchSpace(request);
  for (let place = 0; place < space.size; place++) {
    const outcome = evaluate(request.model, request.system, strategyAt(space, place));
    if (outcome.kind !== 'feasible') continue;
    const { strategy } = outcome.evaluation;
    const execution: readonly (string | number | boolean)[] = Object.values({ ...writeStrategy(strategy) });
    yield [...execution, ...Object.values(calculonStats(outcome.evaluation))].map(text).join();
  }
}

describe('lae', () => {
  const lines = (): string[] => read('all.csv').toString().trimEnd().split('\n');

  it('names its columns as the reference does, in its order', () => {
    const like = oracle.cases.find((each) => each.stats !== undefined && each.stats.layers === undefined);
    expect(lines()[0]?.split(',')).toEqual([...Object.keys(like?.execution ?? {}), ...Object.keys(like?.stats ?? {})]);
  });

  it('writes every feasible strategy in the order of the space, each as it evaluates', () => {
    const [, ...rows] = lines();
    let next = 0;
    for (const expected of expectedRows()) {
      if (rows[next] !== expected) expect(rows[next]).toBe(expected);
      next++;
    }
    expect(rows).toHaveLength(next);
  });

  it('says how many there are', () => {
    const { out } = cli.run('lae', ...before, 'again.csv', ...after);
    const { size } = searchSpace(requestOf({ ...small, dp_overlap: true }));
    expect(out).toMatch(new RegExp(`^Total executions: ${size}\nGood executions: ${lines().length - 1}\n`));
  });

  it.each(['1', '2', '5'])('writes the same file with %s threads', (threads) => {
    cli.run('lae', ...before, `with-${threads}.csv`, ...after, '-c', threads);
    expect(read(`with-${threads}.csv`).equals(read('all.csv'))).toBe(true);
  });

  it('compresses, the same with any number of threads', () => {
    cli.run('lae', ...before, 'two.csv.gz', ...after, '-c', '2');
    cli.run('lae', ...before, 'three.csv.gz', ...after, '-c', '3');
    expect(read('two.csv.gz').equals(read('three.csv.gz'))).toBe(true);
    expect(gunzipSync(read('two.csv.gz')).equals(read('all.csv'))).toBe(true);
  });

  it('ends with 1 where nothing fits; with -n with 0 and the header alone', () => {
    const { before: files } = argumentsOf(cli, hopeless);
    const { code, out } = cli.run('lae', ...files, 'nothing.csv');
    expect(code).toBe(1);
    expect(out).toContain('No acceptable configurations found');
    expect(readdirSync(cli.folder)).not.toContain('nothing.csv');
    expect(cli.run('lae', ...files, 'nothing.csv', '-n').code).toBe(0);
    expect(read('nothing.csv').toString().split('\n')).toEqual([lines()[0], '']);
  });

  it('writes tables only', () => {
    const { code, err } = cli.run('lae', ...before, 'all.json');
    expect({ code, err }).toEqual({
      code: 2,
      err: 'all.json: the name of an output file must end in .csv or .csv.gz.\n',
    });
  });
});

describe('lae, interrupted', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s leaves nothing behind and says so', async (signal, expected) => {
    const { before: files, after: flags } = argumentsOf(cli, large);
    cli.write('kept.csv', 'an earlier file');
    const running = cli.start('lae', ...files, 'kept.csv', ...flags);
    let err = '';
    running.stderr?.on('data', (data: Buffer) => {
      err += data.toString();
    });
    const ended = new Promise<number | null>((resolve) => running.once('exit', resolve));
    // Some rows are on the disk.
    const draft = (): string | undefined => readdirSync(cli.folder).find((name) => name.endsWith('.partial'));
    const isWriting = (): boolean => {
      const name = draft();
      return name !== undefined && statSync(join(cli.folder, name)).size > 2 ** 22;
    };
    while (!isWriting() && running.exitCode === null) await sleep(20);
    running.kill(signal);
    expect(await ended).toBe(expected);
    expect(withoutDuration(err)).toBe('Interrupted. kept.csv was not written.\n');
    expect(draft()).toBeUndefined();
    expect(read('kept.csv').toString()).toBe('an earlier file');
  });
});
