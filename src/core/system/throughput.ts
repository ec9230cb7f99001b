import type { ProcessingMode } from '../inputs/design.js';
import type { Bytes, BytesPerSecond, Flop, Seconds } from '../quantities/units.js';
import type { ThroughputCurve } from './system.js';

/** Throughput for work of `size` (FLOP or bytes): that of the first threshold the size reaches. */
export function throughput(curve: ThroughputCurve, size: number): number {
  const { thresholds, rates } = curve;
  for (let i = 0; i < thresholds.length; i++) {
    if (size >= (thresholds[i] as number)) return rates[i] as number;
  }
  return rates[rates.length - 1] as number;
}

/** Time an engine needs for `flop`; 0 for none. */
export function flopSeconds(engine: ThroughputCurve, flop: Flop): Seconds {
  return flop === 0 ? 0 : flop / throughput(engine, flop);
}

/** Time a memory tier needs to move `bytes`; 0 for none. */
export function transferSeconds(memory: ThroughputCurve, bytes: Bytes): Seconds {
  return bytes === 0 ? 0 : bytes / throughput(memory, bytes);
}

/** How computing and moving data share the time of one operation: the larger (roofline) or the sum. */
export function combinedSeconds(mode: ProcessingMode, flopTime: Seconds, memoryTime: Seconds): Seconds {
  return mode === 'roofline' ? Math.max(flopTime, memoryTime) : flopTime + memoryTime;
}

/** Bytes/s that would move `bytes` within `window`; infinite where there is something to move and no time. */
export function bandwidthToHide(bytes: Bytes, window: Seconds): BytesPerSecond {
  if (bytes === 0) return 0;
  return window > 0 ? bytes / window : Number.POSITIVE_INFINITY;
}
