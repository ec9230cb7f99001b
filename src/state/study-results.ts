import { create } from 'zustand';
import type { Design } from '../core/inputs/design.js';
import type {
  Findings,
  StudyInputs,
  StudyPoint,
  StudyProblem,
  StudyReport,
  StudyWorld,
} from '../core/studies/study.js';
import { placeFor } from './provided.js';

/** The open study: how far it is and what it found. */
export interface StudyRunState {
  /** `cancelled` keeps what was found until then; `idle` when it was not asked yet. */
  readonly status: 'idle' | 'running' | 'done' | 'cancelled' | 'error';
  /** What happened and what to do, when status is error. */
  readonly error: string | null;
  /** Why the inputs as they are now cannot be asked; empty when they can. */
  readonly problems: readonly StudyProblem[];
  /** What the findings are for; null before the first. */
  readonly studyId: string | null;
  readonly inputs: StudyInputs | null;
  readonly world: StudyWorld | null;
  /** What the study is asked has changed since, and it does not run by itself. */
  readonly stale: boolean;
  /** Questions. */
  readonly answered: number;
  readonly total: number;
  /** Strategies of the questions answered. */
  readonly evaluated: number;
  readonly feasible: number;
  /** Strategies a second, of the run that goes on or was the last. */
  readonly ratePerSecond: number;
  readonly elapsedSeconds: number;
  /** By the points' keys; another map at most eight times a second while it grows. */
  readonly findings: Findings;
  readonly points: ReadonlyMap<string, StudyPoint>;
  /** What the study says of the findings so far; null before it was opened, or when its inputs cannot be asked. */
  readonly report: StudyReport | null;
}

export const NO_STUDY: StudyRunState = {
  status: 'idle',
  error: null,
  problems: [],
  studyId: null,
  inputs: null,
  world: null,
  stale: false,
  answered: 0,
  total: 0,
  evaluated: 0,
  feasible: 0,
  ratePerSecond: 0,
  elapsedSeconds: 0,
  findings: new Map(),
  points: new Map(),
  report: null,
};

/** Reads the study's run in a component; tests put theirs in with `useStudy.setState`. */
export const useStudy = create<StudyRunState>()(() => NO_STUDY);

export interface StudyControl {
  /** Asks the open study with the inputs as they are; what is known is not asked again. */
  run(): void;
  /** Stops; what was found stays. */
  cancel(): void;
  /** The design of a point, with its best strategy, becomes the current one: one undo step. Nothing without a best. */
  adopt(key: string): void;
  /** The design of a point with its best strategy; null when it has none. */
  designAt(key: string): Design | null;
}

const place = placeFor<StudyControl>('provideStudies', 'the studies are used');

/** Hands the app's studies to the screens. Called once at the start, and by each test that renders. */
export const provideStudies = place.provide;

/**
 * The app's studies.
 *
 * @throws when none were provided yet.
 */
export const studyControl = place.provided;
