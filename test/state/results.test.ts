import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Design } from '../../src/core/inputs/design.js';
import type { DesignReport } from '../../src/core/report.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import {
  connectResults,
  NO_RESULTS,
  useResults,
  type EngineStatus,
  type ResultsEngine,
} from '../../src/state/results.js';
import type { WorkbenchStore } from '../../src/state/workbench.js';
import { PRESETS } from './preset-files.js';

interface Question {
  readonly hidden: number;
  readonly kind: string | undefined;
  answer(): void;
  fail(error: Error): void;
}

class SlowEngine implements ResultsEngine {
  status: EngineStatus = 'starting';
  become: (status: EngineStatus) => void = () => undefined;
  onStatus(listener: (status: EngineStatus) => void): () => void {
    this.become = listener;
    return () => {
      this.become = () => undefined;
    };
  }
  readonly questions: Question[] = [];
  report(design: Design, options?: { readonly kind?: string }): Promise<DesignReport> {
    const { hidden } = design.model;
    return new Promise((resolve, reject) => {
      const report = { parameters: hidden } as unknown as DesignReport;
      this.questions.push({ hidden, kind: options?.kind, answer: () => resolve(report), fail: reject });
    });
  }
  get asked(): number[] {
    return this.questions.map((question) => question.hidden);
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const shown = () => [useResults.getState().report?.parameters, useResults.getState().design?.model.hidden];

describe('the results', () => {
  let store: WorkbenchStore;
  let engine: SlowEngine;
  let stop: () => void;
  const edit = (hidden: number): void => store.getState().edit('model', { hidden });

  beforeEach(() => {
    useResults.setState(NO_RESULTS, true);
    store = createWorkbench(openingState(PRESETS), PRESETS);
    engine = new SlowEngine();
    stop = connectResults(store, engine);
  });
  afterEach(() => stop());

  it('are loading until the first answer', async () => {
    expect(useResults.getState().status).toBe('loading');
    engine.questions[0]?.answer();
    await turn();
    expect([useResults.getState().status, ...shown()]).toEqual(['ready', 12288, 12288]);
  });

  it('say how the engine runs, and ask about the same design again when told', async () => {
    expect(useResults.getState().engine).toBe('starting');
    engine.become('failed');
    expect(useResults.getState().engine).toBe('failed');
    useResults.getState().retry();
    // it is being asked already
    expect(engine.asked).toEqual([12288]);
    engine.questions[0]?.fail(new Error('the worker is gone'));
    await turn();
    expect(useResults.getState().status).toBe('error');
    useResults.getState().retry();
    expect(engine.asked).toEqual([12288, 12288]);
    engine.questions[1]?.answer();
    await turn();
    expect([useResults.getState().status, useResults.getState().error]).toEqual(['ready', null]);
    stop();
    engine.become('restarting');
    expect(useResults.getState().engine).toBe('failed');
  });

  it('ask one at a time, then the newest, and show each answer with its design', async () => {
    [1, 2, 3].forEach(edit);
    expect(engine.asked).toEqual([12288]);
    engine.questions[0]?.answer();
    await turn();
    expect(shown()).toEqual([12288, 12288]);
    expect(engine.asked).toEqual([12288, 3]);
    engine.questions[1]?.answer();
    await turn();
    expect(shown()).toEqual([3, 3]);
    edit(4);
    expect(engine.asked).toEqual([12288, 3, 4]);
  });

  it('ask nothing when no input changed', async () => {
    engine.questions[0]?.answer();
    await turn();
    store.getState().setView({ tab: 'layers' });
    store.getState().commit();
    expect(engine.asked).toEqual([12288]);
  });

  it('keep the last answer beside an error, and recover', async () => {
    engine.questions[0]?.answer();
    await turn();
    edit(5);
    engine.questions[1]?.fail(new Error('It stopped.'));
    await turn();
    expect(useResults.getState()).toMatchObject({ status: 'error', error: 'It stopped.' });
    expect(shown()).toEqual([12288, 12288]);
    edit(6);
    engine.questions[2]?.answer();
    await turn();
    expect(useResults.getState()).toMatchObject({ status: 'ready', error: null });
  });

  it('do not show the error of a design that is no longer wanted', async () => {
    edit(5);
    engine.questions[0]?.fail(new Error('It stopped.'));
    await turn();
    expect(useResults.getState().status).toBe('loading');
    expect(engine.asked).toEqual([12288, 5]);
  });

  it('have those of the baseline too', async () => {
    store.getState().setBaseline();
    edit(7);
    expect(engine.questions.at(-1)).toMatchObject({ hidden: 12288, kind: 'baseline' });
    engine.questions.at(-1)?.answer();
    await turn();
    expect(useResults.getState().baselineReport?.parameters).toBe(12288);
    store.getState().dropBaseline();
    expect(useResults.getState().baselineReport).toBeNull();
  });

  it('stop when told', async () => {
    const seen = vi.fn();
    stop();
    useResults.subscribe(seen);
    edit(8);
    engine.questions[0]?.answer();
    await turn();
    expect(engine.asked).toEqual([12288]);
    expect(seen).not.toHaveBeenCalled();
  });
});
