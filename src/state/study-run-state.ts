import type { StudyRunState } from './study-results.js';
import type { StudySubject } from './study-subject.js';

/** A run of a subject: when it began, and how many strategies were known then. */
export interface RunStart {
  readonly begunMs: number;
  readonly known: number;
}

type Found = Omit<StudyRunState, 'status' | 'error' | 'stale'>;

/** What there is to show of a subject now. @throws what the study's report throws. */
export function foundOf(subject: StudySubject, run: RunStart | null, nowMs: number): Found {
  const elapsedSeconds = run === null ? 0 : (nowMs - run.begunMs) / 1000;
  const asked = run === null ? 0 : subject.evaluated - run.known;
  return {
    problems: subject.problems,
    studyId: subject.study.id,
    inputs: subject.inputs,
    world: subject.world,
    answered: subject.findings.size,
    total: subject.points.size,
    evaluated: subject.evaluated,
    feasible: subject.feasible,
    ratePerSecond: elapsedSeconds > 0 ? asked / elapsedSeconds : 0,
    elapsedSeconds,
    // copies: what grows is not what a screen compares
    findings: new Map(subject.findings),
    points: new Map(subject.points),
    report: subject.problems.length > 0 ? null : subject.report(),
  };
}
