import { useMemo } from 'react';
import { evaluateDesign } from '../../core/evaluate.js';
import { explainerOf, type Explainer } from '../../core/quantities/formula/explain.js';
import { useHow } from '../../state/how.js';
import { useResults } from '../../state/results.js';
import { useShown, type ShownKind } from '../../state/shown.js';
import { useShownByteUnits, writtenIn } from '../../ui/memo-in-units.js';

interface Explained {
  readonly kind: ShownKind;
  /** null without numbers. */
  readonly explainer: Explainer | null;
}

/** How the numbers on the screen are computed: of the current design, which is followed, or of the one asked about. */
export function useExplainer(): Explained {
  const shown = useShown();
  const current = useResults((state) => state.design);
  const other = useHow((state) => state.of?.design ?? null);
  const outcome = useMemo(() => (other === null ? null : evaluateDesign(other)), [other]);
  const design = other ?? current;
  const evaluation = outcome === null ? shown.evaluation : outcome.kind === 'invalid' ? null : outcome.evaluation;
  // It keeps the text of each input.
  const units = useShownByteUnits();
  const explainer = useMemo(
    () => (evaluation === null || design === null ? null : writtenIn(units, () => explainerOf(design, evaluation))),
    [evaluation, design, units],
  );
  return { kind: outcome?.kind ?? shown.kind, explainer };
}
