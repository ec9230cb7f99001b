/** What passes between a page and its searching workers, and when. */

/** @typedef {{ type: string, at: number, worker: number }} Message */

/** Runs in the page before it starts: notes what passes between the page and its searching workers, and when. */
export function spyOnSearchWorkers() {
  /** @type {Message[]} */
  const orders = [];
  /** @type {Message[]} */
  const answers = [];
  let started = 0;
  const Original = window.Worker;
  window.Worker = class extends Original {
    worker = started++;
    search = false;
    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      this.search = options?.name === 'search';
      if (!this.search) return;
      this.addEventListener('message', (/** @type {MessageEvent<{ type: string }>} */ { data }) => {
        answers.push({ type: data.type, at: performance.now(), worker: this.worker });
      });
    }
    /** @override @param {unknown} message @param {any} [transfer] */
    postMessage(message, transfer) {
      const { type } = /** @type {{ type: string }} */ (message);
      if (this.search) orders.push({ type, at: performance.now(), worker: this.worker });
      super.postMessage(message, /** @type {Transferable[]} */ (transfer));
    }
  };
  Object.assign(window, { orders, answers });
}

/** Runs in the page: hands over what was noted since the last time. */
export function takeNotes() {
  const { orders, answers } = /** @type {{ orders: Message[], answers: Message[] }} */ (
    /** @type {unknown} */ (window)
  );
  return { orders: orders.splice(0), answers: answers.splice(0) };
}
