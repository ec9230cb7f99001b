import type { StudyField } from '../../core/studies/field.js';
import { useWorkbench } from '../../state/workbench.js';
import { shownUnit } from '../../core/quantities/shown-unit.js';
import { TextEntry } from '../../ui/text-entry.js';
import { usePresetName } from './edit-study.js';
import { readNumber, writeNumber } from './field-reading.js';
import { amountText, numberText } from './field-text.js';
import { PairsEditor } from './pairs-editor.js';
import { PresetEditor } from './preset-editor.js';
import classes from './settings.module.css';

interface ListEditorProps<K> {
  readonly field: StudyField;
  readonly value: readonly (readonly [K, number])[];
  readonly onChange: (value: readonly (readonly [K, number])[]) => void;
}

/** Models, each with its largest batch. */
export function WorkloadsEditor({ field, value, onChange }: ListEditorProps<string>) {
  const models = useWorkbench((state) => state.presets.models);
  const nameOf = usePresetName();
  const other = models.find(({ id }) => value.every(([each]) => each !== id));
  return (
    <PairsEditor
      field={field}
      pairs={value}
      amount={{ label: 'Largest batch', unit: 'samples' }}
      nameOf={(id) => nameOf('model', id)}
      keyEditor={(id, change, judge) => (
        <PresetEditor
          part="model"
          label="Model"
          value={id}
          onChange={(next) => {
            if (judge(next)) change(next);
          }}
        />
      )}
      another={other === undefined ? null : [other.id, value.at(-1)?.[1] ?? 1]}
      onChange={onChange}
    />
  );
}

/** Sizes of memory, each with its price. */
export function PricesEditor({ field, value, onChange }: ListEditorProps<number>) {
  const largest = Math.max(...value.map(([size]) => size));
  return (
    <PairsEditor
      field={field}
      pairs={value}
      amount={{ label: 'Price', unit: '$' }}
      nameOf={(size) => amountText(size, 'GiB')}
      keyEditor={(size, change, judge) => (
        <>
          <TextEntry
            label={`Size, ${amountText(size, 'GiB')}`}
            value={size}
            write={(each) => writeNumber(each, 'GiB')}
            shown={numberText(size, 'GiB')}
            read={(text) =>
              readNumber(text, { ...field, accepts: (next) => judge(Number(next)) }, { unit: 'GiB', value: (it) => it })
            }
            hint={`Size. Allowed: ${field.allowed}.`}
            width={5}
            numeric
            onChange={change}
          />
          <span className={classes['unit']}>{shownUnit('GiB').text}</span>
        </>
      )}
      another={[largest > 0 ? largest * 2 : 1, value.at(-1)?.[1] ?? 0]}
      onChange={onChange}
    />
  );
}
