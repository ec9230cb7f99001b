import type { SearchAnswer, SearchOrder } from './search-messages.js';
import { SearchServant } from './search-servant.js';

// A timer would wait at least 4 ms each turn; a message to oneself comes after those that wait, and at once.
const { port1, port2 } = new MessageChannel();

const servant = new SearchServant({
  send: (answer: SearchAnswer, transfer) => self.postMessage(answer, { transfer }),
  nextTurn: () =>
    new Promise((resolve) => {
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    }),
});

self.addEventListener('message', (event: MessageEvent<SearchOrder>) => servant.take(event.data));
