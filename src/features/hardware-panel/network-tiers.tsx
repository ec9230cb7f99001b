import { COLLECTIVES } from '../../core/inputs/design.js';
import { useWorkbench } from '../../state/workbench.js';
import { tierName } from '../../state/tier-names.js';
import { LawInput, NumberInput, SwitchInput } from '../../ui/bound-inputs.js';
import { FoldGroup } from '../../ui/fold-group.js';
import { IconButton } from '../../ui/icon-button.js';
import classes from './hardware-panel.module.css';

export function NetworkTiers() { return null; }
