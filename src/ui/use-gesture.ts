import { useEffect, useMemo, useRef } from 'react';

/** One continuous change (a drag, a held key, a turn of the wheel) that ends in one commit. */
export interface Gesture {
  /** The pointer went down on the control. */
  begin(shift: boolean): void;
  dragging(): boolean;
  shiftHeld(): boolean;
  /** Makes a change that a later `end` commits. */
  during(change: () => void): void;
  /** Commits what changed, if anything did. */
  end(): void;
  /** Ends after a pause: a wheel has no release. */
  endSoon(): void;
}

const PAUSE_MS = 400;

export function useGesture(onCommit: () => void): Gesture {
  const commitRef = useRef(onCommit);
  useEffect(() => {
    commitRef.current = onCommit;
  });
  const gesture = useMemo(() => {
    let dragging = false;
    let shift = false;
    let changed = false;
    let timer = 0;
    const end = (): void => {
      window.clearTimeout(timer);
      if (changed) {
        changed = false;
        commitRef.current();
      }
    };
    const follow = (event: PointerEvent): void => {
      shift = event.shiftKey;
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Shift') shift = event.type === 'keydown';
    };
    // The release may happen anywhere: a range input lets the pointer leave it.
    const release = (): void => {
      dragging = false;
      window.removeEventListener('pointermove', follow, true);
      window.removeEventListener('keydown', key, true);
      window.removeEventListener('keyup', key, true);
      window.removeEventListener('pointerup', release, true);
      window.removeEventListener('pointercancel', release, true);
      end();
    };
    return {
      begin(withShift: boolean) {
        end();
        dragging = true;
        shift = withShift;
        window.addEventListener('pointermove', follow, true);
        window.addEventListener('keydown', key, true);
        window.addEventListener('keyup', key, true);
        window.addEventListener('pointerup', release, true);
        window.addEventListener('pointercancel', release, true);
      },
      dragging: () => dragging,
      shiftHeld: () => dragging && shift,
      during(change: () => void) {
        changed = true;
        change();
      },
      end: () => {
        if (!dragging) end();
      },
      endSoon() {
        window.clearTimeout(timer);
        timer = window.setTimeout(end, PAUSE_MS);
      },
      release,
    };
  }, []);
  useEffect(() => gesture.release, [gesture]);
  return gesture;
}
