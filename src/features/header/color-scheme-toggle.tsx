import { chooseColorScheme, useColorScheme } from '../../ui/color-scheme.js';
import { IconButton } from '../../ui/icon-button.js';

/** Between light and dark; until first pressed, the page follows the system. */
export function ColorSchemeToggle() {
  const current = useColorScheme();
  const other = current === 'dark' ? 'light' : 'dark';
  return (
    <IconButton
      icon={current === 'dark' ? 'sun' : 'moon'}
      label={`Use the ${other} scheme`}
      onClick={() => chooseColorScheme(other)}
    />
  );
}
