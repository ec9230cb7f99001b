import { evaluateDesign } from '../../core/evaluate.js';
import type { Evaluation, Outcome } from '../../core/evaluation.js';
import type { Design } from '../../core/inputs/design.js';
import type { OtherDesign } from '../../state/how.js';
import type { NamedDesign } from '../../state/workbench.js';

/** One of the designs side by side. */
export interface Entry {
  /** "A" for the first. */
  readonly letter: string;
  readonly name: string;
  readonly design: Design;
  /** For explanations of its numbers; null for the current design, which they follow. */
  readonly other: OtherDesign | null;
  readonly kind: Outcome['kind'];
  /** Null when the design is invalid. */
  readonly evaluation: Evaluation | null;
}

/** One that is valid. */
export type EntryWithNumbers = Entry & { readonly evaluation: Evaluation };

/** The pinned designs in the order they were pinned, and the current one after them. */
export function entriesOf(compared: readonly NamedDesign[], current: Design): readonly Entry[] {
  return [...compared, { name: 'Current design', design: current }].map(({ name, design }, index) => {
    const outcome = evaluateDesign(design);
    const letter = String.fromCharCode(65 + index);
    return {
      letter,
      name,
      design,
      other: index === compared.length ? null : { name: `${letter} · ${name}`, design },
      kind: outcome.kind,
      evaluation: outcome.kind === 'invalid' ? null : outcome.evaluation,
    };
  });
}

/** "A · Base (infeasible)". */
export const entryTitle = ({ letter, name, kind }: Entry): string =>
  `${letter} · ${name}${kind === 'feasible' ? '' : ` (${kind})`}`;
