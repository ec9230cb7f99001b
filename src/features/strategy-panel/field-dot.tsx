import { useBoundField } from '../../ui/bound-field.js';
import { ChangedDot } from '../../ui/changed-dot.js';
import { shortText } from '../../ui/quantity-text.js';

/** The mark of change of a number of the strategy that is drawn by hand. */
export function FieldDot({ path, label }: { readonly path: string; readonly label: string }) {
  const { changed, base, baseName, onReset } = useBoundField('number', { part: 'strategy', path });
  return (
    <ChangedDot
      changed={changed}
      label={label}
      baseText={shortText(Number(base), '')}
      baseName={baseName}
      onReset={onReset}
    />
  );
}
