/**
 * Everything that must hold, in one run: `npm test`. Every stage runs even when one before it fails, and the
 * last line is the count of all checks and tests. `--only unit,lint` runs some stages.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findOrInstallBrowser } from './browser.mjs';

/** @typedef {{ passed: number, failed: number, failures?: readonly string[] }} Count */
/** @typedef {{ name: string, run: () => Count }} Stage */
/** @typedef {{ status: string, fullName: string, failureMessages: readonly string[] }} UnitTest */
/** @typedef {{ name: string, status: string, message: string, assertionResults: readonly UnitTest[] }} UnitFile */
/**
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: readonly UnitFile[] }} UnitReport
 */
/** @typedef {{ specs?: readonly { ok: boolean, file: string, line: number, title: string }[], suites?: readonly Suite[] }} Suite */
/** @typedef {Suite & { stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} BrowserReport */

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'calculon-explorer-test-'));

/**
 * @param {readonly string[]} command a program of node_modules/.bin and its arguments
 * @param {NodeJS.ProcessEnv} [env]
 */
function runTool([program = '', ...args], env = {}) {
  const run = spawnSync(join(root, 'node_modules/.bin', program), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return run.status === 0;
}

/**
 * A stage that counts as one.
 * @param {string} name
 * @param {...string} command
 * @returns {Stage}
 */
function check(name, ...command) {
  return { name, run: () => (runTool(command) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }) };
}

/**
 * Stages as one, which counts them all.
 * @param {string} name
 * @param {...Stage} stages
 * @returns {Stage}
 */
function together(name, ...stages) {
  return {
    name,
    run: () =>
      stages
        .map((stage) => stage.run())
        .reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed })),
  };
}

/**
 * A stage whose own tests are counted from the report it leaves. A runner that fails without a failed test (or
 * leaves no report) counts as one failure, and so does each test that is left out: a promise nobody keeps.
 * @template Report
 * @param {boolean} succeeded
 * @param {string} file
 * @param {(report: Report) => Count} count
 * @returns {Count}
 */
function countTests(succeeded, file, count) {
  const report = existsSync(file) ? /** @type {Report} */ (JSON.parse(readFileSync(file, 'utf8'))) : null;
  const counted = report ? count(report) : { passed: 0, failed: 0 };
  return succeeded && counted.passed > 0 ? counted : { ...counted, failed: counted.failed || 1 };
}

/**
 * Says so when tests were left out (skipped, pending, to do), as neither runner fails for it.
 * @param {number} tests
 */
function leftOut(tests) {
  if (tests > 0) console.error(`${tests} left out: a skipped test counts as failed.`);
  return tests;
}

/**
 * The unit tests that failed, and the files that could not be run, each with the first line of its reason.
 * @param {UnitReport} report
 */
function unitFailures({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    const broken = status === 'failed' && failed.length === 0 ? [{ fullName: '', failureMessages: [message] }] : [];
    return [...failed, ...broken].map(
      ({ fullName, failureMessages: [reason = ''] }) =>
        `${relative(root, name)} ${fullName}: ${reason.split('\n', 1)[0]}`,
    );
  });
}

/**
 * The browser tests that failed, by where they stand.
 * @param {Suite} suite
 * @returns {string[]}
 */
function browserFailures({ specs = [], suites = [] }) {
  const here = specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `e2e/${file}:${line} ${title}`);
  return [...here, ...suites.flatMap(browserFailures)];
}

/** @type {Stage} */
const unit = {
  name: 'unit',
  run() {
    const report = join(scratch, 'unit.json');
    const succeeded = runTool([
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    return countTests(succeeded, report, (/** @type {UnitReport} */ found) => ({
      passed: found.numPassedTests,
      failed: found.numFailedTests + leftOut(found.numPendingTests + found.numTodoTests),
      failures: unitFailures(found),
    }));
  },
};

/** @type {Stage} */
const browser = {
  name: 'browser',
  run() {
    try {
      findOrInstallBrowser();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    }
    const report = join(scratch, 'browser.json');
    const succeeded = runTool(['playwright', 'test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
    return countTests(succeeded, report, (/** @type {BrowserReport} */ found) => ({
      passed: found.stats.expected,
      failed: found.stats.unexpected + found.stats.flaky + leftOut(found.stats.skipped),
      failures: browserFailures(found),
    }));
  },
};

const STAGES = [
  check('format', 'prettier', '--check', '--log-level', 'warn', '.'),
  check('typecheck', 'tsc', '-b'),
  check('lint', 'oxlint'),
  together(
    'unused',
    check('of all', 'knip'),
    check('but by tests', 'knip', '--production', '--config', 'knip.production.jsonc'),
  ),
  check('build', 'vite', 'build', '--logLevel', 'warn'),
  check('size', 'size-limit'),
  unit,
  browser,
];

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = values.only?.split(',');
const unknown = chosen?.filter((name) => !STAGES.some((stage) => stage.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`Unknown stage ${unknown.join(', ')}. There are ${STAGES.map((stage) => stage.name).join(', ')}.`);
  process.exit(2);
}

const total = { passed: 0, failed: 0 };
const summary = [];
for (const { name, run } of STAGES) {
  if (chosen && !chosen.includes(name)) continue;
  console.log(`\n── ${name}`);
  const start = performance.now();
  const { passed, failed, failures = [] } = run();
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  summary.push(`${name.padEnd(10)} ${failed ? 'failed' : 'passed'}  ${passed} passed, ${failed} failed  ${seconds} s`);
  // again at the end, where whoever reads only the last lines of a long run finds them
  summary.push(...failures.map((failure) => `  ${failure}`));
}
rmSync(scratch, { recursive: true });
console.log(`\n${summary.map((line) => `  ${line}`).join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
