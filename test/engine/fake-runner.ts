import type { Design } from '../../src/core/inputs/design.js';
import type { DesignReport } from '../../src/core/report.js';
import type { Runner, StartRunner } from '../../src/engine/runner.js';

/** A design told apart by its number of blocks; the engine never looks inside. */
export const design = (blocks: number): Design => ({ model: { num_blocks: blocks } }) as unknown as Design;
const report = (of: Design): DesignReport => ({ parameters: of.model.num_blocks }) as unknown as DesignReport;

interface Question {
  readonly design: Design;
  answer(): void;
  refuse(error: Error): void;
}

/** A runner that answers when, and how, the test says. */
export class FakeRunner implements Runner {
  readonly asked: Question[] = [];
  terminated = false;
  pong: () => void = () => undefined;

  constructor(readonly fail: (error: Error) => void) {}

  report(of: Design): Promise<DesignReport> {
    return new Promise((resolve, reject) => {
      this.asked.push({ design: of, answer: () => resolve(report(of)), refuse: reject });
    });
  }
  ping(): Promise<void> {
    return new Promise((resolve) => {
      this.pong = resolve;
    });
  }
  warmUp(): Promise<void> {
    return Promise.resolve();
  }
  terminate(): void {
    this.terminated = true;
  }
  /** The number of blocks of each design it was asked about. */
  get questions(): number[] {
    return this.asked.map((question) => question.design.model.num_blocks);
  }
  /** Answers the newest question. */
  answer(): void {
    this.asked.at(-1)?.answer();
  }
}

/** Starts fake runners and keeps them, in order. */
export function fakeRunners(): {
  readonly start: StartRunner;
  readonly runners: FakeRunner[];
  readonly at: (index: number) => FakeRunner;
} {
  const runners: FakeRunner[] = [];
  return {
    runners,
    start: (onFailure) => {
      const runner = new FakeRunner(onFailure);
      runners.push(runner);
      return runner;
    },
    at: (index) => {
      const runner = runners[index];
      if (!runner) throw new Error(`runner ${index} was not started`);
      return runner;
    },
  };
}
