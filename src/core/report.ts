import { blockSetting } from './block/block-setting.js';
import { layerCosts } from './block/layer-cost.js';
import type { LayerCost } from './block/layer-cost.js';
import { walkTransformerBlock } from './block/transformer-block.js';
import type { Evaluation, Outcome } from './evaluation.js';
import { evaluate } from './evaluate.js';
import type { Design, StrategyInput } from './inputs/design.js';
import { STRATEGY_FIELDS } from './inputs/strategy-fields.js';
import { parameterCount, readTransformer } from './model/transformer.js';
import { optionChanges } from './strategy/option-changes.js';
import type { Reason } from './strategy/reasons.js';
import { readStrategy } from './strategy/strategy.js';
import { readSystem } from './system/system.js';

/** What setting one strategy field to one value, with what follows from it, would do to the current design. */
export interface OptionEffect {
  /** Field of the strategy. */
  readonly path: string;
  readonly value: string | number | boolean;
  /** It is the value the design has. */
  readonly current: boolean;
  readonly kind: Outcome['kind'];
  readonly reasons: readonly Reason[];
  /** Relative change of the batch time and of tier-1 memory: 0.05 is 5% more. Null where either has no numbers. */
  readonly timeChange: number | null;
  readonly memoryChange: number | null;
}

/** Everything the screen shows about one design. Plain data: it crosses a worker. */
export interface DesignReport {
  readonly outcome: Outcome;
  /** Every operation of one block; empty when the design is invalid. */
  readonly layers: readonly LayerCost[];
  /** Every option of every choice and switch of the strategy. */
  readonly options: readonly OptionEffect[];
  readonly parameters: number;
}

const evaluationOf = (outcome: Outcome): Evaluation | null => (outcome.kind === 'invalid' ? null : outcome.evaluation);

const change = (now: number | undefined, then: number | undefined): number | null =>
  now === undefined || then === undefined || !(now > 0) ? null : then / now - 1;

/** Evaluates a design, its layers, and every strategy that differs from it in one choice. Never throws for valid fields. */
export function reportDesign(design: Design): DesignReport {
  const model = readTransformer(design.model);
  const system = readSystem(design.system);
  const outcome = evaluate(model, system, readStrategy(design.strategy));
  const now = evaluationOf(outcome);

  const effectOf = (path: string, value: string | boolean): OptionEffect => {
    const current = design.strategy[path as keyof StrategyInput] === value;
    const then = current
      ? outcome
      : evaluate(model, system, readStrategy({ ...design.strategy, ...optionChanges(design.strategy, path, value) }));
    const evaluation = evaluationOf(then);
    return {
      path,
      value,
      current,
      kind: then.kind,
      reasons: then.kind === 'feasible' ? [] : then.reasons,
      timeChange: change(now?.time.totalSeconds, evaluation?.time.totalSeconds),
      memoryChange: change(now?.memory.tier1Bytes, evaluation?.memory.tier1Bytes),
    };
  };

  return {
    outcome,
    layers: now === null ? [] : layerCosts(walkTransformerBlock, blockSetting(now.model, now.system, now.strategy)),
    options: STRATEGY_FIELDS.flatMap((field) => {
      if (field.kind === 'choice') return field.options.map((option) => effectOf(field.path, option.value));
      if (field.kind === 'switch') return [effectOf(field.path, false), effectOf(field.path, true)];
      return [];
    }),
    parameters: parameterCount(model),
  };
}
