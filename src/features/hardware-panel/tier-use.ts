import type { StrategyInput, SystemInput } from '../../core/inputs/design.js';
import type { Part } from '../../state/workbench.js';

const TRAFFIC = [
  ['tensor_par_net', 'tensor'],
  ['pipeline_par_net', 'pipeline'],
  ['data_par_net', 'data'],
] as const;

/** What the strategy sends over a tier. */
export function trafficOn(strategy: StrategyInput, tier: number): string[] {
  return TRAFFIC.filter(([path]) => strategy[path] === tier).map(([, name]) => name);
}

/** The system without a tier that carries nothing, and the strategy with its traffic still on the tiers it was on. */
export function withoutTier(
  system: Part<SystemInput>,
  strategy: Part<StrategyInput>,
  tier: number,
): { readonly system: Part<SystemInput>; readonly strategy: Part<StrategyInput> } {
  const moved = TRAFFIC.filter(([path]) => strategy.value[path] > tier).map(([path]) => [
    path,
    strategy.value[path] - 1,
  ]);
  return {
    system: { base: system.base, value: { ...system.value, networks: system.value.networks.toSpliced(tier, 1) } },
    strategy:
      moved.length === 0
        ? strategy
        : {
            base: strategy.base,
            value: { ...strategy.value, ...(Object.fromEntries(moved) as Partial<StrategyInput>) },
          },
  };
}
