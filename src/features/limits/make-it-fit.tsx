import { useDeferredValue, useMemo } from 'react';
import { fittingAdvice } from '../../core/advice/advice.js';
import type { Design } from '../../core/inputs/design.js';
import { useShownByteUnits, writtenIn } from '../../ui/memo-in-units.js';
import { AdviceTable } from './advice-table.js';
import classes from './advice-table.module.css';

/** The changes that make a design fit, the fastest first. */
export function MakeItFit({ design }: { readonly design: Design }) {
  // tens of milliseconds where only two changes help: after the numbers that follow a slider
  const asked = useDeferredValue(design);
  const units = useShownByteUnits();
  const advices = useMemo(() => writtenIn(units, () => fittingAdvice(asked)), [asked, units]);
  return (
    <>
      <h3 className={classes['heading']}>
        {advices.length === 0
          ? 'No one or two changes make it fit: search for a strategy.'
          : 'Changes that make it fit'}
      </h3>
      {advices.length > 0 && (
        <AdviceTable label="Changes that make it fit" advices={advices} design={asked} rate={null} />
      )}
    </>
  );
}
