import type { Preset } from '../../state/presets.js';
import { useWorkbench, workbench, type Part } from '../../state/workbench.js';
import classes from './strategy-panel.module.css';

function started<T>(preset: Preset<T>): Part<T> {
  const base = { presetId: preset.id, revision: preset.revision ?? 1, name: preset.name, value: preset.value };
  return { base, value: base.value };
}

/** A strategy preset was made for a model and a system; says so when others are loaded, and offers to load them. */
export function MadeFor() {
  const strategyId = useWorkbench((state) => state.strategy.base.presetId);
  const modelId = useWorkbench((state) => state.model.base.presetId);
  const systemId = useWorkbench((state) => state.system.base.presetId);
  const presets = useWorkbench((state) => state.presets);
  const made = presets.strategies.find((preset) => preset.id === strategyId)?.for;
  if (made === undefined || (made.model === modelId && made.system === systemId)) return null;
  const model = presets.models.find((preset) => preset.id === made.model);
  const system = presets.systems.find((preset) => preset.id === made.system);
  if (model === undefined || system === undefined) return null;
  const load = (): void => {
    const state = workbench().getState();
    state.restore({ ...state, model: started(model), system: started(system) });
  };
  return (
    <p className={classes['madeFor']}>
      Made for {model.name} on {system.name}.{' '}
      <button type="button" onClick={load}>
        Load both
      </button>
    </p>
  );
}
