import type { StartSearchRunner } from './search-messages.js';
import { SearchServant } from './search-servant.js';

/** A searching worker in this very thread, for tests: messages are copied and come later, as from a worker. */
export const startInlineSearchRunner: StartSearchRunner = (onAnswer) => {
  let ended = false;
  const later = (task: () => void): void => {
    setTimeout(() => {
      if (!ended) task();
    }, 0);
  };
  const servant = new SearchServant({
    send: (answer, transfer) => {
      const copy = structuredClone(answer, { transfer });
      later(() => onAnswer(copy));
    },
    nextTurn: () => new Promise((resolve) => setTimeout(resolve, 0)),
  });
  return {
    send: (order) => {
      const copy = structuredClone(order);
      later(() => servant.take(copy));
    },
    terminate: () => {
      ended = true;
    },
  };
};
