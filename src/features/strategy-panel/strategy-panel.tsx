import type { ReactNode } from 'react';
import type { StrategyInput } from '../../core/inputs/design.js';
import { changedPaths } from '../../state/design-paths.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import { BoundGroup } from '../../ui/bound-group.js';
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

/** What each group holds, so that it can be put back as one. */
const GROUPS = {
  Parallelism: [
    'num_procs',
    'tensor_par',
    'pipeline_par',
    'data_par',
    'tensor_par_net',
    'pipeline_par_net',
    'data_par_net',
  ],
  Batch: ['batch_size', 'microbatch_size', 'pipeline_interleaving'],
  Memory: ['activation_recompute', 'optimizer_sharding', 'weight_offload', 'activations_offload', 'optimizer_offload'],
  Communication: ['tensor_par_comm_type', 'seq_par_ag_redo', 'tensor_par_overlap', 'data_par_overlap'],
  Computation: ['datatype', 'fused_activation', 'attention_type', 'training'],
} as const satisfies Record<string, readonly (keyof StrategyInput)[]>;

function Group({ title, children }: { readonly title: keyof typeof GROUPS; readonly children: ReactNode }) {
  return (
    <BoundGroup title={title} part="strategy" paths={GROUPS[title]}>
      {children}
    </BoundGroup>
  );
}

/** How the model is laid out over the machine. */
export function StrategyPanel() {
  return (
    <FoldGroup title="Strategy" level={2} aside={<StrategyHeading />}>
      <MadeFor />
      <Group title="Parallelism">
        <ParallelDegrees />
        <TierChoices />
      </Group>
      <Group title="Batch">
        <BatchFields />
      </Group>
      <Group title="Memory">
        <FlagChoice path="activation_recompute" />
        <FlagSwitch path="optimizer_sharding" />
        <FlagSwitch path="weight_offload" />
        <FlagSwitch path="activations_offload" />
        <FlagSwitch path="optimizer_offload" />
      </Group>
      <Group title="Communication">
        <FlagChoice path="tensor_par_comm_type" />
        <FlagSwitch path="seq_par_ag_redo" />
        <FlagChoice path="tensor_par_overlap" />
        <FlagSwitch path="data_par_overlap" />
      </Group>
      <Group title="Computation">
        <FlagChoice path="datatype" />
        <FlagSwitch path="fused_activation" />
        <FlagChoice path="attention_type" />
        <FlagSwitch path="training" />
      </Group>
    </FoldGroup>
  );
}
