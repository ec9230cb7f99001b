import { create } from 'zustand';
import { errorText } from '../core/error-text.js';
import type { Design } from '../core/inputs/design.js';
import type { DesignReport } from '../core/report.js';
import { selectDesign, type WorkbenchState, type WorkbenchStore } from './workbench.js';

/** What follows from the inputs. While a new answer is under way the last one stays, so that nothing jumps. */
export interface Results {
  readonly status: 'loading' | 'ready' | 'error';
  /** What happened and what to do, when status is error. */
  readonly error: string | null;
  readonly report: DesignReport | null;
  /** The design that `report` is for; behind the workbench by an answer at most. */
  readonly design: Design | null;
  readonly baselineReport: DesignReport | null;
  /** How the model runs; `failed` until something is asked again. */
  readonly engine: EngineStatus;
  /** Asks about the design as it is once more. */
  readonly retry: () => void;
}

/** As src/engine/client.ts has it. */
export type EngineStatus = 'starting' | 'ready' | 'restarting' | 'failed' | 'stopped';

/** All that results need of an engine; src/engine/client.ts has one. Requests of different kinds never replace each other. */
export interface ReportEngine {
  report(design: Design, options?: { readonly kind?: string }): Promise<DesignReport>;
}

/** An engine that also says how it runs. */
export interface ResultsEngine extends ReportEngine {
  readonly status: EngineStatus;
  onStatus(listener: (status: EngineStatus) => void): () => void;
}

export const NO_RESULTS: Results = {
  status: 'loading',
  error: null,
  report: null,
  design: null,
  baselineReport: null,
  engine: 'starting',
  retry: () => undefined,
};

/** Reads the results in a component; tests put theirs in with `useResults.setState`. */
export const useResults = create<Results>()(() => NO_RESULTS);

/**
 * Keeps the results those of the workbench: asks the engine whenever the design or the baseline changes, with one
 * question of each under way at most and only the newest waiting. Returns what stops it.
 */
export function connectResults(workbench: WorkbenchStore, engine: ResultsEngine): () => void {
  const current = follow(
    (design) => engine.report(design),
    (design, report) => useResults.setState({ status: 'ready', error: null, report, design }),
    (error) => useResults.setState({ status: 'error', error }),
  );
  const baseline = follow(
    (design) => engine.report(design, { kind: 'baseline' }),
    (_, baselineReport) => useResults.setState({ baselineReport }),
    () => useResults.setState({ baselineReport: null }),
  );
  let baselineDesign: Design | null = null;
  const update = (state: WorkbenchState): void => {
    current.ask(selectDesign(state));
    const design = state.baseline?.design ?? null;
    if (design === baselineDesign) return;
    baselineDesign = design;
    useResults.setState({ baselineReport: null });
    baseline.ask(design);
  };
  const retry = (): void => {
    for (const asked of [current, baseline]) asked.again();
  };
  useResults.setState({ engine: engine.status, retry });
  const endStatus = engine.onStatus((status) => useResults.setState({ engine: status }));
  update(workbench.getState());
  const unsubscribe = workbench.subscribe(update);
  return () => {
    unsubscribe();
    endStatus();
    current.ask(null);
    baseline.ask(null);
  };
}

/** Asks one question at a time; of those that come meanwhile only the newest is asked next. null asks nothing more. */
function follow(
  answer: (design: Design) => Promise<DesignReport>,
  onReport: (design: Design, report: DesignReport) => void,
  onError: (message: string) => void,
): { ask: (design: Design | null) => void; again: () => void } {
  let wanted: Design | null = null;
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    for (let asked: Design | null = null; wanted !== null && wanted !== asked;) {
      const design: Design = wanted;
      asked = design;
      try {
        const report = await answer(design);
        // an answer that was overtaken is still newer than what is on the screen; one nobody waits for is not shown
        if (wanted !== null) onReport(design, report);
      } catch (error) {
        if (wanted === design) onError(errorText(error));
      }
    }
    running = false;
  };
  return {
    ask: (design) => {
      if (design === wanted) return;
      wanted = design;
      if (!running && design) void run();
    },
    again: () => {
      if (!running && wanted) void run();
    },
  };
}
