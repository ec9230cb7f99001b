import { changedPaths } from '../../state/design-paths.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import { NumberInput } from '../../ui/bound-inputs.js';
import { FoldGroup } from '../../ui/fold-group.js';
import { PartHeading } from '../../ui/part-heading.js';
import { MODEL_FIELDS } from '../../core/inputs/model-fields.js';
import { ModelFacts } from './model-facts.js';

function ModelHeading() {
  const part = useWorkbench((state) => state.model);
  const presets = useWorkbench((state) => state.presets.models);
  return (
    <PartHeading
      label="Model"
      items={presets}
      currentId={part.base.presetId}
      currentName={part.base.name}
      changes={changedPaths(part.base.value, part.value).length}
      onPick={(id) => workbench().getState().loadPreset('model', id)}
      onReset={() => workbench().getState().resetPart('model')}
    />
  );
}

/** Short enough for the panel; the full label is read out. */
const SHORT: Readonly<Record<string, string>> = {
  hidden: 'Hidden',
  feedforward: 'Feed-forward',
  seq_size: 'Sequence',
  attn_heads: 'Heads',
};

/** The transformer: its preset, its sizes, and what they come to. */
export function ModelPanel() {
  return (
    <FoldGroup title="Model" level={2} aside={<ModelHeading />}>
      {MODEL_FIELDS.map((field) => (
        <NumberInput key={field.path} part="model" path={field.path} label={SHORT[field.path]} />
      ))}
      <ModelFacts />
    </FoldGroup>
  );
}
