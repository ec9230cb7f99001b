import { useEffect, useRef, useState } from 'react';
import type { Evaluation } from '../../core/evaluation.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { quantity } from '../../core/quantities/registry.js';
import type { ShownKind } from '../../state/shown.js';

/** A drag changes the figures at every frame; a screen reader hears them once they rest. */
const REST_MS = 1200;

const SPOKEN = ['total-time', 'sample-rate', 'mfu', 'tier1-memory'] as const;

function summary(kind: ShownKind, evaluation: Evaluation | null): string {
  if (kind === 'loading') return '';
  if (evaluation === null) return 'Invalid: this design has no numbers.';
  const figures = SPOKEN.map((id) => {
    const { label, unit, value } = quantity(id);
    return `${label} ${formatQuantity(value(evaluation), unit)}`;
  });
  return `${kind === 'infeasible' ? 'Infeasible: ' : ''}${figures.join(', ')}.`;
}

/** The headline for a screen reader, politely and not more often than the figures come to rest. */
export function SpokenSummary({
  kind,
  evaluation,
}: {
  readonly kind: ShownKind;
  readonly evaluation: Evaluation | null;
}) {
  const [text, setText] = useState('');
  const latest = useRef({ kind, evaluation });
  useEffect(() => {
    latest.current = { kind, evaluation };
    const timer = setTimeout(() => setText(summary(latest.current.kind, latest.current.evaluation)), REST_MS);
    return () => clearTimeout(timer);
  }, [kind, evaluation]);
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  );
}
