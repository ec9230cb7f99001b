import { useMemo, useRef } from 'react';
import type { StrategyInput } from '../../core/inputs/design.js';
import { workbench } from '../../state/workbench.js';

export interface ChangeOptions {
  readonly commit: boolean;
}

interface Replacing {
  readonly replace: (next: (from: StrategyInput) => StrategyInput, options: ChangeOptions) => void;
  readonly commit: () => void;
}

/**
 * Replaces the strategy step by step while something is dragged, each time from where the drag began: going back
 * with the pointer brings back what was there.
 */
export function useReplacing(): Replacing {
  const began = useRef<StrategyInput | null>(null);
  return useMemo(
    () => ({
      replace: (next, options) => {
        const state = workbench().getState();
        began.current ??= state.strategy.value;
        state.replacePart('strategy', next(began.current), options);
        if (options.commit) began.current = null;
      },
      commit: () => {
        began.current = null;
        workbench().getState().commit();
      },
    }),
    [],
  );
}
