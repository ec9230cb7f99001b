import type { SystemInput } from '../inputs/design.js';
import { capacityText, capacityUnit } from '../quantities/byte-units.js';
import { withHardwareAt } from '../sensitivity/hardware-at.js';

/** One number of a system set to another value. */
export interface HardwareChange {
  readonly system: SystemInput;
  /** “HBM 80 → 96 GiB”. */
  readonly label: string;
}

/** Sizes that are sold, or whole stacks of them. */
const HBM_GIB = [16, 24, 32, 40, 48, 64, 80, 96, 120, 128, 141, 144, 192, 256, 288, 384, 512, 768, 1024, 1536, 2048];
const TIER2_GIB = [64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384];
const ENDPOINTS = [8, 16, 32, 64, 72, 128, 144, 256, 512, 576, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072];

const written = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 2 });

/**
 * The larger common sizes of each capacity, rising, a list for each: the first that fits is the one to advise. Only
 * capacities: they decide what fits.
 */
export function hardwareNeighbours(system: SystemInput): readonly (readonly HardwareChange[])[] {
  const larger = (sizes: readonly number[], name: string, unit: 'GiB' | 'endpoints', path: string, own: number) =>
    sizes
      .filter((size) => size > own)
      .map((size) => ({
        system: withHardwareAt(system, path, size),
        label:
          unit === 'GiB'
            ? `${name} ${capacityText(own)} → ${capacityText(size)} ${capacityUnit().name}`
            : `${name} ${written(own)} → ${written(size)} ${unit}`,
      }));
  return [
    larger(HBM_GIB, 'HBM', 'GiB', 'mem1.GiB', system.mem1.GiB),
    larger(TIER2_GIB, 'Offload tier', 'GiB', 'mem2.GiB', system.mem2.GiB),
    ...system.networks.map(({ size }, tier) =>
      larger(ENDPOINTS, `Tier ${tier} size`, 'endpoints', `networks.${tier}.size`, size),
    ),
  ];
}
