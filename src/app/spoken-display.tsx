import { useState } from 'react';
import { useByteUnits } from '../state/byte-units.js';
import { useColorScheme } from '../ui/color-scheme.js';

/** Says how memory is written, or which scheme is shown, when a key or the palette changed it: the focus is elsewhere. */
export function SpokenDisplay() {
  const units = useByteUnits((state) => state.units);
  const scheme = useColorScheme();
  const [said, setSaid] = useState({ units, scheme, text: '' });
  if (said.units !== units || said.scheme !== scheme) {
    const unitsText = `Memory in ${units === 'decimal' ? 'GB' : 'GiB'}.`;
    setSaid({
      units,
      scheme,
      text: said.units === units ? `${scheme === 'dark' ? 'Dark' : 'Light'} scheme.` : unitsText,
    });
  }
  return (
    <p className="visually-hidden" role="status" data-spoken-display>
      {said.text}
    </p>
  );
}
