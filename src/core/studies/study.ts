import type { Design, ModelInput, SystemInput } from '../inputs/design.js';
import type { InputsOf, StudyFields, StudyValue } from './field.js';
import type { StudyFigure } from './figure.js';
import type { Finding, StudyQuestion } from './question.js';

/** What a study is asked about: presets by id, and what stands at the left of the screen as `current`. */
export interface StudyWorld {
  readonly model: (id: string) => { readonly name: string; readonly value: ModelInput } | null;
  readonly system: (id: string) => { readonly name: string; readonly value: SystemInput } | null;
  /** The whole design at the left. */
  readonly current: Design;
}

/** One question of a study with its name: figures refer to it by key. */
export interface StudyPoint {
  readonly key: string;
  /** In words: “t 8, p 32”. */
  readonly label: string;
  readonly question: StudyQuestion;
}

export type Findings = ReadonlyMap<string, Finding>;

export interface StudyReport {
  /** What the result says, of these numbers. */
  readonly answer: string;
  readonly figures: readonly StudyFigure[];
}

/** An input that the study cannot use: `field` is its name in the study. */
export interface StudyProblem {
  readonly field: string;
  readonly message: string;
}

/**
 * A question of an architect as data: what varies, what is searched, what is reported. Everything a page, a test or a
 * script shows of it comes from here.
 */
export interface Study<F extends StudyFields = StudyFields> {
  readonly id: string;
  readonly title: string;
  /** Where it stands in the paper: “Fig. 5”; empty for one of our own. */
  readonly figure: string;
  /** The question in a sentence. */
  readonly question: string;
  /** `at-once`: quick enough to follow every change; `when-asked`: seconds of work, started by a button. */
  readonly runs: 'at-once' | 'when-asked';
  readonly fields: F;
  /** What the inputs lack to be asked; the points are then none. */
  readonly problems: (inputs: InputsOf<F>, world: StudyWorld) => readonly StudyProblem[];
  /** Coarse to fine: the first ones already show the shape. */
  readonly points: (inputs: InputsOf<F>, world: StudyWorld) => readonly StudyPoint[];
  /**
   * Questions that only the findings raise, such as why a rate falls; asked when all others are answered, until there
   * are no new ones.
   */
  readonly more?: (inputs: InputsOf<F>, world: StudyWorld, findings: Findings) => readonly StudyPoint[];
  /** What there is to show of the findings so far. */
  readonly report: (inputs: InputsOf<F>, world: StudyWorld, findings: Findings) => StudyReport;
}

/** Values of a study's fields by name; whoever made them has had each checked by its field. */
export type StudyInputs = Readonly<Record<string, StudyValue>>;

/** A study whose fields are only known when it runs, as a list of studies has it. */
export interface AnyStudy extends Omit<Study, 'fields' | 'problems' | 'points' | 'more' | 'report'> {
  readonly fields: StudyFields;
  readonly problems: (inputs: StudyInputs, world: StudyWorld) => readonly StudyProblem[];
  readonly points: (inputs: StudyInputs, world: StudyWorld) => readonly StudyPoint[];
  readonly more: (inputs: StudyInputs, world: StudyWorld, findings: Findings) => readonly StudyPoint[];
  readonly report: (inputs: StudyInputs, world: StudyWorld, findings: Findings) => StudyReport;
}

/** Lets a study stand in a list with others: its inputs are read by its own fields' names. */
export function anyStudy<F extends StudyFields>(study: Study<F>): AnyStudy {
  // fields and inputs belong together by name; only `studyInputs` makes inputs
  const typed = (inputs: StudyInputs): InputsOf<F> => inputs as InputsOf<F>;
  return {
    ...study,
    problems: (inputs, world) => study.problems(typed(inputs), world),
    points: (inputs, world) => study.points(typed(inputs), world),
    more: (inputs, world, findings) => study.more?.(typed(inputs), world, findings) ?? [],
    report: (inputs, world, findings) => study.report(typed(inputs), world, findings),
  };
}

/** The paper's inputs, and the person's in their place where the field accepts them. */
export function studyInputs(study: AnyStudy, changes: StudyInputs): StudyInputs {
  return Object.fromEntries(
    Object.entries(study.fields).map(([name, field]) => {
      const changed = changes[name];
      return [name, changed !== undefined && field.accepts(changed) ? changed : field.initial];
    }),
  );
}
