import { changedPaths } from '../../state/design-paths.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import { ChoiceInput, CurveInput, NumberInput } from '../../ui/bound-inputs.js';
import { BoundGroup } from '../../ui/bound-group.js';
import { FoldGroup } from '../../ui/fold-group.js';
import { PartHeading } from '../../ui/part-heading.js';
import { Engines } from './engines.js';
import { NetworkTiers } from './network-tiers.js';

function HardwareHeading() {
  const part = useWorkbench((state) => state.system);
  const presets = useWorkbench((state) => state.presets.systems);
  return (
    <PartHeading
      label="Hardware"
      items={presets}
      currentId={part.base.presetId}
      currentName={part.base.name}
      changes={changedPaths(part.base.value, part.value).length}
      onPick={(id) => workbench().getState().loadPreset('system', id)}
      onReset={() => workbench().getState().resetPart('system')}
    />
  );
}

function MemoryTier({
  title,
  memory,
  name,
}: {
  readonly title: string;
  readonly memory: 'mem1' | 'mem2';
  readonly name: string;
}) {
  return (
    <BoundGroup title={title} part="system" paths={[memory]}>
      <NumberInput part="system" path={`${memory}.GBps`} label="Bandwidth" fullLabel={`${name} bandwidth`} />
      <NumberInput part="system" path={`${memory}.GiB`} label="Capacity" fullLabel={`${name} capacity`} />
      <CurveInput part="system" path={`${memory}.MB_efficiency`} label="Efficiency" fullLabel={`${name} efficiency`} />
    </BoundGroup>
  );
}

const PROCESSING = ['processing_mode'];

/** The machine: its engines, its memories and its networks. */
export function HardwarePanel() {
  return (
    <FoldGroup title="Hardware" level={2} aside={<HardwareHeading />}>
      <Engines />
      <MemoryTier title="HBM · tier 1" memory="mem1" name="HBM" />
      <MemoryTier title="Offload · tier 2" memory="mem2" name="Offload" />
      <BoundGroup title="Processing" part="system" paths={PROCESSING}>
        <ChoiceInput part="system" path="processing_mode" label="Compute and memory" fullLabel="Processing" />
      </BoundGroup>
      <NetworkTiers />
    </FoldGroup>
  );
}
