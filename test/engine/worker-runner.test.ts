import * as Comlink from 'comlink';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reportDesign } from '../../src/core/report.js';
import { createEngine } from '../../src/engine/client.js';
import { coreApi } from '../../src/engine/core-api.js';
import { startWorkerRunner } from '../../src/engine/worker-runner.js';
import { openingState } from '../../src/share/opening-state.js';
import { PRESETS } from '../state/preset-files.js';

/** A worker as the page sees it: the core behind a real message channel, so that everything is cloned on its way. */
class ChannelWorker extends EventTarget {
  static readonly started: ChannelWorker[] = [];
  private readonly channel = new MessageChannel();
  terminated = false;

  constructor() {
    super();
    ChannelWorker.started.push(this);
    Comlink.expose(coreApi, this.channel.port2 as unknown as Comlink.Endpoint);
    this.channel.port1.addEventListener('message', (event: MessageEvent) => {
      this.dispatchEvent(new MessageEvent('message', { data: event.data as unknown }));
    });
    this.channel.port1.start();
  }
  postMessage(message: unknown): void {
    if (!this.terminated) this.channel.port1.postMessage(message);
  }
  terminate(): void {
    this.terminated = true;
    this.channel.port1.close();
  }
}

const { model, system, strategy } = openingState(PRESETS);
const opening = { model: model.value, system: system.value, strategy: strategy.value };

describe('the core in a worker', () => {
  beforeEach(() => {
    ChannelWorker.started.length = 0;
    vi.stubGlobal('Worker', ChannelWorker);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('answers as the core itself does, every report plain data', async () => {
    const engine = createEngine(startWorkerRunner);
    await engine.warmUp(opening);
    expect(await engine.report(opening)).toEqual(reportDesign(opening));
    expect(engine.status).toBe('ready');
    engine.terminate();
    expect(ChannelWorker.started.map((worker) => worker.terminated)).toEqual([true]);
  });

  it('is started again when the browser reports an error', async () => {
    const engine = createEngine(startWorkerRunner);
    const report = engine.report(opening);
    ChannelWorker.started[0]?.dispatchEvent(new Event('error'));
    expect((await report).parameters).toBeGreaterThan(0);
    expect(ChannelWorker.started.map((worker) => worker.terminated)).toEqual([true, false]);
    engine.terminate();
  });

  it('is started again when it was killed without a word', async () => {
    const engine = createEngine(startWorkerRunner, { timeoutMs: 50 });
    await engine.report(opening);
    ChannelWorker.started[0]?.terminate();
    expect((await engine.report(opening)).parameters).toBeGreaterThan(0);
    expect(ChannelWorker.started).toHaveLength(2);
    engine.terminate();
  });
});
