import { describe, expect, it } from 'vitest';
import { readMeasured } from '../../src/interchange/measured-file.js';
import { withValue } from '../../src/share/paths.js';
import { presetText } from '../state/preset-files.js';

const measured: unknown = JSON.parse(presetText('measured'));
const problems = (path: string, value: unknown): readonly string[] => {
  const read = readMeasured(JSON.stringify(withValue(measured, path, value)));
  return read.ok ? [] : read.problems.map((problem) => problem.message);
};

describe('the file of measured runs', () => {
  it('is read as it ships', () => {
    const read = readMeasured(presetText('measured'));
    expect(read.ok ? read.value.flatMap((table) => table.runs).length : read.problems).toBeGreaterThan(0);
  });

  it.each([
    ['tables.0.runs.0.batchSeconds', -1, 'tables.0.runs.0.batchSeconds is -1, but must be'],
    ['tables.0.runs.0.batchSeconds', '1.4', 'tables.0.runs.0.batchSeconds is "1.4", but must be'],
    ['tables.0.runs.0.batchSeconds', undefined, 'tables.0.runs.0.batchSeconds is missing; it must be'],
    ['tables.0.runs.0.for.model', 22, 'tables.0.runs.0.for.model is 22, but must be'],
    ['tables.0.colour', 'red', 'tables.0 is an object, but must be an object without the field colour.'],
    ['tables', null, 'tables is null, but must be'],
    ['format', 'measured@2', 'format is "measured@2", but must be'],
  ])('says what stands where %s is %j', (path, value, message) => {
    expect(problems(path, value)).toEqual([expect.stringContaining(message)]);
  });
});
