// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { workbench } from '../../src/state/workbench.js';
import { finderNow, openingFinder, type PaletteFinder } from './palette-finder.js';

let palette: PaletteFinder;
beforeEach(() => {
  palette = openingFinder();
});

describe('an option that is typed out', () => {
  it('comes first, whichever choice or switch it is of', () => {
    let options = 0;
    for (const { placed, label } of palette.entries.fields) {
      const { field, part, path } = placed;
      const taken =
        field.kind === 'choice'
          ? field.options.map((option) => [option.label, option.value])
          : field.kind === 'switch'
            ? [['on', 'true'] as const, ['off', 'false'] as const]
            : [];
      for (const [option, value] of taken)
        for (const query of [`${label} ${option}`, `${label.toLowerCase()}: ${option}`, `${option} ${label}`]) {
          expect(palette.first(query)?.entry.id, query).toBe(`option/${part}/${path}/${value}`);
          options += 1;
        }
    }
    expect(options).toBe(palette.entries.options.length * 3);
    expect(options).toBeGreaterThan(0);
  });

  it.each([
    ['recompute none', 'Recompute: None'],
    ['zero on', 'Optimizer sharding: on'],
    ['checkpointing attention only', 'Recompute: Attention only'],
    ['tier 0 filled exactly off', 'Tier 0: Filled exactly: off'],
  ])('%s: by any name of its input, and once', (query, label) => {
    expect(palette.labels(query)[0]).toBe(label);
    expect(palette.labels(query).filter((each) => each === label)).toHaveLength(1);
    expect(palette.rows(query).every(({ problem }) => problem === undefined)).toBe(true);
  });

  it('gives way to its input where no option is named', () => {
    for (const query of ['recompute', 'zero', 'checkpointing', 'optimizer sharding', 'precision'])
      expect(palette.first(query)?.entry.id, query).toMatch(/^field\//);
  });
});

describe('another name of an option', () => {
  it.each([
    ['mqa', 'Attention: Multi-query'],
    ['fp8', 'Datatype: float8'],
    ['datatype fp8', 'Datatype: float8'],
    ['bf16', 'Datatype: bfloat16'],
    ['selective', 'Recompute: Attention only'],
    ['selective recompute', 'Recompute: Attention only'],
    ['full recompute', 'Recompute: Full'],
    ['full checkpointing', 'Recompute: Full'],
    ['sequence parallel', 'Tensor exchange: RS + AG'],
    ['Sequence parallelism', 'Tensor exchange: RS + AG'],
    ['inference', 'Training: off'],
  ])('%s stands for it alone', (query, label) => {
    expect(palette.labels(query)[0]).toBe(label);
    expect(palette.labels(query).filter((each) => each === label)).toHaveLength(1);
  });
});

describe('everyday names', () => {
  it.each([
    ['infiniband', ['Tier 1: Bandwidth', 'Tier 1: Latency']],
    ['ib', ['Tier 1: Bandwidth', 'Tier 1: Latency']],
    ['ethernet', ['Tier 1: Bandwidth', 'Tier 1: Latency']],
    ['scale-out', ['Tier 1: Bandwidth', 'Tier 1: Latency']],
    ['scale-up', ['Tier 0: Bandwidth', 'Tier 0: Latency']],
    ['interconnect', ['Tier 0: Bandwidth', 'Tier 1: Bandwidth', 'Tier 0: Latency', 'Tier 1: Latency']],
    ['network bandwidth', ['Tier 0: Bandwidth', 'Tier 1: Bandwidth']],
    ['zero-1', ['Optimizer sharding']],
    ['gpus', ['Processors']],
    ['cards', ['Processors']],
    ['accelerators', ['Processors']],
    ['bs', ['Batch']],
    ['global batch', ['Batch']],
    ['checkpointing', ['Recompute']],
    ['cxl', ['Offload bandwidth', 'Offload capacity']],
    ['ddr', ['Offload bandwidth', 'Offload capacity']],
    ['vram', ['HBM capacity']],
    ['nvme', ['Offload bandwidth', 'Offload capacity']],
    ['ssd', ['Offload bandwidth', 'Offload capacity']],
    ['1f1b', ['Bubble', 'Interleaving']],
    ['interleaved', ['Bubble', 'Interleaving']],
    ['bubble', ['Bubble', 'Interleaving']],
    ['gradient accumulation', ['Microbatch', 'Microbatches a replica']],
    ['tokens per second', ['Token rate']],
    ['tok/s', ['Token rate']],
  ])('%s finds its inputs before anything else', (query, inputs) => {
    expect(palette.labels(query).slice(0, inputs.length).toSorted()).toEqual(inputs.toSorted());
  });

  it.each([
    ['nvlink', ['Tier 0: Bandwidth', 'Tier 0: Latency']],
    ['host memory', ['Offload capacity', 'Offload bandwidth']],
  ])('%s finds them beside what has it in its label', (query, inputs) => {
    expect(palette.labels(query)).toEqual(expect.arrayContaining(inputs));
  });

  it.each([
    ['nvlink 600', 'Set Tier 0: Bandwidth to 600 GB/s'],
    ['scale-out 100', 'Set Tier 1: Bandwidth to 100 GB/s'],
    ['bs 512', 'Set Batch to 512 samples'],
    ['vram 96', 'Set HBM capacity to 96 GiB'],
    ['host memory 512', 'Set Offload capacity to 512 GiB'],
    ['tensor 4', 'Set Tensor parallel to 4'],
    ['tensor parallel 4', 'Set Tensor parallel to 4'],
    ['pipeline 8', 'Set Pipeline parallel to 8'],
    ['pipeline parallel 8', 'Set Pipeline parallel to 8'],
    ['data 16', 'Set Data parallel to 16'],
    ['tensor cores 400', 'Set Matrix peak, float16 to 400 TFLOP/s'],
    ['pipeline network 1', 'Set Pipeline network to 1'],
  ])('%s sets one', (query, label) => {
    expect(palette.first(query)?.entry.label).toBe(label);
    expect(palette.first(query)?.problem).toBeUndefined();
  });

  it('of what only has to do with an input set nothing', () => {
    for (const query of ['gradient accumulation 8', '1f1b 2', 'bubble 4'])
      expect(
        palette.rows(query).filter(({ entry }) => entry.group === 'Set'),
        query,
      ).toEqual([]);
  });

  it('a lone tier is both networks in one', () => {
    workbench().getState().removeTier(1);
    palette = finderNow();
    for (const query of ['nvlink', 'infiniband']) expect(palette.labels(query), query).toContain('Tier 0: Bandwidth');
  });
});
