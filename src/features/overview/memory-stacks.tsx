import type { Evaluation } from '../../core/evaluation.js';
import { columnFormat, formatQuantity, type ColumnFormat } from '../../core/quantities/format.js';
import { inputId } from '../../core/quantities/formula/input-ids.js';
import { useWorkbench } from '../../state/workbench.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { memoInUnits } from '../../ui/memo-in-units.js';
import { NumberButton } from '../../ui/number-button.js';
import { MEMORY_PAINT } from '../../ui/palette.js';
import { Swatch } from '../../ui/swatch.js';
import { useWidth } from '../../ui/use-width.js';
import { memoryFinding } from '../../core/findings/memory-finding.js';
import { memoryParts, type MemoryPart } from '../../core/findings/memory-parts.js';
import { TierBar, TIER_BAR_HEIGHT } from './tier-bar.js';

const bytes = (value: number | null): string => formatQuantity(value, 'bytes', { precise: true });

interface Formats {
  readonly hbm: ColumnFormat;
  readonly offloadTier: ColumnFormat;
}

const columnsIn = ({ hbm, offloadTier }: Formats): readonly Column<MemoryPart>[] => [
  {
    id: 'class',
    header: 'Class',
    cell: (part) => (
      <button type="button" data-quantity={part.id}>
        <Swatch paint={MEMORY_PAINT[part.id]} />
        {part.label}
      </button>
    ),
  },
  {
    id: 'hbm',
    header: `HBM, ${hbm.unit}`,
    numeric: true,
    width: 100,
    cell: (part) => exact(hbm, part.hbmBytes, `${part.id}-on-hbm`),
  },
  {
    id: 'offload-tier',
    header: `Offload, ${offloadTier.unit}`,
    hint: 'On the offload tier',
    numeric: true,
    width: 100,
    cell: (part) => exact(offloadTier, part.offloadTierBytes, `${part.id}-on-offload-tier`),
  },
];

const freedIn = (format: ColumnFormat): Column<MemoryPart> => ({
  id: 'freed',
  header: `Freed, ${format.unit}`,
  numeric: true,
  width: 100,
  hint: 'What offloading this class takes off HBM',
  cell: (part) => (part.freedBytes === null ? '' : exact(format, part.freedBytes, `${part.id}-freed`)),
});

/** In the column's unit; with seven digits of its own on hover. */
const exact = (format: ColumnFormat, value: number | null, id: string) => (
  <NumberButton key={id} id={id} hint={bytes(value)}>
    {format.write(value)}
  </NumberButton>
);

interface MemoryStacksProps {
  readonly evaluation: Evaluation | null;
  readonly baseline: Evaluation | null;
  readonly tag: string | null;
}

/** Both tiers of memory as bars by class with their capacities, and the exact table. */
export const MemoryStacks = memoInUnits(function MemoryStacks({ evaluation, baseline, tag }: MemoryStacksProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const baselineOf = useWorkbench((state) => state.baseline);
  const parts = memoryParts(evaluation);
  const baselineParts = baseline === null ? null : memoryParts(baseline);
  const title = memoryFinding(evaluation, parts);
  const used1 = evaluation?.memory.tier1Bytes ?? null;
  const used2 = evaluation?.memory.tier2Bytes ?? null;
  const freed = parts.reduce((sum, part) => sum + (part.freedBytes ?? 0), 0);
  const hbm = columnFormat(used1, 'bytes');
  const offloadTier = columnFormat(used2, 'bytes');
  const isAnyMoved = parts.some((part) => part.freedBytes !== null);
  const freedFormat = columnFormat(freed, 'bytes');
  return (
    <ChartFrame
      name="memory"
      title={title}
      subtitle="Memory of one processor by class, on each tier; the line is the capacity"
      tag={tag}
      rows={() => [
        ['class', 'hbm_bytes', 'offload_tier_bytes', 'freed_from_hbm_bytes'],
        ...parts.map((part) => [part.label, part.hbmBytes, part.offloadTierBytes, part.freedBytes]),
        ['Used', used1, used2, isAnyMoved ? freed : null],
        [
          'Capacity',
          evaluation?.system.memory1.capacityBytes ?? null,
          evaluation?.system.memory2.capacityBytes ?? null,
          null,
        ],
      ]}
      legend={parts.map((part) => ({ label: part.label, text: bytes(part.hbmBytes), ...MEMORY_PAINT[part.id] }))}
    >
      <div ref={ref}>
        <svg data-chart role="img" aria-label={title} width={width} height={2 * TIER_BAR_HEIGHT}>
          <TierBar
            name="HBM"
            id="tier1-memory"
            capacityId={inputId('system', 'mem1.GiB')}
            where="on-hbm"
            baselineOf={baselineOf}
            width={width}
            y={0}
            parts={parts}
            baseline={baselineParts}
            bytesOf={(part) => part.hbmBytes ?? 0}
            used={used1}
            capacity={evaluation?.system.memory1.capacityBytes ?? null}
          />
          <TierBar
            name="Offload tier"
            id="tier2-memory"
            capacityId={inputId('system', 'mem2.GiB')}
            where="on-offload-tier"
            baselineOf={baselineOf}
            width={width}
            y={TIER_BAR_HEIGHT}
            parts={parts}
            baseline={baselineParts}
            bytesOf={(part) => part.offloadTierBytes ?? 0}
            used={used2}
            capacity={evaluation?.system.memory2.capacityBytes ?? null}
          />
        </svg>
      </div>
      <DataTable
        caption="Memory by class on each tier"
        columns={
          isAnyMoved ? [...columnsIn({ hbm, offloadTier }), freedIn(freedFormat)] : columnsIn({ hbm, offloadTier })
        }
        rows={parts}
        rowId={(part) => part.id}
        quantityId={(part) => part.id}
        totals={[
          'Used',
          exact(hbm, used1, 'tier1-memory'),
          exact(offloadTier, used2, 'tier2-memory'),
          ...(isAnyMoved ? [exact(freedFormat, freed, 'freed-memory')] : []),
        ]}
        grey={tag !== null}
      />
    </ChartFrame>
  );
});
