import type { Finding, StudyQuestion } from '../core/studies/question.js';
import {
  studyInputs,
  type AnyStudy,
  type StudyInputs,
  type StudyPoint,
  type StudyProblem,
  type StudyReport,
} from '../core/studies/study.js';
import { same } from '../share/same.js';
import { changesOfStudy } from '../share/study-choice.js';
import type { FindingCache } from './finding-cache.js';
import { watchedWorld, type WatchedWorld } from './study-world.js';
import type { WorkbenchState } from './workbench.js';

/** Follow-up questions raise others so often at most; a study that never ended would keep the workers for good. */
const MOST_ROUNDS = 100;

export interface Asking {
  readonly key: string;
  readonly question: StudyQuestion;
}

/** One study with one set of inputs: its questions, and what is known of their answers. */
export class StudySubject {
  readonly inputs: StudyInputs;
  readonly problems: readonly StudyProblem[];
  readonly points = new Map<string, StudyPoint>();
  readonly findings = new Map<string, Finding>();
  /** Over the questions answered, each once. */
  evaluated = 0;
  feasible = 0;
  /** Every question is answered and there are no more. */
  private complete = false;
  private readonly watched: WatchedWorld;
  /** The points of each question that has no answer yet. */
  private readonly waiting = new Map<string, StudyPoint[]>();
  private readonly answered = new Set<string>();
  private rounds = 0;

  constructor(
    readonly study: AnyStudy,
    state: WorkbenchState,
    private readonly cache: FindingCache,
  ) {
    this.inputs = studyInputs(study, changesOfStudy(state.study, study.id));
    this.watched = watchedWorld(state, state.presets);
    this.problems = study.problems(this.inputs, this.watched.world);
    if (this.problems.length === 0) this.add(study.points(this.inputs, this.watched.world));
  }

  get world(): WatchedWorld['world'] {
    return this.watched.world;
  }

  /** Whether the inputs as they are in this state ask the same. */
  isFor(state: WorkbenchState): boolean {
    const { study } = this;
    return (
      state.study.open === study.id &&
      same(this.inputs, studyInputs(study, changesOfStudy(state.study, study.id))) &&
      this.watched.isAsWith(state)
    );
  }

  /** The questions to ask next, each once, in the order of the points; none when all is answered. */
  next(): readonly Asking[] {
    while (this.waiting.size === 0 && !this.complete) {
      const more =
        this.problems.length > 0 || this.rounds++ >= MOST_ROUNDS
          ? []
          : this.study.more(this.inputs, this.world, this.findings).filter(({ key }) => !this.points.has(key));
      this.complete = more.length === 0;
      this.add(more);
    }
    return [...this.waiting].flatMap(([key, [point]]) => (point ? [{ key, question: point.question }] : []));
  }

  /** Takes an answer in. */
  found(key: string, finding: Finding): void {
    this.cache.set(key, finding);
    const points = this.waiting.get(key) ?? [];
    this.waiting.delete(key);
    this.take(key, points, finding);
  }

  /** Points by their names as memory is written now; their keys and questions are the same. */
  nameAgain(): void {
    if (this.problems.length > 0) return;
    const first = this.study.points(this.inputs, this.world);
    const all = [...first, ...this.study.more(this.inputs, this.world, this.findings)];
    for (const point of all) if (this.points.has(point.key)) this.points.set(point.key, point);
  }

  report(): StudyReport {
    return this.study.report(this.inputs, this.world, this.findings);
  }

  private add(points: readonly StudyPoint[]): void {
    for (const point of points) {
      this.points.set(point.key, point);
      const key = this.cache.keyOf(point.question);
      const known = this.cache.get(key);
      if (known !== null) this.take(key, [point], known);
      else this.waiting.set(key, [...(this.waiting.get(key) ?? []), point]);
    }
  }

  private take(key: string, points: readonly StudyPoint[], finding: Finding): void {
    for (const point of points) this.findings.set(point.key, finding);
    if (this.answered.has(key)) return;
    this.answered.add(key);
    this.evaluated += finding.evaluated;
    this.feasible += finding.feasible;
  }
}
