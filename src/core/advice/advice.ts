import { evaluateDesign } from '../evaluate.js';
import type { Design, StrategyInput, SystemInput } from '../inputs/design.js';
import type { Bytes } from '../quantities/units.js';
import { changesText, strategyChanges } from '../strategy/strategy-changes.js';
import { hardwareNeighbours } from './hardware-neighbours.js';
import { strategyNeighbours } from './strategy-neighbours.js';

/** A change of a design to one that is feasible: of its strategy or of its system, never of both. */
export type Advice = {
  /** “recompute none → full”. */
  readonly label: string;
  /** Samples/s with the change. */
  readonly rate: number;
  /** Of HBM, with the change. */
  readonly tier1Bytes: Bytes;
} & (
  | { readonly part: 'strategy'; readonly value: StrategyInput }
  | { readonly part: 'system'; readonly value: SystemInput }
);

/** Of a system with dozens of tiers not every two changes are tried: it would hold up the screen. */
const MOST_PAIRED = 100;

/**
 * The changes that make a design fit that does not, the fastest result first: every single one of its strategy, the
 * least common size of each capacity that suffices, and where no single change of the strategy does, every two.
 */
export function fittingAdvice(design: Design): readonly Advice[] {
  const { model, system, strategy } = design;
  const near = strategyNeighbours(model, system, strategy);
  const singles = strategiesThatFit(design, near);
  const hardware = hardwareNeighbours(system).flatMap((changes): readonly Advice[] => {
    for (const { system: value, label } of changes) {
      const told = resultOf({ ...design, system: value });
      if (told !== null) return [{ part: 'system', value, label, ...told }];
    }
    return [];
  });
  const pairs =
    singles.length > 0
      ? []
      : strategiesThatFit(
          design,
          near.slice(0, MOST_PAIRED).flatMap((each) => strategyNeighbours(model, system, each).slice(0, MOST_PAIRED)),
        );
  return [...singles, ...pairs, ...hardware].sort((a, b) => b.rate - a.rate);
}

/** The single changes of a feasible design's strategy that are feasible and faster than `rate` samples/s, best first. */
export function fasterAdvice(design: Design, rate: number): readonly Advice[] {
  const { model, system, strategy } = design;
  return strategiesThatFit(design, strategyNeighbours(model, system, strategy))
    .filter((each) => each.rate > rate)
    .sort((a, b) => b.rate - a.rate);
}

/** Those strategies that are feasible, each once. */
function strategiesThatFit(design: Design, strategies: readonly StrategyInput[]): readonly Advice[] {
  const told = new Map<string, Advice | null>();
  for (const value of strategies) {
    const key = Object.values(value).join();
    if (told.has(key)) continue;
    const result = resultOf({ ...design, strategy: value });
    const label = result === null ? '' : changesText(strategyChanges(design.strategy, value));
    told.set(key, result === null ? null : { part: 'strategy', value, label, ...result });
  }
  return [...told.values()].flatMap((each) => each ?? []);
}

function resultOf(design: Design): Pick<Advice, 'rate' | 'tier1Bytes'> | null {
  const outcome = evaluateDesign(design);
  if (outcome.kind !== 'feasible') return null;
  const { efficiency, memory } = outcome.evaluation;
  return { rate: efficiency.sampleRate, tier1Bytes: memory.tier1Bytes };
}
