import { describe, expect, it } from 'vitest';
import type { StageCost } from '../../../src/core/block/layer-cost.js';
import { evaluateDesign } from '../../../src/core/evaluate.js';
import type { Evaluation } from '../../../src/core/evaluation.js';
import { bandwidthFinding, constructionText } from '../../../src/core/findings/bandwidth-finding.js';
import { bandwidthRows, type BandwidthRow } from '../../../src/core/findings/bandwidth-rows.js';
import { neededText, slackText, stateText } from '../../../src/core/findings/bandwidth-words.js';
import type { StrategyInput } from '../../../src/core/inputs/design.js';
import { dataOverlapExposed, tensorOverlapExposed } from '../../../src/core/quantities/overlap-exposed.js';
import { reportDesign } from '../../../src/core/report.js';
import { designOfPreset, evaluationOfPreset } from '../../features/evaluation-of-preset.js';
import { designOf, oracle } from '../oracle.js';

describe('bandwidth needed', () => {
  it('is off where nothing is overlapped or offloaded', () => {
    const evaluation = evaluationOfPreset('fig3');
    const rows = bandwidthRows(evaluation);
    expect(rows.every(({ state }) => state === 'off')).toBe(true);
    expect(bandwidthFinding(evaluation, rows)).toMatch(/^Nothing is overlapped or offloaded/);
  });

  it('is short on a slow offload tier, by how much, and met on a fast one', () => {
    const design = designOfPreset('table4-offload');
    const withBandwidth = (GBps: number) => {
      const outcome = evaluateDesign({
        ...design,
        system: { ...design.system, mem2: { ...design.system.mem2, GBps } },
      });
      if (outcome.kind === 'invalid') throw new Error('invalid');
      return bandwidthRows(outcome.evaluation);
    };
    const slow = withBandwidth(10).find(({ id }) => id === 'offload-bandwidth');
    const fast = withBandwidth(10_000).find(({ id }) => id === 'offload-bandwidth');
    expect(slow?.state).toBe('short');
    expect(slow && stateText(slow)).toMatch(/^short [\d.]+×$/);
    expect(fast?.state).toBe('met');
  });

  it('agrees with the exposed time: short exactly where offloading is not hidden', () => {
    for (const each of oracle.cases) {
      const outcome = evaluateDesign(designOf(each));
      if (outcome.kind === 'invalid') continue;
      const { time } = outcome.evaluation;
      const row = bandwidthRows(outcome.evaluation).find(({ id }) => id === 'offload-bandwidth');
      const exposed = time.forwardOffloadExposedSeconds + time.backwardOffloadExposedSeconds;
      if (row?.state === 'short' || row?.state === 'met') expect(row.state === 'short', each.id).toBe(exposed > 0);
    }
  });

  const rowOf = (evaluation: Evaluation, id: string) => bandwidthRows(evaluation).find((row) => row.id === id);
  const fig3 = (strategy: Partial<StrategyInput>, networkShare = 1, tier?: number): Evaluation => {
    const design = designOfPreset('fig3');
    const networks = design.system.networks.map((each, index) =>
      tier === undefined || index === tier ? { ...each, bandwidth: each.bandwidth * networkShare } : each,
    );
    const outcome = evaluateDesign({
      model: design.model,
      system: { ...design.system, networks },
      strategy: { ...design.strategy, ...strategy },
    });
    if (outcome.kind === 'invalid') throw new Error('invalid');
    return outcome.evaluation;
  };

  it('is not called enough where the last block’s reduction stays exposed', () => {
    // fig3 has two chunks of one block each: only the last block is exposed, on a hundredth of the bandwidth too.
    const slow = fig3({ data_par_overlap: true }, 0.01);
    expect(rowOf(slow, 'data-overlap-chunk-bandwidth')?.state).toBe('met');
    expect(rowOf(slow, 'data-overlap-tail-bandwidth')?.state).toBe('nothing');
    expect(bandwidthFinding(slow, bandwidthRows(slow))).toBe(
      'All that an overlap can hide is hidden; 2.05 s is exposed whatever the bandwidth',
    );
    expect(constructionText(slow)).toBe(
      '2.01 s (DP: the last block, with nothing left to compute), 41.0 ms (DP: computing slowed by the network’s processor use)',
    );
  });

  it('is short where chunks or the last one reach beyond their window, and never without one', () => {
    // Two stages: a chunk has two microbatches to hide behind. Tensor traffic has a tier of its own.
    const chunks = fig3({ data_par_overlap: true, pipeline_par: 2, data_par: 256, batch_size: 2048 }, 0.01, 1);
    const row = rowOf(chunks, 'data-overlap-chunk-bandwidth');
    expect(row?.state).toBe('short');
    expect(row?.exposedSeconds).toBeGreaterThan(0);
    const tail = fig3({ data_par_overlap: true, pipeline_interleaving: 1 }, 0.01);
    expect(rowOf(tail, 'data-overlap-chunk-bandwidth')?.state).toBe('nothing');
    expect(rowOf(tail, 'data-overlap-tail-bandwidth')?.state).toBe('short');
    expect(bandwidthFinding(tail, bandwidthRows(tail))).toMatch(/^DP overlap, tail: [\d.]+ s exposed/);
  });

  it('tells what the pipe leaves by construction from what no product is long enough to hide', () => {
    const pipe = fig3({ tensor_par_overlap: 'pipe' });
    const row = rowOf(pipe, 'tensor-overlap-bandwidth');
    const { tensorExposedSeconds, recommunicationExposedSeconds } = pipe.time;
    const { overhangSeconds, constructionSeconds } = tensorOverlapExposed(pipe);
    expect(row?.state).toBe('short');
    expect(overhangSeconds + constructionSeconds).toBeCloseTo(tensorExposedSeconds + recommunicationExposedSeconds, 12);
    expect(bandwidthFinding(pipe, bandwidthRows(pipe))).toBe(
      'TP overlap: 143 ms exposed, to hide it takes 1.45× the bandwidth there is',
    );
    expect(constructionText(pipe)).toBe('202 ms (TP: one tile of each piped exchange)');
    expect(constructionText(fig3({ tensor_par_overlap: 'ring' }))).toBe('');
    const fast = fig3({ tensor_par_overlap: 'pipe' }, 10);
    expect(rowOf(fast, 'tensor-overlap-bandwidth')?.state).toBe('met');
    expect(bandwidthFinding(fast, bandwidthRows(fast))).toMatch(/^All that an overlap can hide is hidden; [\d.]+ ms/);
  });

  it('explains every second that an overlap leaves exposed', () => {
    for (const each of oracle.cases) {
      const outcome = evaluateDesign(designOf(each));
      if (outcome.kind === 'invalid') continue;
      const { time, strategy } = outcome.evaluation;
      const data = dataOverlapExposed(outcome.evaluation);
      if (strategy.dataOverlap) {
        const parts = data.chunkOverhangSeconds + data.tailOverhangSeconds + data.lastBlockSeconds;
        expect(parts + data.contentionSeconds, each.id).toBeCloseTo(time.dataExposedSeconds, 9);
      }
      if (strategy.tensorOverlap !== 'none') {
        // Tile by tile, from the operations themselves.
        const usage = outcome.evaluation.system.networks[strategy.tensorTier]?.processorUsage ?? 0;
        const beyond = (cost: StageCost): number =>
          Math.max(0, cost.baseNetworkSeconds - cost.flopSeconds / (1 - usage)) / strategy.tensorParallel;
        const isBeyond = reportDesign(designOf(each)).layers.some(
          (layer) =>
            layer.kind === 'overlapped' &&
            (beyond(layer.forward) > 0 || (strategy.training && beyond(layer.agrad) > 0)),
        );
        expect(tensorOverlapExposed(outcome.evaluation).overhangSeconds > 0, each.id).toBe(isBeyond);
      }
    }
  });

  it('says how much is left or missing, and what it is of the need', () => {
    const design = designOfPreset('table4-offload');
    const at = (GBps: number, strategy: Partial<StrategyInput> = {}) => {
      const system = { ...design.system, mem2: { ...design.system.mem2, GBps } };
      const outcome = evaluateDesign({ ...design, system, strategy: { ...design.strategy, ...strategy } });
      if (outcome.kind === 'invalid') throw new Error('invalid');
      return bandwidthRows(outcome.evaluation);
    };
    const all = (rows: ReturnType<typeof at>) => rows.find(({ id }) => id === 'offload-bandwidth');
    const short = all(at(10));
    const met = all(at(10_000));
    expect(short && slackText(short)).toMatch(/^[\d.]+ GB\/s missing \(needs [\d.]+×\)$/);
    expect(met && slackText(met)).toMatch(/^\+[\d.]+ [GT]B\/s \([\d.]+× the need\)$/);
    // What is needed does not depend on what there is.
    expect((short?.needed ?? 0) / (met?.needed ?? 1)).toBeCloseTo(1, 6);
    const none = at(100, { weight_offload: false, activations_offload: false, optimizer_offload: false });
    const weights = none.find(({ id }) => id === 'weight-offload-bandwidth');
    expect(weights && [neededText(weights).slice(0, 10), stateText(weights).slice(0, 8)]).toEqual([
      'would need',
      'would be',
    ]);
    const nothing = all(none);
    expect(nothing && [neededText(nothing), slackText(nothing), stateText(nothing)]).toEqual(['—', '—', 'off']);
  });

  it('sets a formula beside what is needed only where both are of one strategy', () => {
    const fig3Off = bandwidthRows(evaluationOfPreset('fig3'));
    const formulas = Object.fromEntries(fig3Off.map(({ id, reported }) => [id, reported]));
    // Off, the reference gives 0: of an overlap it would give something else were it on.
    expect(neededText(fig3Off[0] as BandwidthRow)).toMatch(/^would need 283 GB/);
    expect(formulas['tensor-overlap-bandwidth']).toBeNull();
    expect(formulas['data-overlap-chunk-bandwidth']).toBeNull();
    expect(formulas['offload-bandwidth']).toBeNull();
    // What a class would need, the reference gives whether it is offloaded or not.
    expect(formulas['weight-offload-bandwidth']).toBeGreaterThan(0);
    const on = fig3({ data_par_overlap: true, tensor_par_overlap: 'ring' });
    expect(rowOf(on, 'tensor-overlap-bandwidth')?.reported).toBe(on.block.tensorOverlapBytesPerSecond);
    expect(rowOf(on, 'data-overlap-chunk-bandwidth')?.reported).toBe(on.time.dataOverlapChunkBytesPerSecond);
  });

  it('calls a class that hides alone "met alone" where others share its link', () => {
    const design = designOfPreset('table4-offload');
    const statesAt = (GBps: number, strategy: Partial<StrategyInput> = {}) => {
      const system = { ...design.system, mem2: { ...design.system.mem2, GBps } };
      const outcome = evaluateDesign({ ...design, system, strategy: { ...design.strategy, ...strategy } });
      if (outcome.kind === 'invalid') throw new Error('invalid');
      return bandwidthRows(outcome.evaluation).flatMap((row) => (row.id.includes('offload') ? [stateText(row)] : []));
    };
    expect(statesAt(10)).toEqual(['short alone 3.97×', 'short alone 7.64×', 'met alone', 'short 7.64×']);
    const weights = { activations_offload: false, optimizer_offload: false };
    expect(statesAt(1000, weights)).toEqual(['would be met alone', 'met', 'would be met alone', 'met']);
  });

  it('gives each offloaded class its share of the link, which add up', () => {
    for (const each of oracle.cases) {
      const outcome = evaluateDesign(designOf(each));
      if (outcome.kind === 'invalid' || !outcome.evaluation.strategy.training) continue;
      const shares = bandwidthRows(outcome.evaluation).flatMap(({ share }) => share ?? []);
      const sum = shares.reduce((all, share) => all + share, 0);
      if (outcome.evaluation.offload.bindingBytes > 0) expect(sum, each.id).toBeCloseTo(1, 12);
      else expect(sum, each.id).toBe(0);
    }
  });

  it('never writes NaN for any oracle case, nor without numbers', () => {
    for (const each of oracle.cases) {
      const outcome = evaluateDesign(designOf(each));
      const evaluation = outcome.kind === 'invalid' ? null : outcome.evaluation;
      const rows = bandwidthRows(evaluation);
      const text = [
        bandwidthFinding(evaluation, rows),
        ...rows.flatMap((row) => [stateText(row), neededText(row), neededText(row, true), slackText(row)]),
      ].join();
      expect(text).not.toMatch(/NaN|undefined|Infinity/);
    }
    expect(bandwidthRows(null)).toHaveLength(7);
  });
});
