import { readFileSync } from 'node:fs';
import { evaluateDesign } from '../../src/core/evaluate.js';
import type { Evaluation } from '../../src/core/evaluation.js';
import type { Design, ModelInput, StrategyInput, SystemInput } from '../../src/core/inputs/design.js';

interface ShippedPreset<T> {
  readonly id: string;
  readonly value: T;
  readonly for?: { readonly model: string; readonly system: string };
}

// From the root of the project: under happy-dom a module has no file address of its own.
function shipped<T>(kind: string, id: string | undefined): ShippedPreset<T> {
  const { presets } = JSON.parse(readFileSync(`public/presets/${kind}.json`, 'utf8')) as {
    presets: ShippedPreset<T>[];
  };
  const found = presets.find((preset) => preset.id === id);
  if (found === undefined) throw new Error(`no preset ${id} in ${kind}.json`);
  return found;
}

/** A strategy preset on the model and the system it was made for. */
export function designOfPreset(strategyId: string): Design {
  const strategy = shipped<StrategyInput>('strategies', strategyId);
  return {
    model: shipped<ModelInput>('models', strategy.for?.model).value,
    system: shipped<SystemInput>('systems', strategy.for?.system).value,
    strategy: strategy.value,
  };
}

export function evaluationOfPreset(strategyId: string): Evaluation {
  const outcome = evaluateDesign(designOfPreset(strategyId));
  if (outcome.kind === 'invalid') throw new Error(`preset ${strategyId} is invalid`);
  return outcome.evaluation;
}
