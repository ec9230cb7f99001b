import * as z from 'zod/mini';
import {
  PROCESSING_MODES,
  type EngineInput,
  type EngineInputs,
  type MemoryInput,
  type SystemInput,
} from '../core/inputs/design.js';
import { MOST_TIERS } from '../core/inputs/allowed.js';
import { choiceLeaf, curveLeaf, lawLeaf, numberLeaf, switchLeaf } from './leaf-schema.js';
import { readPart } from './read-part.js';
import type { Read } from './problem.js';

const engine = (name: 'matrix' | 'vector'): z.ZodMiniType<EngineInputs> => {
  const oneType: z.ZodMiniType<EngineInput> = z.strictObject({
    tflops: numberLeaf('system', `${name}.*.tflops`),
    gflops_efficiency: curveLeaf('system', `${name}.*.gflops_efficiency`),
  });
  // named one by one rather than as a record, so that an unknown datatype is an unknown field
  const byType = z.strictObject({
    float8: z.exactOptional(oneType),
    float16: z.exactOptional(oneType),
    bfloat16: z.exactOptional(oneType),
    float32: z.exactOptional(oneType),
  });
  return byType.check((payload) => {
    if (Object.keys(payload.value).length > 0) return;
    payload.issues.push({
      code: 'custom',
      input: payload.value,
      params: { allowed: 'an object with at least one datatype' },
    });
  });
};

const memory = (name: 'mem1' | 'mem2'): z.ZodMiniType<MemoryInput> =>
  z.strictObject({
    GiB: numberLeaf('system', `${name}.GiB`),
    GBps: numberLeaf('system', `${name}.GBps`),
    MB_efficiency: curveLeaf('system', `${name}.MB_efficiency`),
  });

const network = z.strictObject({
  bandwidth: numberLeaf('system', 'networks.*.bandwidth'),
  efficiency: numberLeaf('system', 'networks.*.efficiency'),
  size: numberLeaf('system', 'networks.*.size'),
  latency: numberLeaf('system', 'networks.*.latency'),
  ops: z.strictObject({
    p2p: lawLeaf('system', 'networks.*.ops.p2p'),
    reduce_scatter: lawLeaf('system', 'networks.*.ops.reduce_scatter'),
    all_gather: lawLeaf('system', 'networks.*.ops.all_gather'),
    all_reduce: lawLeaf('system', 'networks.*.ops.all_reduce'),
  }),
  must_be_filled: switchLeaf('system', 'networks.*.must_be_filled'),
  processor_usage: numberLeaf('system', 'networks.*.processor_usage'),
});

/** A Calculon system file: one processor, its memories and its networks. */
export const systemSchema: z.ZodMiniType<SystemInput> = z.strictObject({
  matrix: engine('matrix'),
  vector: engine('vector'),
  mem1: memory('mem1'),
  mem2: memory('mem2'),
  processing_mode: choiceLeaf('system', 'processing_mode', PROCESSING_MODES),
  networks: z.array(network).check(z.minLength(1), z.maxLength(MOST_TIERS)),
});

/** A system from parsed JSON, its keys in Calculon's order. */
export function readSystem(value: unknown, at = ''): Read<SystemInput> {
  return readPart('system', systemSchema, value, at);
}
