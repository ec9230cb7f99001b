import { useEffect, useState } from 'react';
import type { Outcome } from '../../core/evaluation.js';
import { byteUnits } from '../../core/quantities/byte-units.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { quantity } from '../../core/quantities/registry.js';
import { reasonWords } from '../../core/strategy/reason-words.js';
import type { DesignReport } from '../../core/report.js';
import { useByteUnits } from '../../state/byte-units.js';
import type { ShownKind } from '../../state/shown.js';

/** A drag changes the figures at every frame; a screen reader hears them once they rest. */
const REST_MS = 1200;

const SPOKEN = ['total-time', 'sample-rate', 'mfu', 'tier1-memory'] as const;

/** The first reason in its words, and how many more there are; the list of limits has them all. */
function reasonsText({ reasons }: Exclude<Outcome, { kind: 'feasible' }>): string {
  const [first] = reasons;
  if (first === undefined) return '';
  const more = reasons.length - 1;
  return ` ${reasonWords(first).message}${more > 0 ? ` And ${more} more.` : ''}`;
}

function summary({ outcome }: DesignReport): string {
  if (outcome.kind === 'invalid') return `Invalid: this design has no numbers.${reasonsText(outcome)}`;
  const figures = SPOKEN.map((id) => {
    const { label, unit, value } = quantity(id);
    return `${label} ${formatQuantity(value(outcome.evaluation), unit)}`;
  });
  const text = `${figures.join(', ')}.`;
  return outcome.kind === 'infeasible' ? `Infeasible: ${text}${reasonsText(outcome)}` : text;
}

/** What the first figure of the view finds, where the view is of the current design. */
function finding(): string {
  const title = document.querySelector('#view [data-follows-design] figure h3')?.textContent ?? '';
  return title === '' ? '' : ` ${title}.`;
}

/** The headline, and what the view finds, for a screen reader: politely, once the figures have come to rest. */
export function SpokenSummary({ kind, report }: { readonly kind: ShownKind; readonly report: DesignReport | null }) {
  const units = useByteUnits((state) => state.units);
  const [said, setSaid] = useState({ text: '', units });
  useEffect(() => {
    if (report === null) return undefined;
    const say = (): void =>
      setSaid({ text: `${summary(report)}${kind === 'invalid' ? '' : finding()}`, units: byteUnits() });
    const timer = setTimeout(say, REST_MS);
    return () => clearTimeout(timer);
  }, [kind, report]);
  // In other units it is not said again, but neither is what was said left to be read.
  const text = said.units === units ? said.text : '';
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  );
}
