import { useMemo } from 'react';
import { CURRENT } from '../../core/studies/field.js';
import { useWorkbench } from '../../state/workbench.js';
import { PresetPicker, type Pickable } from '../../ui/preset-picker.js';

interface PresetEditorProps {
  readonly part: 'model' | 'system';
  /** The field, for its name: "Model". */
  readonly label: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

const PARTS = { model: 'model', system: 'hardware' } as const;

/** A preset, or what stands at the left of the screen. */
export function PresetEditor({ part, label, value, onChange }: PresetEditorProps) {
  const presets = useWorkbench((state) => (part === 'model' ? state.presets.models : state.presets.systems));
  const currentName = useWorkbench((state) => state[part].base.name);
  const items = useMemo<readonly Pickable[]>(() => {
    const current: Pickable = {
      id: CURRENT,
      name: `As at the left: ${currentName}`,
      group: 'Yours',
      provenance: '',
      notes: `The ${PARTS[part]} at the left of the screen; the study follows its changes.`,
      sources: [],
    };
    return [current, ...presets];
  }, [part, presets, currentName]);
  return (
    <PresetPicker
      label={label}
      items={items}
      currentId={value}
      currentName={items.find(({ id }) => id === value)?.name ?? value}
      onPick={onChange}
    />
  );
}
