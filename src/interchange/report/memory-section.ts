import { MEMORY_CLASSES, memoryPlace } from '../../core/batch/memory-classes.js';
import type { Evaluation } from '../../core/evaluation.js';
import { columnFormat } from '../../core/quantities/format.js';
import { quantity } from '../../core/quantities/registry.js';
import { cell, type Palette, type Section } from './report-document.js';
import { memoryStack, paintOf } from './stacks.js';

/** What both tiers of memory hold, against their capacities: figure and table. */
export function memorySection(evaluation: Evaluation, finding: string, palette: Palette): Section {
  const { memory, system } = evaluation;
  const tiers = [
    { used: memory.tier1Bytes, capacity: system.memory1.capacityBytes },
    { used: memory.tier2Bytes, capacity: system.memory2.capacityBytes },
  ].map((tier) => ({ ...tier, ...columnFormat(Math.max(tier.used, tier.capacity), 'bytes') }));
  const hasOffload = tiers.some(({ used, capacity }, index) => index === 1 && (used > 0 || capacity > 0));
  const sum = (label: string, value: (tier: (typeof tiers)[number]) => number) => [
    cell(label),
    cell(''),
    ...tiers.map((tier) => cell(tier.write(value(tier)))),
  ];
  return {
    id: 'memory',
    title: 'Where the memory goes',
    blocks: [
      {
        kind: 'figure',
        form: 'stacks',
        title: finding,
        subtitle: 'Memory of one processor by class, each tier on its own scale; a line marks the capacity',
        unit: 'bytes',
        scale: 'own',
        stacks: [
          memoryStack('HBM', evaluation, 1, palette),
          ...(hasOffload ? [memoryStack('Offload tier', evaluation, 2, palette)] : []),
        ],
      },
      {
        kind: 'table',
        caption: 'Memory of one processor by class on each tier',
        columns: [
          { header: 'Class' },
          { header: 'What it is', quiet: true },
          { header: `HBM, ${tiers[0]?.unit ?? ''}`, numeric: true },
          { header: `Offload tier, ${tiers[1]?.unit ?? ''}`, numeric: true },
        ],
        groups: [
          {
            title: null,
            rows: MEMORY_CLASSES.map((id) => {
              const { label, meaning } = quantity(id);
              const { tier1Bytes, tier2Bytes } = memoryPlace(id, evaluation);
              return [
                { text: label, paint: paintOf(palette, id) },
                cell(meaning),
                cell(tiers[0]?.write(tier1Bytes) ?? ''),
                cell(tiers[1]?.write(tier2Bytes) ?? ''),
              ];
            }),
          },
        ],
        totals: [
          sum('Used', ({ used }) => used),
          sum('Capacity', ({ capacity }) => capacity),
          sum('Left', ({ used, capacity }) => capacity - used),
        ],
      },
    ],
  };
}
