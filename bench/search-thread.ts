/** A searching worker as a thread of Node: the same servant as in the page's workers. */
import { parentPort } from 'node:worker_threads';
import type { SearchOrder } from '../src/engine/search-messages.js';
import { SearchServant } from '../src/engine/search-servant.js';

if (parentPort === null) throw new Error('This runs as a worker thread only.');
const port = parentPort;
const servant = new SearchServant({
  send: (answer, transfer) => port.postMessage(answer, transfer),
  nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
});
port.on('message', (order: SearchOrder) => servant.take(order));
