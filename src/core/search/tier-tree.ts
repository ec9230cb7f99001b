import type { SearchGroup } from './space.js';

/** `index` is the choice's place in the group's own list. */
export interface DataTierNode {
  readonly dataTier: number;
  readonly index: number;
}

export interface PipelineTierNode {
  readonly pipelineTier: number;
  readonly dataTiers: readonly DataTierNode[];
}

/** The tier choices of a group that fit, nested as the sweep's loops need them. */
export interface TensorTierNode {
  readonly tensorTier: number;
  readonly pipelineTiers: readonly PipelineTierNode[];
}

/** Nests a flat list of tier choices: tensor, then pipeline, then data. */
export function tierTree(group: SearchGroup): TensorTierNode[] {
  const fitting = group.tiers.map((tier, index) => ({ ...tier, index })).filter((tier) => tier.fit === 'fits');
  const unique = (values: readonly number[]): number[] => [...new Set(values)];
  return unique(fitting.map((tier) => tier.tensorTier)).map((tensorTier) => {
    const ofTensor = fitting.filter((tier) => tier.tensorTier === tensorTier);
    return {
      tensorTier,
      pipelineTiers: unique(ofTensor.map((tier) => tier.pipelineTier)).map((pipelineTier) => ({
        pipelineTier,
        dataTiers: ofTensor
          .filter((tier) => tier.pipelineTier === pipelineTier)
          .map(({ dataTier, index }) => ({ dataTier, index })),
      })),
    };
  });
}
