import { startInlineSearchRunner } from '../../src/engine/search-inline-runner.js';
import type { SearchAnswer, SearchOrder, StartSearchRunner } from '../../src/engine/search-messages.js';

/** What a test does to one of the workers: the orders and answers that pass, and a way to end it. */
interface Spied {
  readonly orders: SearchOrder[];
  readonly answers: SearchAnswer[];
  terminated: boolean;
  die(): void;
}

/** Inline workers that are watched; `fate` is asked at each answer what becomes of it. */
export function spiedRunners(
  fate: (worker: number, answer: SearchAnswer) => 'pass' | 'die' | 'silence' = () => 'pass',
): {
  readonly start: StartSearchRunner;
  readonly workers: Spied[];
} {
  const workers: Spied[] = [];
  const start: StartSearchRunner = (onAnswer, onFailure) => {
    const index = workers.length;
    let dead = false;
    const runner = startInlineSearchRunner(
      (answer) => {
        if (dead) return;
        const what = fate(index, answer);
        spied.answers.push(answer);
        if (what === 'die') spied.die();
        else if (what === 'pass') onAnswer(answer);
      },
      () => undefined,
    );
    const spied: Spied = {
      orders: [],
      answers: [],
      terminated: false,
      die: () => {
        dead = true;
        runner.terminate();
        onFailure(new Error('worker killed'));
      },
    };
    workers.push(spied);
    return {
      send: (order) => {
        spied.orders.push(order);
        runner.send(order);
      },
      terminate: () => {
        spied.terminated = true;
        runner.terminate();
      },
    };
  };
  return { start, workers };
}
