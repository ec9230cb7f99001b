import { useState } from 'react';
import { byteUnits, type ByteUnits } from '../core/quantities/byte-units.js';

interface Typed<V> {
  readonly text: string;
  /** The value it was begun, or refused, at. */
  readonly from: V;
  readonly refused: string | null;
  /** In which units memory was written when it was typed: in others it would be another amount. */
  readonly units: ByteUnits;
}

/** What stands in a text box while it has the focus, beside the value that it edits. */
export interface Draft {
  /** null while nobody is in the box. */
  readonly text: string | null;
  /** Something else was typed than the value reads: text of its own, to be undone before anything else is. */
  readonly edited: boolean;
  /** Why what was typed was refused. */
  readonly problem: string | null;
  readonly begin: () => void;
  readonly type: (text: string) => void;
  readonly refuse: (message: string) => void;
  readonly end: () => void;
}

/**
 * The text of a box that edits `value`. A text that nobody touched follows the value when that changes from outside
 * (undo, a preset, Back), so that leaving the box never brings the old one back; a refused text gives way to it; one
 * that is being typed stays. None outlives the units that memory was written in.
 */
export function useDraft<V>(value: V, textOf: (value: V) => string): Draft {
  const [typed, setTyped] = useState<Typed<V> | null>(null);
  const units = byteUnits();
  const isPast = typed !== null && (typed.units !== units || (typed.refused !== null && typed.from !== value));
  const live = isPast ? null : typed;
  const touched = live !== null && live.text !== textOf(live.from);
  return {
    text: live === null ? null : touched ? live.text : textOf(value),
    edited: touched && live.text !== textOf(value),
    problem: live?.refused ?? null,
    begin: () => setTyped({ text: textOf(value), from: value, refused: null, units }),
    type: (text) => setTyped({ text, from: live?.from ?? value, refused: null, units }),
    refuse: (refused) => setTyped(live === null ? null : { text: live.text, from: value, refused, units }),
    end: () => setTyped(null),
  };
}
