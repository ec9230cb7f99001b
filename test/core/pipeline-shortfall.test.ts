import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pipelineShortfall } from '../../src/core/strategy/pipeline-shortfall.js';
import { blocksPerStage } from '../../src/core/strategy/strategy.js';

it('is the stages that hold less than the fullest, and what they hold', () => {
  expect(pipelineShortfall(96, 64)).toEqual({ stages: 32, blocksEach: 1, countedBlocks: 128 });
  expect(pipelineShortfall(96, 128)).toEqual({ stages: 32, blocksEach: 0, countedBlocks: 128 });
  expect(pipelineShortfall(96, 1000)).toEqual({ stages: 904, blocksEach: 0, countedBlocks: 1000 });
  expect(pipelineShortfall(96, 5)).toEqual({ stages: 4, blocksEach: 19, countedBlocks: 100 });
  expect(pipelineShortfall(96, 32)).toBeNull();
  expect(pipelineShortfall(96, 96)).toBeNull();
});

it('is never as many as all stages, and leaves every block on one', () => {
  const many = fc.integer({ min: 1, max: 10_000 });
  fc.assert(
    fc.property(many, many, (blocks, stages) => {
      const { stages: short, blocksEach } = pipelineShortfall(blocks, stages) ?? { stages: 0, blocksEach: 0 };
      expect(short).toBeLessThan(stages);
      expect(short * blocksEach + (stages - short) * blocksPerStage(blocks, stages)).toBe(blocks);
    }),
  );
});
