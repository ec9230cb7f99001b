// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { reportDesign } from '../../src/core/report.js';
import { degreeChoices, interleavingChoices, microbatchChoices } from '../../src/core/strategy/degrees.js';
import { readSetting } from '../../src/features/palette/set-field.js';
import { useResults } from '../../src/state/results.js';
import { selectDesign, workbench } from '../../src/state/workbench.js';
import { finderNow, openingFinder, type PaletteFinder } from './palette-finder.js';

let palette: PaletteFinder;
beforeEach(() => {
  useResults.setState({ report: null });
  palette = openingFinder();
});

const strategy = () => workbench().getState().strategy.value;

describe('what is typed behind the name of an input', () => {
  it('sets it as its field would', () => {
    const row = palette.first('tp 16');
    expect(row?.entry.label).toBe('Set Tensor parallel to 16');
    row?.entry.run();
    const { num_procs: all, tensor_par: t, pipeline_par: p, data_par: d } = strategy();
    expect([t, t * p * d]).toEqual([16, all]);
    workbench().getState().undo();
    expect(strategy().tensor_par).toBe(8);
  });

  it.each([
    ['hbm 120 GB', 'Set HBM capacity to 111.76 GiB'],
    ['hbm capacity=96', 'Set HBM capacity to 96 GiB'],
    ['tier 1 bandwidth 50', 'Set Tier 1: Bandwidth to 50 GB/s'],
    ['hidden 16384', 'Set Hidden size to 16,384'],
    ['gpus 8192', 'Set Processors to 8,192 processors'],
    ['mbs 2', 'Set Microbatch to 2 samples'],
    ['latency 5 us', /^Set Tier \d: Latency to 5 µs$/],
  ] as const)('%s', (query, label) => {
    const row = palette.first(query);
    expect(row?.problem).toBeUndefined();
    expect(row?.entry.label).toEqual(typeof label === 'string' ? label : expect.stringMatching(label));
  });

  it.each([
    ['tp 7', 't · p · d has to be 4,096'],
    ['tp 7', 'Allowed: 1, 2, 4, 8, 16, 32.'],
    ['pipeline 7', 't · p · d has to be 4,096'],
    ['tp-tier 7', 'There is no such tier'],
    // 4,096 processors could make up for it, but there are 96 blocks
    ['pp 128', 'Allowed: 1, 2, 4, 8, 16, 32, 64.'],
    ['microbatch 3', 'divide each replica’s 290 samples. Allowed: 1, 2, 5, 10, 29, 58, 145, 290.'],
    ['interleaving 3', 'the blocks of a stage, which are 2. Allowed: 1, 2.'],
    ['batch 1001', '1,001 samples is not a multiple of d = 8. Nearest: 1,000 or 1,008.'],
    ['hidden 0', '0 is too small'],
    ['hidden 12 GB', 'is no unit of this field'],
    ['hbm 1e99', 'too large. Allowed: at least 0 GiB, at most 1e12 GiB.'],
    ['blocks 0', 'at least 1 block, at most'],
  ])('%s is refused with the reason', (query, reason) => {
    const before = workbench().getState();
    const row = palette.first(query);
    expect(row?.problem).toContain(reason);
    row?.entry.run();
    expect(workbench().getState().strategy).toBe(before.strategy);
  });

  it.each(['microbatch_size', 'pipeline_interleaving', 'tensor_par', 'pipeline_par', 'data_par'] as const)(
    'takes for %s just what its field takes',
    (path) => {
      // the exchange splits tokens, so that t counts for a microbatch
      workbench().getState().edit('strategy', { tensor_par_comm_type: 'rs_ag' });
      workbench().getState().edit('model', { seq_size: 12 });
      const { model, strategy: part } = workbench().getState();
      const choices = {
        ...degreeChoices(model.value, part.value, null),
        microbatch_size: microbatchChoices(model.value, part.value),
        pipeline_interleaving: interleavingChoices(model.value, part.value),
      }[path];
      const placed = palette.entries.fields.find((entry) => entry.placed.path === path)?.placed;
      if (placed === undefined) throw new Error(`no ${path}`);
      const taken = Array.from({ length: 300 }, (_, at) => at + 1).filter((v) => readSetting(placed, String(v)).ok);
      expect(taken).toEqual(choices.filter((value) => value <= 300));
      expect(taken.length).toBeGreaterThan(0);
    },
  );

  it('a microbatch of a batch that its replicas cannot share out is refused: that comes first', () => {
    workbench().getState().edit('strategy', { batch_size: 2321 });
    expect(palette.first('microbatch 1')?.problem).toBe(
      'The batch of 2,321 does not divide over d 8: change that first.',
    );
  });

  it('a batch takes its microbatches with it, as one step', () => {
    workbench().getState().edit('strategy', { microbatch_size: 5 });
    palette.first('batch 1024')?.entry.run();
    expect(strategy()).toMatchObject({ batch_size: 1024, microbatch_size: 4 });
    workbench().getState().undo();
    expect(strategy()).toMatchObject({ batch_size: 2320, microbatch_size: 5 });
  });

  it('an option is an entry of its own, with what follows from it', () => {
    const row = palette.first('recompute full');
    expect(row?.entry.label).toBe('Recompute: Full');
    row?.entry.run();
    expect(strategy().activation_recompute).toBe('full');
  });

  it('an option that a rule forbids says so, as its field does', () => {
    useResults.setState({ report: reportDesign(selectDesign(workbench().getState())) });
    palette = finderNow();
    expect(palette.first('fp8')?.problem).toBe('The system has no float8 engines.');
    expect(palette.first('selective')?.problem).toBeUndefined();
    expect(palette.first('repeat all-gather on')?.problem).toContain('needs sequence parallelism');
  });
});
