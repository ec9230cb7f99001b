import type { ReactNode } from 'react';
import { COLLECTIVES, type StrategyInput } from '../../core/inputs/design.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import { LawInput, NumberInput, SwitchInput } from '../../ui/bound-inputs.js';
import { BoundGroup } from '../../ui/bound-group.js';
import { IconButton } from '../../ui/icon-button.js';
import { tierName } from '../../core/system/tier-name.js';
import classes from './hardware-panel.module.css';
import { trafficOn } from './tier-use.js';

interface NetworkTierProps {
  readonly index: number;
  readonly tiers: number;
}

const usersOf = (strategy: StrategyInput, index: number): string => trafficOn(strategy, index).join(' and ');

/** One network: its rates, its size, and the law of each collective on it. */
export function NetworkTier({ index, tiers }: NetworkTierProps) {
  const users = useWorkbench((state) => usersOf(state.strategy.value, index));
  const path = `networks.${index}`;
  const name = tierName(index, tiers);
  const short = `Tier ${index}`;
  const refusal =
    tiers === 1
      ? 'A system needs one network at least'
      : users === ''
        ? undefined
        : `${name} carries ${users} traffic: move it to another tier under Strategy first`;
  const number = (field: string, label: string): ReactNode => (
    <NumberInput part="system" path={`${path}.${field}`} label={label} fullLabel={`${short} ${label.toLowerCase()}`} />
  );
  return (
    <BoundGroup
      title={name}
      part="system"
      paths={[path]}
      aside={
        <>
          <span className={classes['users']}>{users}</span>
          <IconButton
            icon="close"
            size="small"
            label={refusal ?? `Remove ${name}`}
            disabled={refusal !== undefined}
            onClick={() => workbench().getState().removeTier(index)}
          />
        </>
      }
    >
      {number('bandwidth', 'Bandwidth')}
      {number('efficiency', 'Efficiency')}
      {number('latency', 'Latency')}
      {number('size', 'Size')}
      {number('processor_usage', 'Processor use')}
      <SwitchInput part="system" path={`${path}.must_be_filled`} fullLabel={`${short} filled exactly`} />
      <div
        className={classes['lawHeads']}
        data-hint="S bytes over n members cost S·scalar·(1 + offset/n) bytes of bandwidth."
      >
        <span>Collectives</span>
        <span>scalar</span>
        <span>offset</span>
      </div>
      {COLLECTIVES.map((collective) => (
        <LawInput
          key={collective}
          part="system"
          path={`${path}.ops.${collective}`}
          fullLabel={`${short} ${collective.replace('_', '-')}`}
        />
      ))}
    </BoundGroup>
  );
}
