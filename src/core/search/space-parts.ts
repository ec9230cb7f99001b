import type { SearchOptions, SearchRequest } from './request.js';
import type { RecomputeBranch, SearchGroup, SearchSpace } from './space.js';

/** A run of consecutive strategies of a space, as a request of its own: the same search with narrower options. */
export interface SpacePart {
  readonly request: SearchRequest;
  /** Strategies in the part, and the place of the first in the whole space. */
  readonly size: number;
  readonly first: number;
}

const only = (value: number): { readonly min: number; readonly max: number } => ({ min: value, max: value });

/**
 * Cuts a space into runs that follow one another, each of at most `most` strategies where the outer choices allow: a group
 * first by interleaving, then by recompute, sharding and TP communication. Their order is the space's.
 */
export function* spaceParts(space: SearchSpace, most: number): Generator<SpacePart, void> {
  const { request } = space;
  const narrowed = (options: SearchOptions, first: number, size: number): SpacePart => ({
    request: { ...request, options },
    size,
    first,
  });
  for (const group of space.groups) {
    const options: SearchOptions = {
      ...request.options,
      tensorParallel: only(group.tensorParallel),
      pipelineParallel: only(group.pipelineParallel),
    };
    if (group.size <= most) {
      yield narrowed(options, group.first, group.size);
      continue;
    }
    for (const [v, interleaving] of group.interleavings.entries()) {
      const first = group.first + v * group.sizePerInterleaving;
      const ofOne = { ...options, interleaving: only(interleaving) };
      if (group.sizePerInterleaving <= most) {
        yield narrowed(ofOne, first, group.sizePerInterleaving);
        continue;
      }
      for (const branch of group.branches) {
        if (branch.size === 0) continue;
        const at = first + branch.offset;
        const ofBranch = { ...ofOne, recompute: [branch.recompute] };
        if (branch.size <= most) yield narrowed(ofBranch, at, branch.size);
        else {
          for (const part of branchParts(group, branch, ofBranch))
            yield narrowed(part.options, at + part.offset, part.size);
        }
      }
    }
  }
}

function* branchParts(
  group: SearchGroup,
  branch: RecomputeBranch,
  options: SearchOptions,
): Generator<{ readonly options: SearchOptions; readonly offset: number; readonly size: number }, void> {
  const size = branch.size / (group.shardings.length * branch.exchanges.length);
  let offset = 0;
  for (const sharded of group.shardings) {
    for (const { tensorCommunication, repeatAllGather } of branch.exchanges) {
      const exchange = { tensorCommunication: [tensorCommunication], repeatAllGather: [repeatAllGather] };
      yield { options: { ...options, optimizerSharding: [sharded], ...exchange }, offset, size };
      offset += size;
    }
  }
}
