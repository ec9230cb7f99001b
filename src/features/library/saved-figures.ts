import { byteUnits, type ByteUnits } from '../../core/quantities/byte-units.js';
import { evaluateDesign } from '../../core/evaluate.js';
import type { Evaluation } from '../../core/evaluation.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { quantity, TIME_PARTS } from '../../core/quantities/registry.js';
import { savedValues, type SavedContent } from '../../state/saved-design.js';
import { MEMORY_PAINT, TIME_PAINT } from '../../ui/palette.js';

/** One piece of a bar of the picture. */
export interface Piece {
  readonly id: string;
  readonly fill: string;
  /** Of the whole bar, 0–1. */
  readonly start: number;
  readonly size: number;
}

/** What the list shows of a saved design: evaluated afresh, as if it were opened. */
export interface SavedFigures {
  readonly rate: number | null;
  readonly mfu: number | null;
  /** Bytes. */
  readonly hbm: number | null;
  readonly hbmThere: number | null;
  readonly fits: boolean;
  readonly time: readonly Piece[];
  readonly memory: readonly Piece[];
  /** Where the bar of memory has the capacity, 0–1; null without numbers. */
  readonly full: number | null;
  /** What the picture says. */
  readonly summary: string;
}

/** An evaluation takes some microseconds, but a list is drawn often. */
const known: Readonly<Record<ByteUnits, WeakMap<SavedContent, SavedFigures>>> = {
  binary: new WeakMap(),
  decimal: new WeakMap(),
};

export function savedFigures(saved: SavedContent): SavedFigures {
  const before = known[byteUnits()].get(saved);
  if (before) return before;
  const outcome = evaluateDesign(savedValues(saved));
  const figures =
    outcome.kind === 'invalid'
      ? withoutNumbers(outcome.reasons[0]?.message)
      : figuresOf(outcome.evaluation, outcome.kind === 'feasible');
  known[byteUnits()].set(saved, figures);
  return figures;
}

function withoutNumbers(reason: string | undefined): SavedFigures {
  const none = { rate: null, mfu: null, hbm: null, hbmThere: null, fits: false, time: [], memory: [], full: null };
  return { ...none, summary: `No numbers: ${reason ?? 'the strategy has no meaning here'}` };
}

function figuresOf(evaluation: Evaluation, fits: boolean): SavedFigures {
  const value = (id: string): number => quantity(id).value(evaluation) ?? 0;
  const total = evaluation.time.totalSeconds;
  const hbm = value('tier1-memory');
  const hbmThere = evaluation.system.memory1.capacityBytes;
  const widest = Math.max(hbm, hbmThere);
  const time = pieces(
    TIME_PARTS.map((id) => ({ id, fill: TIME_PAINT[id].fill, value: value(id) })),
    total,
  );
  const largest = time.toSorted((a, b) => b.size - a.size)[0];
  const most = largest && `; ${Math.round(largest.size * 100)} % ${quantity(largest.id).label.toLowerCase()}`;
  const room = `${formatQuantity(hbm, 'bytes')} of ${formatQuantity(hbmThere, 'bytes')}`;
  return {
    rate: value('sample-rate'),
    mfu: value('mfu'),
    hbm,
    hbmThere,
    fits,
    time,
    memory: pieces(hbmClasses(evaluation), widest),
    full: widest > 0 ? hbmThere / widest : null,
    summary: `${formatQuantity(total, 'seconds')} a batch${most ?? ''}. HBM ${room}${fits ? '' : '; it does not fit'}`,
  };
}

/** What each class of memory takes of HBM: all of it, or what stays there when it is offloaded. */
function hbmClasses(evaluation: Evaluation): { id: string; fill: string; value: number }[] {
  const { weightOffload, activationOffload, optimizerOffload } = evaluation.strategy;
  const offloaded: Readonly<Record<keyof typeof MEMORY_PAINT, boolean>> = {
    'weight-memory': weightOffload,
    'activation-memory': activationOffload,
    'checkpoint-memory': activationOffload,
    'weight-gradient-memory': optimizerOffload,
    'activation-gradient-memory': false,
    'optimizer-memory': optimizerOffload,
  };
  return Object.entries(MEMORY_PAINT).map(([id, { fill }]) => {
    const which = offloaded[id as keyof typeof MEMORY_PAINT] ? `${id}-kept` : id;
    return { id, fill, value: quantity(which).value(evaluation) ?? 0 };
  });
}

function pieces(parts: readonly { id: string; fill: string; value: number }[], whole: number): Piece[] {
  let start = 0;
  if (!(whole > 0) || !Number.isFinite(whole)) return [];
  return parts.flatMap(({ id, fill, value }) => {
    // what never ends has no length
    const size = Number.isFinite(value / whole) ? Math.max(0, value) / whole : 0;
    const piece = { id, fill, start, size };
    start += size;
    return size > 0 ? [piece] : [];
  });
}
