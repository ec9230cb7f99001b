import { useState } from 'react';
import type { Strategy } from '../../core/strategy/strategy.js';
import type { ChoiceCounts } from '../../core/search/tally.js';
import { percentText } from '../../state/fit-finding.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { memoInUnits } from '../../ui/memo-in-units.js';
import { useWidth } from '../../ui/use-width.js';
import classes from './option-shares-chart.module.css';
import { optionShares, shareName, sharesFinding, type OptionShare } from './option-shares.js';

const ROW = 28;
const NAME = 188;
const VALUE = 64;
const FEW = 12;

const COLUMNS: readonly Column<OptionShare>[] = [
  { id: 'choice', header: 'Choice', cell: shareName },
  { id: 'best', header: 'Of the best', numeric: true, width: 96, cell: ({ best }) => percentText(best) },
  { id: 'all', header: 'Of all feasible', numeric: true, width: 112, cell: ({ all }) => percentText(all) },
];

interface OptionSharesChartProps {
  readonly best: readonly Strategy[];
  readonly choices: ChoiceCounts;
}

/** What the best strategies have in common: each choice's share among them beside its share among all that fit. */
export const OptionSharesChart = memoInUnits(function OptionSharesChart({ best, choices }: OptionSharesChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const [whole, setWhole] = useState(false);
  const shares = optionShares(best, choices);
  const shown = whole ? shares : shares.slice(0, FEW);
  const title = sharesFinding(shares, best.length);
  const room = Math.max(0, width - NAME - VALUE);
  return (
    <ChartFrame
      name="search-common-choices"
      title={title}
      subtitle={`Share of each choice among the best ${best.length} (solid) and among all feasible (outlined), those that differ most first`}
      tag={null}
      rows={() => [
        ['choice', 'value', 'share_of_best', 'share_of_all'],
        ...shares.map((share) => [share.name, share.text, share.best, share.all]),
      ]}
      table={
        <DataTable
          caption="Choices of the best strategies"
          columns={COLUMNS}
          rows={shares}
          rowId={(share) => `${share.field} ${share.value}`}
        />
      }
    >
      <div ref={ref}>
        <svg data-chart role="img" aria-label={title} width={width} height={Math.max(FEW, shown.length) * ROW}>
          {shown.map((share, index) => (
            <SharePair key={`${share.field} ${share.value}`} share={share} y={index * ROW} room={room} />
          ))}
        </svg>
      </div>
      <p className={classes['more']}>
        <button type="button" aria-expanded={whole} onClick={() => setWhole(!whole)} disabled={shares.length <= FEW}>
          {whole ? 'Show fewer' : `Show all ${shares.length} choices`}
        </button>
      </p>
    </ChartFrame>
  );
});

interface SharePairProps {
  readonly share: OptionShare;
  readonly y: number;
  readonly room: number;
}

function SharePair({ share, y, room }: SharePairProps) {
  const { best, all } = share;
  const name = shareName(share);
  return (
    <g data-hint={`${name}\n${percentText(best)} of the best, ${percentText(all)} of all feasible`}>
      <text x={0} y={y + 17} className={classes['name']}>
        {name}
      </text>
      <rect x={NAME} y={y + 3} width={room} height={22} className={classes['ground']} />
      <rect x={NAME} y={y + 4} width={best * room} height={9} className={classes['best']} />
      <rect x={NAME + 0.5} y={y + 15.5} width={Math.max(0, all * room - 1)} height={8} className={classes['all']} />
      <text x={NAME + room + 6} y={y + 12} className={classes['value']}>
        {percentText(best)}
      </text>
      <text x={NAME + room + 6} y={y + 24} className={classes['value']}>
        {percentText(all)}
      </text>
    </g>
  );
}
