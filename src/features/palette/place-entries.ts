import type { Quantity } from '../../core/quantities/quantity.js';
import { QUANTITIES } from '../../core/quantities/registry.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { microbatches } from '../../core/strategy/strategy.js';
import { showHow } from '../../state/how.js';
import type { Preset } from '../../state/presets.js';
import { useResults } from '../../state/results.js';
import { VIEWS } from '../../state/view-names.js';
import { workbench } from '../../state/workbench.js';
import type { Entry } from './entry.js';

/** What is at the right of an action: its keys. */
export type KeysOf = (id: string) => string | undefined;

export const viewEntries = (keysOf: KeysOf): readonly Entry[] =>
  VIEWS.map(({ tab, label }) => ({
    id: `view/${tab}`,
    group: 'Views',
    label,
    words: 'view tab go to',
    aside: () => keysOf(`view/${tab}`) ?? '',
    run: () => workbench().getState().setView({ tab }),
  }));

export const studyEntries = (): readonly Entry[] =>
  (workbench().getState().presets.studies ?? []).map(({ id, title, figure, question }) => ({
    id: `study/${id}`,
    group: 'Studies',
    label: title,
    words: `${figure} ${question}`,
    aside: () => figure,
    run: () => {
      const state = workbench().getState();
      state.openStudy(id);
      state.setView({ tab: 'studies' });
    },
  }));

const PARTS = [
  { part: 'model', list: 'models', group: 'Models' },
  { part: 'system', list: 'systems', group: 'Machines' },
  { part: 'strategy', list: 'strategies', group: 'Strategies' },
] as const;

/** Every preset, to be loaded in place of its part: one step for undo. */
export function presetEntries(): readonly Entry[] {
  const { presets } = workbench().getState();
  return PARTS.flatMap(({ part, list, group }) =>
    (presets[list] as readonly Preset<unknown>[]).map((preset): Entry => ({
      id: `preset/${part}/${preset.id}`,
      group,
      label: preset.name,
      words: `${preset.group} ${preset.id} load preset`,
      aside: () => (workbench().getState()[part].base.presetId === preset.id ? 'now' : ''),
      run: () => workbench().getState().loadPreset(part, preset.id),
    })),
  );
}

/** What a number is called elsewhere, or has to do with. */
const QUANTITY_WORDS: Readonly<Record<string, string>> = {
  'token-rate': 'tokens per second tok/s throughput',
  'sample-rate': 'samples per second throughput',
  'bubble-time': '1f1b interleaved pipeline schedule',
};

/** In no table, and what people who accumulate gradients ask for; the strategy panel shows it under this name. */
const MICROBATCHES: Pick<Quantity, 'id' | 'label' | 'unit' | 'value'> & { readonly words: string } = {
  id: 'microbatches',
  label: 'Microbatches a replica',
  unit: 'count',
  words: 'gradient accumulation steps',
  value: ({ strategy }) => microbatches(strategy),
};

/** Every number, to be asked how it is computed; `opener` gets the focus back. */
export const quantityEntries = (opener: Element | null): readonly Entry[] =>
  [
    ...QUANTITIES.map((quantity) => ({
      ...quantity,
      words: `${QUANTITY_WORDS[quantity.id] ?? ''} ${quantity.group} ${quantity.id}`.trim(),
    })),
    MICROBATCHES,
  ].map(({ id, label, unit, words, value }) => ({
    id: `how/${id}`,
    group: 'How is … computed',
    label,
    words: `${words} how formula`,
    aside: () => {
      const outcome = useResults.getState().report?.outcome;
      if (outcome === undefined || outcome.kind === 'invalid') return '';
      return formatQuantity(value(outcome.evaluation), unit);
    },
    run: () => showHow(id, opener),
  }));
