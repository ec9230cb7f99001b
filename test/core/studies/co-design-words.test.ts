import { afterEach, describe, expect, it } from 'vitest';
import { setByteUnits } from '../../../src/core/quantities/byte-units.js';
import { KNOBS, type Knob } from '../../../src/core/studies/co-design-inputs.js';
import { amountOf, colourText, whereOf, winnersText } from '../../../src/core/studies/co-design-words.js';
import { studyInputs } from '../../../src/core/studies/study.js';
import { studyOf } from './ask.js';
import { presetWorld, runStudy } from './run-study.js';

const knob = (value: string): Knob => {
  const found = KNOBS.find((each) => each.value === value);
  if (found === undefined) throw new Error(`there is no ${value}`);
  return found;
};
afterEach(() => setByteUnits('binary'));

describe('so much of an input', () => {
  it.each([
    ['hbm-capacity', 16, '16 GiB of HBM capacity'],
    ['hbm-bandwidth', 3000, '3,000 GB/s of HBM bandwidth'],
    ['tier2-bandwidth', 12.5, '12.5 GB/s of tier-2 bandwidth'],
    ['domain', 8, 'an NVLink domain of 8 processors'],
    ['domain', 1, 'an NVLink domain of 1 processor'],
    ['scale-out-bandwidth', 50, '50 GB/s of InfiniBand bandwidth'],
  ])('%s', (value, amount, words) => {
    expect(amountOf(knob(value), amount)).toBe(words);
  });

  it('is in the unit that memory is shown in', () => {
    setByteUnits('decimal');
    expect(amountOf(knob('tier2-capacity'), 16)).toBe('17.18 GB of tier-2 capacity');
  });
});

it('has the unit of what the map is coloured by', () => {
  expect(colourText('rate', 1312.6)).toBe('1,313 samples/s');
  expect(colourText('value', 45.2)).toBe('45 samples/s');
  expect(colourText('mfu', 0.5123)).toBe('51.2 %');
});

describe('where the highest value is', () => {
  const grid = {
    x: knob('hbm-capacity'),
    y: knob('tier2-bandwidth'),
    columns: [16, 32, 64],
    rows: [400, 100, 25],
  };
  const where = (...rows: readonly string[]): string =>
    whereOf(
      grid,
      rows.map((row) => row.split('').map((each) => each === '#')),
    );

  it.each([
    [['...', '.#.', '...'], 'at 32 GiB of HBM capacity and 100 GB/s of tier-2 bandwidth'],
    [['.##', '...', '...'], 'from 32 GiB of HBM capacity on, at 400 GB/s of tier-2 bandwidth'],
    [['..#', '..#', '..#'], 'at 64 GiB of HBM capacity, from 25 GB/s of tier-2 bandwidth on'],
    [['.##', '.##', '...'], 'from 32 GiB of HBM capacity and 100 GB/s of tier-2 bandwidth on'],
    // a hole, or a cell beside: “on” would not be true
    [['.##', '.#.', '...'], 'at 32 GiB of HBM capacity and 100 GB/s of tier-2 bandwidth, and in 2 other cells'],
    [['###', '.##', '...'], 'at 16 GiB of HBM capacity and 400 GB/s of tier-2 bandwidth, and in 4 other cells'],
    [['#..', '.#.', '...'], 'at 16 GiB of HBM capacity and 400 GB/s of tier-2 bandwidth, and in 1 other cell'],
    // the knee of a staircase has least of both
    [['###', '##.', '#..'], 'at 16 GiB of HBM capacity and 25 GB/s of tier-2 bandwidth, and in 5 other cells'],
    [['...', '...', '...'], ''],
  ])('%j', (rows, words) => {
    expect(where(...rows)).toBe(words);
  });
});

it('counts the strategies that win apart from their regions', () => {
  expect(winnersText('split', 6, 9)).toBe('6 choices of t, p, d win in 9 regions');
  expect(winnersText('options', 1, 1)).toBe('1 choice of recompute and offload wins in 1 region');
});

it('answers what is true of its cells, whatever they are coloured by', () => {
  const changes = { processors: 64, xSteps: 4, ySteps: 2 };
  const { findings } = runStudy('co-design', changes);
  for (const colour of ['rate', 'mfu', 'value'] as const) {
    const study = studyOf('co-design');
    if (study === null) throw new Error('no study');
    const report = study.report(studyInputs(study, { ...changes, colour }), presetWorld, findings);
    const [map] = report.figures;
    if (map?.kind !== 'heatmap') throw new Error('no map');
    const flat = map.cells.flat();
    const written = colourText(colour, Math.max(...flat.map(({ value }) => value ?? 0)));
    const best = flat.filter(({ value }) => value !== null && colourText(colour, value) === written);
    expect(report.answer).toContain(`is highest, ${written}, `);
    const others = /and in ([\d,]+) other cell/.exec(report.answer);
    if (others !== null) expect(Number(others[1])).toBe(best.length - 1);
    else if (best.length > 1) expect(report.answer).toMatch(/ on[,;]/);
    const winners = new Set(
      [...findings.values()].flatMap(({ best: found }) =>
        found === null
          ? []
          : [`${found.strategy.tensor_par} ${found.strategy.pipeline_par} ${found.strategy.data_par}`],
      ),
    );
    const counted = winnersText('split', winners.size, map.regions?.length ?? 0);
    expect(map.finding).toBe(`${map.scale.label} up to ${written}; ${counted}`);
    expect(report.answer).toContain(`; ${counted}; in `);
  }
});
