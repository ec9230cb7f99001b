import type { StrategyInput } from '../core/inputs/design.js';

/** Whom one processor talks to, by id. A kind of parallelism of degree one has no peers and no key. */
export interface Peers {
  /** The members of its tensor group, itself among them. */
  readonly tensor?: readonly number[];
  /** The next stage of the pipeline; after the last comes the first. */
  readonly pipeline?: number;
  /** The members of its data group, itself among them. */
  readonly data?: readonly number[];
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/**
 * The peers of every processor, by id: ids count tensor ranks first, then pipeline stages, then data ranks, as
 * Calculon's `--peers` file has them.
 */
export function peersOf(
  strategy: Pick<StrategyInput, 'tensor_par' | 'pipeline_par' | 'data_par'>,
): Record<string, Peers> {
  const { tensor_par: tensors, pipeline_par: stages, data_par: copies } = strategy;
  const id = (data: number, stage: number, tensor: number): number => (data * stages + stage) * tensors + tensor;
  const peers: Record<string, Peers> = {};
  for (const data of upTo(copies)) {
    for (const stage of upTo(stages)) {
      for (const tensor of upTo(tensors)) {
        peers[id(data, stage, tensor)] = {
          ...(tensors > 1 && { tensor: upTo(tensors).map((other) => id(data, stage, other)) }),
          ...(stages > 1 && { pipeline: id(data, (stage + 1) % stages, tensor) }),
          ...(copies > 1 && { data: upTo(copies).map((other) => id(other, stage, tensor)) }),
        };
      }
    }
  }
  return peers;
}
