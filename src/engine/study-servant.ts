import { BlockStores } from '../core/search/block-store.js';
import { askInSteps } from '../core/studies/ask.js';
import type { Finding, StudyQuestion } from '../core/studies/question.js';
import { failureText } from './engine-errors.js';
import type { SearchOrder } from './search-messages.js';
import { TURN_MS, type ServantHost } from './servant-host.js';

/** Answers wait so long for others to go with, unless there is nothing more to do. */
const TOGETHER_MS = 30;
const ALIVE_MS = 250;

type Asked = readonly [index: number, question: StudyQuestion];

/** The worker's side of a study: answers the questions it is given, in their order. */
export class StudyServant {
  private search: number | null = null;
  private queue: Asked[] = [];
  private found: (readonly [number, Finding])[] = [];
  private running = false;
  private turnAt = 0;
  private saidAt = 0;
  /** When the work began that no answer has told of yet. */
  private workedFrom = 0;
  private readonly blocks = new BlockStores();

  constructor(private readonly host: ServantHost) {}

  ask({ search, questions }: Extract<SearchOrder, { type: 'ask' }>): void {
    if (this.search !== search) {
      this.drop();
      this.search = search;
    }
    this.queue.push(...questions);
    if (!this.running) void this.run();
  }

  cancel(search: number): void {
    if (this.search === search) this.drop();
  }

  private drop(): void {
    this.search = null;
    this.queue = [];
    this.found = [];
    this.workedFrom = performance.now();
  }

  private async run(): Promise<void> {
    this.running = true;
    this.turnAt = this.saidAt = this.workedFrom = performance.now();
    for (let asked = this.queue.shift(); asked !== undefined; asked = this.queue.shift()) {
      const { search } = this;
      try {
        await this.answer(asked, search);
      } catch (error) {
        if (this.search !== search || search === null) continue;
        this.drop();
        this.host.send({ type: 'failed', search, message: failureText(error) }, []);
      }
    }
    this.running = false;
  }

  private async answer([index, question]: Asked, search: number | null): Promise<void> {
    const steps = askInSteps(question, this.blocks);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) this.found.push([index, step.value]);
      const now = performance.now();
      const isAllDone = step.done === true && this.queue.length === 0;
      if (this.found.length > 0 ? isAllDone || now - this.saidAt >= TOGETHER_MS : now - this.saidAt >= ALIVE_MS)
        this.say(now);
      if (now - this.turnAt >= TURN_MS) {
        await this.host.nextTurn();
        this.turnAt = performance.now();
        if (this.search !== search) return;
      }
      if (step.done === true) return;
    }
  }

  private say(now: number): void {
    const { search, found } = this;
    if (search === null) return;
    this.saidAt = now;
    if (found.length === 0) return this.host.send({ type: 'alive', search }, []);
    this.found = [];
    this.host.send({ type: 'found', search, findings: found, seconds: (now - this.workedFrom) / 1000 }, []);
    this.workedFrom = now;
  }
}
