import type { StrategyInput } from '../inputs/design.js';

/**
 * What changes when a person sets one option of a strategy: the option, and those that lose their meaning with it. Only
 * what can follow in one way does; any other rule stays with the person, as a reason.
 */
export function optionChanges(strategy: StrategyInput, path: string, value: unknown): Partial<StrategyInput> {
  return { [path]: value, ...consequences(strategy, path, value) };
}

function consequences(strategy: StrategyInput, path: string, value: unknown): Partial<StrategyInput> {
  if (path === 'training' && value === false) {
    // Without a backward pass there is nothing to recompute, reduce or update.
    return { activation_recompute: 'none', data_par_overlap: false, optimizer_offload: false };
  }
  // Full recompute repeats the all-gather anyway, and only RS + AG has one to repeat.
  const noRepeat =
    (path === 'activation_recompute' && value === 'full') || (path === 'tensor_par_comm_type' && value !== 'rs_ag');
  return noRepeat && strategy.seq_par_ag_redo ? { seq_par_ag_redo: false } : {};
}
