import type { ModelInput, StrategyInput } from '../inputs/design.js';
import { DEGREES, setDegree, setProcessors } from './degrees.js';
import type { Degree } from './degrees.js';

/** An input whose value the others have to make up for: N, t, p or d. */
export type TiedInput = 'num_procs' | Degree;

export const isTied = (path: string): path is TiedInput =>
  path === 'num_procs' || DEGREES.some((degree) => degree === path);

/** The strategy with N or a degree at just this value, as its panel sets it; null where the others cannot make up for it. */
export function withExactDegree(
  model: ModelInput,
  strategy: StrategyInput,
  path: TiedInput,
  value: number,
): StrategyInput | null {
  const next =
    path === 'num_procs' ? setProcessors(model, strategy, value) : setDegree(model, strategy, path, value, null);
  return next[path] === value ? next : null;
}
