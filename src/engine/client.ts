import type { Design } from '../core/inputs/design.js';
import type { DesignReport } from '../core/report.js';
import { whenAwakeFor } from './awake-clock.js';
import { CancelledError, EngineFailedError, SupersededError } from './engine-errors.js';
import type { Runner, StartRunner } from './runner.js';

/** `restarting` after a breakdown, `failed` when that did not help; the next request then starts a runner afresh. */
export type EngineStatus = 'starting' | 'ready' | 'restarting' | 'failed' | 'stopped';

export interface RequestOptions {
  /** Requests of one kind replace each other: one is under way, the newest waits, older ones are superseded. */
  readonly kind?: string;
  readonly signal?: AbortSignal;
}

export interface Engine {
  /**
   * Everything the screen shows about a design.
   *
   * @throws SupersededError, CancelledError, EngineFailedError, or what the core threw.
   */
  report(design: Design, options?: RequestOptions): Promise<DesignReport>;
  /** Gets the core up to speed on a design; resolves in any case. */
  warmUp(design: Design): Promise<void>;
  readonly status: EngineStatus;
  /** Calls back on each change of status; returns what ends it. */
  onStatus(listener: (status: EngineStatus) => void): () => void;
  /** Ends the runner for good; whatever is under way is cancelled. */
  terminate(): void;
}

interface Request {
  readonly design: Design;
  readonly resolve: (report: DesignReport) => void;
  readonly reject: (error: Error) => void;
  /** Lets go of the caller's signal, which may outlive many requests. */
  readonly release: () => void;
  attempts: number;
  settled: boolean;
}

interface Lane {
  asking: Request | null;
  waiting: Request | null;
}

export interface EngineSettings {
  /** A report takes well under a millisecond; a runner this long without an answer is dead or stuck. */
  readonly timeoutMs?: number;
  /** The same before its first answer, when the runner has yet to be fetched. */
  readonly startTimeoutMs?: number;
}

/**
 * The client of a running core, which `startRunner` starts: a worker in the page, the core itself in tests. When the
 * runner breaks down or goes quiet, another is started and what was under way is asked once more. The first is started
 * at once, so that it is there by the time that something is asked.
 */
export function createEngine(startRunner: StartRunner, settings: EngineSettings = {}): Engine {
  const { timeoutMs = 5000, startTimeoutMs = 30_000 } = settings;
  const lanes = new Map<string, Lane>();
  const listeners = new Set<(status: EngineStatus) => void>();
  let status: EngineStatus = 'starting';
  let runner: Runner | null = null;
  let answers = false;

  const become = (next: EngineStatus): void => {
    if (next === status) return;
    status = next;
    for (const listener of listeners) listener(next);
  };
  const isReady = (): void => {
    answers = true;
    if (status !== 'stopped') become('ready');
  };
  const stopRunner = (): void => {
    const old = runner;
    runner = null;
    old?.terminate();
  };
  const start = (): Runner => {
    let started: Runner | null = null;
    // a late failure of a runner already replaced is no news
    started = startRunner((error) => {
      if (started !== null && started === runner) breakDown(error);
    });
    runner = started;
    answers = false;
    if (status === 'failed') become('restarting');
    started.ping().then(
      () => {
        if (started === runner) isReady();
      },
      () => undefined,
    );
    return started;
  };

  const startIdle = (): void => {
    try {
      start();
    } catch {
      become('failed');
    }
  };
  const breakDown = (error: Error): void => {
    stopRunner();
    const wasReady = answers;
    const asking = [...lanes.values()].flatMap((lane) => (lane.asking && !lane.asking.settled ? [lane.asking] : []));
    const lost = asking.filter((request) => request.attempts >= 2);
    // one that breaks down before it ever answered would do so again and again: wait for a request
    const givesUp = asking.length > 0 ? lost.length === asking.length : !wasReady;
    become(givesUp ? 'failed' : 'restarting');
    for (const request of lost) finish(request, () => request.reject(new EngineFailedError(error)));
    for (const lane of lanes.values()) {
      if (lane.asking && !lane.asking.settled) ask(lane, lane.asking);
      else next(lane);
    }
    if (!runner && !givesUp) startIdle();
  };

  const finish = (request: Request, settle: () => void): void => {
    if (request.settled) return;
    request.settled = true;
    request.release();
    settle();
  };
  const next = (lane: Lane): void => {
    // one cancelled while it waited is not asked
    lane.asking = lane.waiting?.settled ? null : lane.waiting;
    lane.waiting = null;
    if (lane.asking) ask(lane, lane.asking);
  };
  const ask = (lane: Lane, request: Request): void => {
    request.attempts += 1;
    let asked: Runner;
    try {
      asked = runner ?? start();
    } catch (error) {
      finish(request, () => request.reject(asError(error)));
      become('failed');
      next(lane);
      return;
    }
    const attempt = request.attempts;
    const isOver = (): boolean => lane.asking !== request || request.attempts !== attempt;
    const patience = answers ? timeoutMs : startTimeoutMs;
    const stopWaiting = whenAwakeFor(patience, () => {
      if (!isOver()) breakDown(new Error(`no answer for ${patience / 1000} s`));
    });
    const answered = (settle: () => void): void => {
      stopWaiting();
      if (isOver()) return;
      isReady();
      finish(request, settle);
      next(lane);
    };
    asked.report(request.design).then(
      (report) => answered(() => request.resolve(report)),
      (error: unknown) => answered(() => request.reject(asError(error))),
    );
  };

  startIdle();
  return {
    report: (design, { kind = 'report', signal } = {}) =>
      new Promise<DesignReport>((resolve, reject) => {
        if (status === 'stopped' || signal?.aborted) return reject(new CancelledError());
        const onAbort = (): void => finish(request, () => reject(new CancelledError()));
        const release = (): void => signal?.removeEventListener('abort', onAbort);
        const request: Request = { design, resolve, reject, release, attempts: 0, settled: false };
        const lane = lanes.get(kind) ?? { asking: null, waiting: null };
        lanes.set(kind, lane);
        signal?.addEventListener('abort', onAbort);
        const replaced = lane.waiting;
        if (replaced) finish(replaced, () => replaced.reject(new SupersededError()));
        lane.waiting = request;
        if (!lane.asking) next(lane);
      }),
    warmUp: async (design) => {
      try {
        await (runner ?? start()).warmUp(design);
      } catch {
        // slow at first is all that is lost; a real breakdown shows with the first request
      }
    },
    get status() {
      return status;
    },
    onStatus: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    terminate: () => {
      become('stopped');
      stopRunner();
      for (const lane of lanes.values()) {
        for (const request of [lane.asking, lane.waiting])
          if (request) finish(request, () => request.reject(new CancelledError()));
        lane.asking = null;
      }
      lanes.clear();
      listeners.clear();
    },
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
