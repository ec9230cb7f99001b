import type { Commands } from '../../ui/commands.js';
import { actionEntries } from './action-entries.js';
import type { Entry } from './entry.js';
import { fieldEntries, optionEntries, type FieldEntry, type OptionEntry } from './field-entries.js';
import { presetEntries, quantityEntries, studyEntries, viewEntries, type KeysOf } from './place-entries.js';

export interface Entries {
  readonly all: readonly Entry[];
  /** Those of `all` that are inputs. */
  readonly fields: readonly FieldEntry[];
  /** Those that are options of inputs. */
  readonly options: readonly OptionEntry[];
}

/** Everything there is to do now, from the registries that the rest of the page is made of. */
export function paletteEntries(commands: Commands, keysOf: KeysOf, opener: Element | null): Entries {
  const fields = fieldEntries();
  const options = optionEntries(fields);
  const all = [
    ...actionEntries(commands, keysOf),
    ...viewEntries(keysOf),
    ...studyEntries(),
    ...presetEntries(),
    ...fields,
    ...options,
    ...quantityEntries(opener),
  ];
  return { all, fields, options };
}
