import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { oracle } from '../core/oracle.js';
import { commandLine } from './command-line.js';

const cli = commandLine();
afterAll(() => rmSync(cli.folder, { recursive: true }));

describe('llm-validation', () => {
  it.each(['llm-validation', 'lv'])('%s: the sixteen figures of Table 2', (command) => {
    const { code, out } = cli.run(command);
    expect(code).toBe(0);
    const rows = [...out.matchAll(/(\d+\.\d\d) s +(\d+\.\d\d) s/g)].map(([, measured, predicted]) => [
      measured,
      predicted,
    ]);
    expect(rows).toEqual([
      ['1.42', '1.40'],
      ['1.10', '1.14'],
      ['18.13', '18.03'],
      ['13.75', '13.64'],
      ['49.05', '49.89'],
      ['37.83', '34.47'],
      ['94.42', '90.08'],
      ['71.49', '66.04'],
    ]);
    expect(out).toContain('Mean error: 3.65 %');
    expect(out).toContain('Worst error: 8.87 %');
  });

  it('-v adds where the time goes', () => {
    expect(cli.run('lv', '-v').out).toMatch(/Bubble.*Recompute/);
  });
});

describe('llm-parameter-calculator', () => {
  it.each(['llm-parameter-calculator', 'lpc'])('%s: the count of the reference', (command) => {
    const gpt = oracle.cases.find((each) => each.id.startsWith('gpt3-175B/'));
    cli.write('gpt3-175B.json', gpt?.model);
    expect(cli.run(command, 'gpt3-175B.json')).toEqual({
      code: 0,
      out: `gpt3-175B     -> ${oracle.parameters['gpt3-175B']} (175B)\n`,
      err: '',
    });
  });
});
