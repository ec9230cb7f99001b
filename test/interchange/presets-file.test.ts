import { describe, expect, it } from 'vitest';
import { readAllPresets, readPresets } from '../../src/interchange/presets-file.js';
import { withValue } from '../../src/share/paths.js';
import { presetText } from '../state/preset-files.js';

const texts = { models: presetText('models'), systems: presetText('systems'), strategies: presetText('strategies') };
const models = JSON.parse(texts.models) as { readonly presets: readonly object[] };
const problems = (path: string, value: unknown): string => {
  const read = readPresets('models', JSON.stringify(withValue<unknown>(models, path, value)));
  return read.ok ? '' : read.problems.map((problem) => problem.message).join('\n');
};

describe('a presets file', () => {
  it('is read whole, or not at all', () => {
    const read = readAllPresets(texts);
    expect(read.ok && read.value.models.length).toBe(models.presets.length);
  });

  it.each([
    ['kind', 'systems', /kind is "systems"/],
    ['presets.0.id', 'Has Blanks', /presets.0.id is "Has Blanks"/],
    ['presets.0.colour', 1, /presets.0 is an object, but must be an object without the field colour/],
    ['presets.0.sources', [], /presets.0.sources/],
    ['presets.0.sources.0.url', 'javascript:alert(1)', /presets.0.sources.0.url/],
    ['presets.0.value.hidden', 0, /presets.0.value.hidden is 0, but must be a whole number at least 1/],
    ['presets.0.earlier', [{ revision: 1, value: {} }], /presets.0.earlier.0.value.hidden is missing/],
    ['presets.0.revision', 0, /presets.0.revision/],
    ['presets.1.id', 'gpt3-13b', /Two models have the id “gpt3-13b”/],
  ])('says what is wrong with %s', (path, value, message) => {
    expect(problems(path, value)).toMatch(message);
  });

  it('has strategies only for presets that exist', () => {
    const read = readAllPresets({ ...texts, strategies: texts.strategies.replaceAll('"gpt3-175b"', '"gpt9"') });
    expect(read.ok ? '' : read.problems[0]?.message).toMatch(/“fig3” is for a model or a system that is no preset/);
    expect(readAllPresets({ ...texts, systems: '{' }).ok).toBe(false);
  });
});
