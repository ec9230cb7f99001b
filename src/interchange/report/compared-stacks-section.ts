import { MEMORY_CLASSES, memoryPlace } from '../../core/batch/memory-classes.js';
import { fastestFinding, leastFinding } from '../../core/compare/findings.js';
import type { Evaluation } from '../../core/evaluation.js';
import { columnFormat } from '../../core/quantities/format.js';
import { quantity, TIME_PARTS } from '../../core/quantities/registry.js';
import type { ComparedEntry } from './compared-entries.js';
import { cell, type Block, type Palette, type Section, type Table } from './report-document.js';
import { memoryStack, paintOf, timeStack } from './stacks.js';

interface Parts {
  readonly caption: string;
  readonly unit: 'seconds' | 'bytes';
  readonly ids: readonly string[];
  readonly valueOf: (id: string, evaluation: Evaluation) => number;
  readonly total: readonly [label: string, valueOf: (evaluation: Evaluation) => number];
}

/** A column for each design, a row for each part, in one unit so that they can be added up by eye. */
function partTable(entries: readonly ComparedEntry[], parts: Parts, palette: Palette): Table {
  const [totalLabel, totalOf] = parts.total;
  const totals = entries.map(({ evaluation }) => (evaluation === null ? null : totalOf(evaluation)));
  const { unit, write } = columnFormat(Math.max(0, ...totals.map((total) => total ?? 0)), parts.unit);
  return {
    kind: 'table',
    caption: parts.caption,
    columns: [{ header: 'Part' }, ...entries.map(({ letter }) => ({ header: `${letter}, ${unit}`, numeric: true }))],
    groups: [
      {
        title: null,
        rows: parts.ids.map((id) => [
          { text: quantity(id).label, paint: paintOf(palette, id) },
          ...entries.map(({ evaluation }) => cell(write(evaluation === null ? null : parts.valueOf(id, evaluation)))),
        ]),
      },
    ],
    totals: [[cell(totalLabel), ...totals.map((total) => cell(write(total)))]],
  };
}

/** The batch time of every design by part, on one scale. */
export function comparedTimeSection(entries: readonly ComparedEntry[], palette: Palette): Section {
  const stacks = entries.map(({ title, evaluation }) => timeStack(title, evaluation, palette));
  return {
    id: 'time',
    title: 'Where the time goes',
    blocks: [
      {
        kind: 'figure',
        form: 'stacks',
        title: fastestFinding(entries),
        subtitle: 'Time of one batch on one processor by part, all on one scale',
        unit: 'seconds',
        scale: 'shared',
        stacks,
      },
      partTable(
        entries,
        {
          caption: 'Parts of the batch time',
          unit: 'seconds',
          ids: TIME_PARTS,
          valueOf: (id, evaluation) => quantity(id).value(evaluation) ?? 0,
          total: ['Batch time', ({ time }) => time.totalSeconds],
        },
        palette,
      ),
    ],
  };
}

function tierBlocks(entries: readonly ComparedEntry[], tier: 1 | 2, palette: Palette): readonly Block[] {
  const name = tier === 1 ? 'HBM' : 'Offload tier';
  const stacks = entries.map(({ title, evaluation }) => memoryStack(title, evaluation, tier, palette));
  if (tier === 2 && stacks.every(({ total }) => total === null || total === 0)) return [];
  const titles = stacks.map(({ label, total }) => ({ title: label, total }));
  return [
    {
      kind: 'figure',
      form: 'stacks',
      title: leastFinding(titles, 'bytes', tier === 1 ? 'least HBM in use' : 'least of the offload tier in use'),
      subtitle: `${name} of one processor by class, all on one scale; a line marks the capacity where it is near`,
      unit: 'bytes',
      scale: 'shared',
      stacks,
    },
    partTable(
      entries,
      {
        caption: `${name} by class`,
        unit: 'bytes',
        ids: MEMORY_CLASSES,
        valueOf: (id, evaluation) => {
          const place = MEMORY_CLASSES.find((each) => each === id);
          if (place === undefined) return 0;
          const { tier1Bytes, tier2Bytes } = memoryPlace(place, evaluation);
          return tier === 1 ? tier1Bytes : tier2Bytes;
        },
        total: ['Used', ({ memory }) => (tier === 1 ? memory.tier1Bytes : memory.tier2Bytes)],
      },
      palette,
    ),
  ];
}

/** What every design holds on each tier of memory. */
export function comparedMemorySection(entries: readonly ComparedEntry[], palette: Palette): Section {
  return {
    id: 'memory',
    title: 'Where the memory goes',
    blocks: [...tierBlocks(entries, 1, palette), ...tierBlocks(entries, 2, palette)],
  };
}
