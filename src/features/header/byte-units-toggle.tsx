import { useByteUnits } from '../../state/byte-units.js';
import { useCommands } from '../../ui/commands.js';
import classes from './header.module.css';

/** Between GiB and GB for every amount of memory on the screen. */
export function ByteUnitsToggle() {
  const { switchByteUnits } = useCommands();
  const isDecimal = useByteUnits((state) => state.units === 'decimal');
  return (
    <button
      type="button"
      className={classes['units']}
      aria-label="Memory in GB"
      aria-pressed={isDecimal}
      data-hint={
        isDecimal
          ? 'Memory is shown in GB: 1 GB = 10⁹ B\nPress for GiB = 2³⁰ B, as the model’s files have it'
          : 'Memory is shown in GiB: 1 GiB = 2³⁰ B\nPress for GB = 10⁹ B; links and files stay as they are'
      }
      onClick={switchByteUnits}
    >
      {isDecimal ? 'GB' : 'GiB'}
    </button>
  );
}
