import { MOST_TIERS } from '../../core/inputs/allowed.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import { IconButton } from '../../ui/icon-button.js';
import { tierName } from '../../core/system/tier-name.js';
import classes from './hardware-panel.module.css';
import { NetworkTier } from './network-tier.js';

/** Every network tier, innermost first, and a button for one more. */
export function NetworkTiers() {
  const tiers = useWorkbench((state) => state.system.value.networks.length);
  const last = useWorkbench((state) => state.system.value.networks.at(-1));
  const from = last === undefined ? '' : `, a copy of ${tierName(tiers - 1, tiers)}`;
  return (
    <>
      {Array.from({ length: tiers }, (_, index) => (
        <NetworkTier key={index} index={index} tiers={tiers} />
      ))}
      <div className={classes['add']}>
        <IconButton
          icon="plus"
          size="small"
          text="Add a network tier"
          label={`Add a network tier${from}`}
          disabled={last === undefined || tiers >= MOST_TIERS}
          onClick={() =>
            workbench()
              .getState()
              .edit('system', { [`networks.${tiers}`]: last })
          }
        />
      </div>
    </>
  );
}
