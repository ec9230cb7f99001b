import { useMemo } from 'react';
import { explainerOf, type Explainer } from '../../core/quantities/formula/explain.js';
import { useResults } from '../../state/results.js';
import { useShown, type ShownKind } from '../../state/shown.js';

interface Explained {
  readonly kind: ShownKind;
  /** null without numbers. */
  readonly explainer: Explainer | null;
}

/** How the numbers on the screen are computed; follows the design. */
export function useExplainer(): Explained {
  const { kind, evaluation } = useShown();
  const design = useResults((state) => state.design);
  const explainer = useMemo(
    () => (evaluation === null || design === null ? null : explainerOf(design, evaluation)),
    [evaluation, design],
  );
  return { kind, explainer };
}
