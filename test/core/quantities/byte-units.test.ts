import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { fittingAdvice } from '../../../src/core/advice/advice.js';
import { evaluateDesign } from '../../../src/core/evaluate.js';
import { FIELDS } from '../../../src/core/inputs/fields.js';
import { capacityText, capacityUnit, setByteUnits } from '../../../src/core/quantities/byte-units.js';
import { columnFormat, formatQuantity } from '../../../src/core/quantities/format.js';
import { QUANTITIES } from '../../../src/core/quantities/registry.js';
import { reasonWords } from '../../../src/core/strategy/reason-words.js';
import { limitsText } from '../../../src/ui/quantity-limits.js';
import { editText, parseQuantity, quantityText, shortText } from '../../../src/ui/quantity-text.js';
import { shownUnit } from '../../../src/core/quantities/shown-unit.js';
import { PRESETS } from '../../state/preset-files.js';

afterEach(() => setByteUnits('binary'));

const BINARY = /[KMGTPE]iB/;
const DECIMAL = /\b[kMGTPE]B(?!\/s)/;
const capacities = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
const read = (text: string): number => {
  const typed = parseQuantity(text, 'GiB');
  if (!typed.ok) throw new Error(typed.message);
  return typed.value;
};

const feasible = () => {
  const [model] = PRESETS.models.filter(({ id }) => id === 'gpt3-175b');
  const [system] = PRESETS.systems;
  const [strategy] = PRESETS.strategies;
  if (!model || !system || !strategy) throw new Error('no presets');
  return { model: model.value, system: system.value, strategy: strategy.value };
};

describe.each(['binary', 'decimal'] as const)('memory in %s units', (units) => {
  const wrong = units === 'binary' ? DECIMAL : BINARY;

  it('an amount written to be edited reads back as the very same number', () => {
    setByteUnits(units);
    fc.assert(
      fc.property(capacities, (value) => {
        expect(read(editText(value, 'GiB'))).toBe(value);
        expect(read(`${editText(value, 'GiB')} ${shownUnit('GiB').text}`)).toBe(value);
      }),
    );
  });

  it('an amount as it is shown reads back as nearly the same, and so does one with either unit', () => {
    setByteUnits(units);
    fc.assert(
      fc.property(capacities, (value) => {
        expect(Math.abs(read(quantityText(value, 'GiB')) / value - 1)).toBeLessThan(1e-3);
        expect(read(`${value} GiB`)).toBe(value);
        expect(Math.abs(read(`${(value * 2 ** 30) / 1e9} GB`) / value - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it('a number of bytes is written in them, and never in the others', () => {
    setByteUnits(units);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e20, noNaN: true }), fc.boolean(), (bytes, precise) => {
        const text = formatQuantity(bytes, 'bytes', { precise });
        expect(text).not.toMatch(wrong);
        const column = columnFormat(bytes, 'bytes');
        expect(`1 ${column.unit}`).not.toMatch(wrong);
        const [, number = '', prefix = ''] = /^([\d.,e−]+) ([kKMGTPE]?)i?B$/.exec(text) ?? [];
        const power = ['', 'k', 'm', 'g', 't', 'p', 'e'].indexOf(prefix.toLowerCase());
        const value =
          Number(number.replaceAll(',', '').replace('−', '-')) * (units === 'binary' ? 1024 : 1000) ** power;
        expect(Math.abs(value - bytes)).toBeLessThanOrEqual(bytes * (precise ? 1e-6 : 1e-2));
      }),
    );
  });

  it('every quantity, every input and every limit says them', () => {
    setByteUnits(units);
    const outcome = evaluateDesign(feasible());
    if (outcome.kind === 'invalid') throw new Error('invalid');
    for (const each of QUANTITIES) {
      const value = each.value(outcome.evaluation);
      const text = formatQuantity(value, each.unit);
      if (each.unit === 'bytes') expect(text, each.id).not.toMatch(wrong);
      else expect(text, each.id).not.toMatch(BINARY);
    }
    for (const field of Object.values(FIELDS).flat()) {
      if (field.kind !== 'number') continue;
      const isMemory = field.unit === 'GiB';
      const texts = [limitsText(field), quantityText(field.slider[1], field.unit), shownUnit(field.unit).examples];
      for (const text of texts.slice(0, 2)) expect(text, field.path).not.toMatch(isMemory ? wrong : BINARY);
      if (units === 'decimal') expect(texts.join(), field.path).not.toMatch(BINARY);
    }
  });

  it('what does not fit says so in them, and so does what would help', () => {
    const design = feasible();
    const small = { ...design, system: { ...design.system, mem1: { ...design.system.mem1, GiB: 8 } } };
    // made elsewhere, as in a worker that knows nothing of the choice
    const outcome = evaluateDesign(small);
    setByteUnits(units);
    if (outcome.kind !== 'infeasible') throw new Error('it fits');
    for (const reason of outcome.reasons) {
      const { message, allowed } = reasonWords(reason);
      expect(`${message} ${allowed}`).toContain(capacityUnit().name);
      expect(`${message} ${allowed}`).not.toMatch(wrong);
    }
    const labels = fittingAdvice(small).map(({ label }) => label);
    expect(labels.join()).toContain(capacityUnit().name);
    expect(labels.join()).not.toMatch(wrong);
  });
});

describe('a capacity', () => {
  it('is 1.0737 times as many GB', () => {
    setByteUnits('decimal');
    expect(quantityText(80, 'GiB')).toBe('85.899 GB');
    expect(editText(80, 'GiB')).toBe('85.89934592');
    expect(shortText(512, 'GiB')).toBe('549.76');
    expect(capacityText(80)).toBe('85.899');
    expect(capacityText(1_000_000)).toBe('1,073,742');
    expect(formatQuantity(80 * 2 ** 30, 'bytes')).toBe('85.9 GB');
    expect(read('80')).toBe(80e9 / 2 ** 30);
    expect(read('1.5T')).toBe(1.5e12 / 2 ** 30);
    expect(read('1.5 TiB')).toBe(1536);
    setByteUnits('binary');
    expect(capacityText(80)).toBe('80');
    expect(capacityText(0.5)).toBe('0.5');
  });
});
