import { formatQuantity } from '../../core/quantities/format.js';
import { showsDesign, type OtherDesign } from '../../state/how.js';
import { MEMORY_PAINT } from '../../ui/palette.js';
import { StackedBar, type Segment } from '../../ui/stacked-bar.js';
import type { MemoryPart } from '../../core/findings/memory-parts.js';
import classes from './tier-bar.module.css';

const NAME = 18;
const BAR = 32;
const GHOST = 12;
const FOOT = 14;
export const TIER_BAR_HEIGHT = NAME + BAR + GHOST + FOOT;

interface TierBarProps {
  readonly name: string;
  readonly id: string;
  /** The input that its capacity is. */
  readonly capacityId: string;
  /** What of a class is on this tier, as the ids of quantities end. */
  readonly where: 'on-hbm' | 'on-offload-tier';
  /** Whose the thin bar is. */
  readonly baselineOf: OtherDesign | null;
  readonly width: number;
  readonly y: number;
  readonly parts: readonly MemoryPart[];
  readonly baseline: readonly MemoryPart[] | null;
  readonly bytesOf: (part: MemoryPart) => number;
  readonly used: number | null;
  readonly capacity: number | null;
}

/** One tier: what it holds by class, with the line of its capacity. The bar ends at the larger of both. */
export function TierBar(props: TierBarProps) {
  const { name, id, capacityId, where, baselineOf, width, y, parts, baseline, bytesOf, used, capacity } = props;
  const segments = (of: readonly MemoryPart[]): Segment[] =>
    of.map((part) => ({
      id: part.id,
      label: part.label,
      value: bytesOf(part),
      text: formatQuantity(bytesOf(part), 'bytes'),
      paint: MEMORY_PAINT[part.id],
      how: `${part.id}-${where}`,
    }));
  const baselineTotal = (baseline ?? []).reduce((sum, part) => sum + bytesOf(part), 0);
  const domain = Math.max(used ?? 0, capacity ?? 0, baselineTotal);
  const at = domain > 0 && capacity !== null ? (capacity / domain) * width : width;
  const top = y + NAME;
  const isOver = used !== null && capacity !== null && used > capacity;
  return (
    <g className={classes['tier']} data-over={isOver || undefined}>
      <text x={0} y={y + 12} className={classes['name']} data-quantity={id}>
        {name}
      </text>
      <text x={width} y={y + 12} textAnchor="end" className={classes['use']}>
        {used === null ? (
          '—'
        ) : (
          <>
            <tspan data-how={id}>{formatQuantity(used, 'bytes')}</tspan>
            {' of '}
            <tspan data-how={capacityId}>{formatQuantity(capacity, 'bytes')}</tspan>
          </>
        )}
      </text>
      <rect x={0} y={top} width={width} height={BAR} className={classes['room']} />
      <StackedBar segments={segments(parts)} x={0} y={top} width={width} height={BAR} domain={domain} />
      {baseline !== null && (
        <g ref={showsDesign(baselineOf)}>
          <StackedBar
            segments={segments(baseline)}
            x={0}
            y={top + BAR + 4}
            width={width}
            height={GHOST - 4}
            domain={domain}
            ghost
          />
        </g>
      )}
      {capacity !== null && <line x1={at} x2={at} y1={top - 4} y2={top + BAR + 4} className={classes['capacity']} />}
    </g>
  );
}
