/** A searching worker as the page started it, and what passed between the two. */
export interface SpiedWorker {
  readonly worker: Worker;
  readonly orders: { readonly type: string; readonly at: number }[];
  readonly answers: { readonly type: string; readonly at: number }[];
}

/** Runs in the page before it starts: keeps its searching workers within reach. `killAt` ends the first at that answer. */
export function spyOnSearchWorkers(killAt: string | null): void {
  const spied: SpiedWorker[] = [];
  const Original = window.Worker;
  window.Worker = class extends Original {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (options?.name !== 'search') return;
      const spy: SpiedWorker = { worker: this, orders: [], answers: [] };
      const isVictim = spied.push(spy) === 1;
      this.addEventListener('message', (event: MessageEvent<{ type: string }>) => {
        const { type } = event.data;
        spy.answers.push({ type, at: performance.now() });
        if (!isVictim || type !== killAt) return;
        event.stopImmediatePropagation();
        this.terminate();
        this.dispatchEvent(new ErrorEvent('error', { message: 'killed' }));
      });
    }
    override postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions): void {
      const spy = spied.find(({ worker }) => worker === this);
      spy?.orders.push({ type: (message as { type: string }).type, at: performance.now() });
      super.postMessage(message, transfer as Transferable[]);
    }
  };
  Object.assign(window, { searchWorkers: spied });
}

/** Runs in the page: how many workers were started, and how long each took from its last `cancel` to its word that it stopped. */
export function cancelMilliseconds(): { readonly started: number; readonly took: readonly number[] } {
  const { searchWorkers } = window as unknown as { searchWorkers: readonly SpiedWorker[] };
  const took = searchWorkers.map(({ orders, answers }) => {
    const told = orders.findLast(({ type }) => type === 'cancel')?.at ?? Number.NaN;
    return (answers.findLast(({ type }) => type === 'cancelled')?.at ?? Number.NaN) - told;
  });
  return { started: searchWorkers.length, took };
}
