import { changedPaths } from '../../state/design-paths.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import { FoldGroup } from '../../ui/fold-group.js';
import { PartHeading } from '../../ui/part-heading.js';
import { BatchFields } from './batch-fields.js';
import { FlagChoice, FlagSwitch } from './flags.js';
import { MadeFor } from './made-for.js';
import { ParallelDegrees } from './parallel-degrees.js';
import { TierChoices } from './tier-choices.js';

function StrategyHeading() {
  const part = useWorkbench((state) => state.strategy);
  const presets = useWorkbench((state) => state.presets.strategies);
  return (
    <PartHeading
      label="Strategy"
      items={presets}
      currentId={part.base.presetId}
      currentName={part.base.name}
      changes={changedPaths(part.base.value, part.value).length}
      onPick={(id) => workbench().getState().loadPreset('strategy', id)}
      onReset={() => workbench().getState().resetPart('strategy')}
    />
  );
}

/** How the model is laid out over the machine. */
export function StrategyPanel() {
  return (
    <FoldGroup title="Strategy" level={2} aside={<StrategyHeading />}>
      <MadeFor />
      <FoldGroup title="Parallelism" level={3}>
        <ParallelDegrees />
        <TierChoices />
      </FoldGroup>
      <FoldGroup title="Batch" level={3}>
        <BatchFields />
      </FoldGroup>
      <FoldGroup title="Memory" level={3}>
        <FlagChoice path="activation_recompute" />
        <FlagSwitch path="optimizer_sharding" />
        <FlagSwitch path="weight_offload" />
        <FlagSwitch path="activations_offload" />
        <FlagSwitch path="optimizer_offload" />
      </FoldGroup>
      <FoldGroup title="Communication" level={3}>
        <FlagChoice path="tensor_par_comm_type" />
        <FlagSwitch path="seq_par_ag_redo" />
        <FlagChoice path="tensor_par_overlap" />
        <FlagSwitch path="data_par_overlap" />
      </FoldGroup>
      <FoldGroup title="Computation" level={3}>
        <FlagChoice path="datatype" />
        <FlagSwitch path="fused_activation" />
        <FlagChoice path="attention_type" />
        <FlagSwitch path="training" />
      </FoldGroup>
    </FoldGroup>
  );
}
