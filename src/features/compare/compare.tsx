import { useDeferredValue, useMemo, useState } from 'react';
import { fastestFinding, leastFinding } from '../../core/compare/findings.js';
import { selectDesign, useWorkbench } from '../../state/workbench.js';
import { AlignedBars } from './aligned-bars.js';
import { memoryBars, timeBars } from './bar-rows.js';
import classes from './compare.module.css';
import { entriesOf, entryTitle, type Entry } from './entries.js';
import { InputEffects } from './input-effects.js';
import { InputTable } from './input-table.js';
import { PinnedList } from './pinned-list.js';
import { QuantityTable } from './quantity-table.js';
import { useRemovedDesign } from './removed-design.js';
import { WaterfallChart } from './waterfall-chart.js';

/** Up to three pinned designs and the current one side by side, and what makes one of them another. */
export function Compare() {
  const compared = useWorkbench((state) => state.compared);
  // Sliders and headline first: the comparison follows as soon as there is time.
  const current = useDeferredValue(useWorkbench(selectDesign));
  const entries = useMemo(() => entriesOf(compared, current), [compared, current]);
  const { remove, note } = useRemovedDesign();
  return (
    <div className={classes['container']} data-follows-design>
      {note}
      <div className={classes['compare']}>
        <div className={classes['wide']}>
          <PinnedList entries={entries} onRemove={remove} />
        </div>
        {compared.length === 0 ? <Nothing /> : <SideBySide entries={entries} />}
      </div>
    </div>
  );
}

function Nothing() {
  return (
    <p className={classes['empty']}>
      Nothing to compare yet. Pin the current design under a name, then change an input or load a preset: both stand
      side by side here, with what makes the difference. Up to three designs can be pinned; the link holds them all.
    </p>
  );
}

function SideBySide({ entries }: { readonly entries: readonly Entry[] }) {
  const time = timeBars(entries);
  const hbm = memoryBars(entries, 1);
  const tier2 = memoryBars(entries, 2);
  return (
    <>
      <div>
        <AlignedBars
          name="compared-time"
          title={fastestFinding(entries.map((entry) => ({ title: entryTitle(entry), evaluation: entry.evaluation })))}
          subtitle="Time of one batch by part, on one scale"
          unit="seconds"
          bars={time}
        />
      </div>
      <div>
        <AlignedBars
          name="compared-memory"
          title={leastFinding(hbm, 'bytes', 'least HBM in use')}
          subtitle="HBM by class, on one scale; a line marks the capacity where it is near"
          unit="bytes"
          bars={hbm}
        />
      </div>
      {tier2.some(({ total }) => total !== null && total > 0) && (
        <div className={classes['wide']}>
          <AlignedBars
            name="compared-offload"
            title={leastFinding(tier2, 'bytes', 'least of the offload tier in use')}
            subtitle="Offload tier by class, on one scale"
            unit="bytes"
            bars={tier2}
          />
        </div>
      )}
      <Causes entries={entries} />
      <div className={classes['wide']}>
        <InputTable entries={entries} />
      </div>
      <div className={classes['wide']}>
        <QuantityTable entries={entries} />
      </div>
    </>
  );
}

/** From one design to another: what of the batch time changes, and which inputs do it. */
function Causes({ entries }: { readonly entries: readonly Entry[] }) {
  const [chosen, setChosen] = useState<readonly [from: number, to: number | null]>([0, null]);
  const last = entries.length - 1;
  const [from, to] = [Math.min(chosen[0], last), Math.min(chosen[1] ?? last, last)];
  const [a, b] = [entries[from], entries[to]];
  if (a === undefined || b === undefined) return null;
  const picker = (label: string, value: number, choose: (index: number) => void) => (
    <label>
      {label}
      <select value={value} onChange={(event) => choose(Number(event.currentTarget.value))}>
        {entries.map((entry, index) => (
          <option key={entry.letter} value={index}>
            {entryTitle(entry)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      {entries.length > 2 && (
        <div className={classes['pickers']} role="group" aria-label="Causes of the difference">
          {picker('From', from, (index) => setChosen([index, chosen[1]]))}
          {picker('to', to, (index) => setChosen([from, index]))}
        </div>
      )}
      {a.evaluation === null || b.evaluation === null ? (
        <p className={classes['empty']}>
          {entryTitle(a.evaluation === null ? a : b)} has no numbers: causes are shown between valid designs.
        </p>
      ) : (
        <>
          <div>
            <WaterfallChart a={{ ...a, evaluation: a.evaluation }} b={{ ...b, evaluation: b.evaluation }} />
          </div>
          <div>
            <InputEffects a={a} b={b} />
          </div>
        </>
      )}
    </>
  );
}
