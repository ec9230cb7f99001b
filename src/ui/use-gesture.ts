import { useEffect, useState } from 'react';

/** One continuous change (a drag, a held key, a turn of the wheel) that ends in one commit. */
export interface Gesture {
  /** The pointer went down on the control. */
  readonly begin: (shift: boolean) => void;
  readonly dragging: () => boolean;
  readonly shiftHeld: () => boolean;
  /** Makes a change that a later `end` commits. */
  readonly during: (change: () => void) => void;
  /** Commits what changed, if anything did; not while the pointer is still down. */
  readonly end: () => void;
  /** Ends after a pause: a wheel has no release. */
  readonly endSoon: () => void;
  /** What a commit does, from now on. */
  readonly commitWith: (commit: () => void) => void;
  /** The pointer is up, or the control goes. */
  readonly release: () => void;
}

const PAUSE_MS = 400;

function createGesture(): Gesture {
  let commit = (): void => undefined;
  let isDragging = false;
  let shift = false;
  let changed = false;
  let timer = 0;
  const finish = (): void => {
    window.clearTimeout(timer);
    if (!changed) return;
    changed = false;
    commit();
  };
  const follow = (event: PointerEvent): void => {
    shift = event.shiftKey;
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Shift') shift = event.type === 'keydown';
  };
  // The release may happen anywhere: a range input lets the pointer leave it.
  const release = (): void => {
    isDragging = false;
    window.removeEventListener('pointermove', follow, true);
    window.removeEventListener('keydown', key, true);
    window.removeEventListener('keyup', key, true);
    window.removeEventListener('pointerup', release, true);
    window.removeEventListener('pointercancel', release, true);
    finish();
  };
  return {
    begin: (withShift) => {
      finish();
      isDragging = true;
      shift = withShift;
      window.addEventListener('pointermove', follow, true);
      window.addEventListener('keydown', key, true);
      window.addEventListener('keyup', key, true);
      window.addEventListener('pointerup', release, true);
      window.addEventListener('pointercancel', release, true);
    },
    dragging: () => isDragging,
    shiftHeld: () => isDragging && shift,
    during: (change) => {
      changed = true;
      change();
    },
    end: () => {
      if (!isDragging) finish();
    },
    endSoon: () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(finish, PAUSE_MS);
    },
    commitWith: (next) => {
      commit = next;
    },
    release,
  };
}

/** The gesture of one control; `onCommit` may change between renders, the gesture does not. */
export function useGesture(onCommit: () => void): Gesture {
  const [gesture] = useState(createGesture);
  useEffect(() => gesture.commitWith(onCommit), [gesture, onCommit]);
  useEffect(() => gesture.release, [gesture]);
  return gesture;
}
