import type {
  Collective,
  CollectiveLaw,
  Datatype,
  EfficiencyCurve,
  ProcessingMode,
  SystemInput,
} from '../inputs/design.js';
import { GIBIBYTE, GIGA, MEGA, TERA } from '../quantities/constants.js';
import type { Bytes, BytesPerSecond, Fraction, Seconds } from '../quantities/units.js';

/**
 * A throughput that depends on how large the work is: a peak times an efficiency found by size.
 * `thresholds` fall to 0; `rates[i]` is the throughput from `thresholds[i]` upwards.
 */
export interface ThroughputCurve {
  /** FLOP/s or bytes/s. */
  readonly peak: number;
  /** FLOP or bytes. */
  readonly thresholds: readonly number[];
  readonly rates: readonly number[];
}

/** A tier of memory. */
export interface Memory {
  readonly capacityBytes: Bytes;
  readonly bandwidth: ThroughputCurve;
}

/** A tier of network: α–β with an operation's [scalar, offset], and the compute it takes away while busy. */
export interface Network {
  readonly bytesPerSecond: BytesPerSecond;
  readonly efficiency: Fraction;
  readonly endpoints: number;
  readonly latencySeconds: Seconds;
  readonly mustBeFilled: boolean;
  readonly processorUsage: Fraction;
  readonly collectives: Readonly<Record<Collective, CollectiveLaw>>;
}

/** The engines of one datatype. */
export interface Engines {
  readonly matrix: ThroughputCurve;
  readonly vector: ThroughputCurve;
}

export interface System {
  readonly engines: Readonly<Partial<Record<Datatype, Engines>>>;
  readonly memory1: Memory;
  readonly memory2: Memory;
  readonly processingMode: ProcessingMode;
  readonly networks: readonly Network[];
}

function readCurve(peak: number, curve: EfficiencyCurve, thresholdUnit: number): ThroughputCurve {
  return {
    peak,
    thresholds: curve.map(([threshold]) => threshold * thresholdUnit),
    rates: curve.map(([, efficiency]) => peak * efficiency),
  };
}

/** The core's record of a Calculon system file, in SI units. A datatype needs both engines to be usable. */
export function readSystem(input: SystemInput): System {
  const engines: Partial<Record<Datatype, Engines>> = {};
  for (const datatype of Object.keys(input.matrix) as Datatype[]) {
    const matrix = input.matrix[datatype];
    const vector = input.vector[datatype];
    if (matrix === undefined || vector === undefined) continue;
    engines[datatype] = {
      matrix: readCurve(matrix.tflops * TERA, matrix.gflops_efficiency, GIGA),
      vector: readCurve(vector.tflops * TERA, vector.gflops_efficiency, GIGA),
    };
  }
  const memory = ({ GiB, GBps, MB_efficiency }: SystemInput['mem1']): Memory => ({
    capacityBytes: GiB * GIBIBYTE,
    bandwidth: readCurve(GBps * GIGA, MB_efficiency, MEGA),
  });
  return {
    engines,
    memory1: memory(input.mem1),
    memory2: memory(input.mem2),
    processingMode: input.processing_mode,
    networks: input.networks.map((network) => ({
      bytesPerSecond: network.bandwidth * GIGA,
      efficiency: network.efficiency,
      endpoints: network.size,
      latencySeconds: network.latency,
      mustBeFilled: network.must_be_filled,
      processorUsage: network.processor_usage,
      collectives: network.ops,
    })),
  };
}
