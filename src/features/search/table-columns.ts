import { capacityUnit, withCapacityUnit } from '../../core/quantities/byte-units.js';
import type { RowColumns } from '../../core/search/row-store.js';
import type { SearchSpace } from '../../core/search/space.js';
import { FIELD_OPTIONS, fieldReader, type VariedField } from '../../core/search/field-reader.js';
import { choiceText } from '../../core/strategy/strategy-changes.js';

type MeasureId = 'rate' | 'time' | 'tier1' | 'tier2';
/** `mfu` is evaluated for the rows in sight only: it cannot be sorted or filtered by. */
export type ColumnId = MeasureId | VariedField | 'mfu';

export interface TableColumn {
  readonly id: ColumnId;
  readonly header: string;
  readonly hint: string;
  /** Its name in the filter: `hbm<40`. */
  readonly key: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly kind: 'measure' | 'number' | 'switch' | 'option';
  /** Its numbers are amounts of memory, in the unit chosen; the header is then declared with GiB. */
  readonly memory?: boolean;
  readonly shownAtFirst: boolean;
}

const measure = (id: MeasureId | 'mfu', header: string, key: string, width: number, hint: string, memory = false) =>
  ({ id, header, key, width, hint, memory, kind: 'measure', shownAtFirst: id !== 'time' }) as const;
const number = (id: VariedField, header: string, width: number, hint: string) =>
  ({ id, header, key: header.toLowerCase(), width, hint, kind: 'number', shownAtFirst: true }) as const;
const flag = (id: VariedField, header: string, key: string, width: number, hint: string) =>
  ({ id, header, key, width, hint, kind: 'switch', shownAtFirst: true }) as const;
const option = (id: VariedField, header: string, key: string, width: number, hint: string) =>
  ({ id, header, key, width, hint, kind: 'option', shownAtFirst: true }) as const;
const tier = (id: VariedField, header: string, key: string, hint: string) =>
  ({ id, header, key, width: 68, hint, kind: 'number', shownAtFirst: false }) as const;

export const TABLE_COLUMNS: readonly TableColumn[] = [
  measure('rate', 'Samples/s', 'rate', 84, 'Sample rate'),
  measure('mfu', 'MFU', 'mfu', 64, 'Model FLOP utilisation, evaluated for the rows in sight'),
  measure('time', 'Batch, s', 'time', 76, 'Time of one batch, in seconds'),
  measure('tier1', 'HBM, GiB', 'hbm', 76, 'HBM of one processor', true),
  measure('tier2', 'Offload, GiB', 'tier2', 92, 'Offload tier of one processor', true),
  number('tensor_par', 't', 36, 'Tensor-parallel degree'),
  number('pipeline_par', 'p', 36, 'Pipeline-parallel degree'),
  number('data_par', 'd', 48, 'Data-parallel degree'),
  number('pipeline_interleaving', 'v', 36, 'Interleaving: chunks of blocks on each stage'),
  number('microbatch_size', 'b', 40, 'Microbatch, in samples'),
  { ...number('batch_size', 'Batch', 56, 'Global batch, in samples'), shownAtFirst: false },
  option('activation_recompute', 'Recompute', 'recompute', 104, 'Which activations are recomputed'),
  option('tensor_par_comm_type', 'Exchange', 'exchange', 124, 'Tensor-parallel exchange'),
  option('tensor_par_overlap', 'TP overlap', 'overlap', 80, 'Tensor-parallel overlap'),
  flag('seq_par_ag_redo', 'Redo AG', 'redo', 64, 'Repeat the all-gather in the backward pass'),
  flag('data_par_overlap', 'DP overlap', 'dpoverlap', 80, 'Data-parallel overlap'),
  flag('optimizer_sharding', 'Sharding', 'sharding', 68, 'Optimizer sharding'),
  flag('weight_offload', 'Off. W', 'offw', 56, 'Weights on the offload tier'),
  flag('activations_offload', 'Off. A', 'offa', 56, 'Activations on the offload tier'),
  flag('optimizer_offload', 'Off. O', 'offo', 56, 'Optimizer on the offload tier'),
  flag('fused_activation', 'Fused', 'fused', 56, 'Fused activation'),
  tier('tensor_par_net', 'TP tier', 'tptier', 'Network tier of tensor-parallel traffic'),
  tier('pipeline_par_net', 'PP tier', 'pptier', 'Network tier of pipeline traffic'),
  tier('data_par_net', 'DP tier', 'dptier', 'Network tier of data-parallel traffic'),
];

const BY_ID = new Map(TABLE_COLUMNS.map((column) => [column.id, column]));
export const columnOf = (id: ColumnId): TableColumn => BY_ID.get(id) as TableColumn;

/** Whether its cells are numbers, set to the right. */
export const isNumeric = ({ kind }: TableColumn): boolean => kind === 'measure' || kind === 'number';

/** What a column is headed by, with the unit that memory is written in. */
export const headerOf = (id: ColumnId): string => withCapacityUnit(columnOf(id).header);

/** What one of the numbers that a person reads or types in a column is in SI units: bytes for a GiB or a GB. */
export const scaleOf = ({ memory = false }: TableColumn): number => (memory ? capacityUnit().bytes : 1);

/** The rows of a search and the space their places are in. */
export interface RowSet {
  readonly columns: RowColumns;
  readonly space: SearchSpace;
}

/** Reads a column's number for a row: SI units for measures, codes for choices. */
export function columnReader({ columns, space }: RowSet, id: Exclude<ColumnId, 'mfu'>): (row: number) => number {
  switch (id) {
    case 'rate':
      return (row) => columns.rate[row] as number;
    case 'tier1':
      return (row) => columns.tier1Bytes[row] as number;
    case 'tier2':
      return (row) => columns.tier2Bytes[row] as number;
    case 'time': {
      const batch = fieldReader(space, 'batch_size');
      return (row) => batch(columns.place[row] as number) / (columns.rate[row] as number);
    }
    default: {
      const field = fieldReader(space, id);
      return (row) => field(columns.place[row] as number);
    }
  }
}

/** The words of a choice's code: "attention only", "on". */
export function codeText(id: VariedField, code: number): string {
  const column = columnOf(id);
  if (column.kind === 'switch') return code === 1 ? 'on' : 'off';
  return choiceText(id, FIELD_OPTIONS[id]?.[code] ?? code);
}

/** Every value a choice with few of them can have, as codes. */
export function codesOf(column: TableColumn): readonly number[] {
  if (column.kind === 'switch') return [1, 0];
  if (column.kind === 'option') return (FIELD_OPTIONS[column.id as VariedField] ?? []).map((_, code) => code);
  return [];
}
