import type { StrategyInput } from '../../core/inputs/design.js';

const TRAFFIC = [
  ['tensor_par_net', 'tensor'],
  ['pipeline_par_net', 'pipeline'],
  ['data_par_net', 'data'],
] as const;

/** What the strategy sends over a tier. */
export function trafficOn(strategy: StrategyInput, tier: number): string[] {
  return TRAFFIC.filter(([path]) => strategy[path] === tier).map(([, name]) => name);
}
