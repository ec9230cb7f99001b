import { modelField, numberField, numbersField } from '../../src/core/studies/field.js';
import type { Finding, StudyQuestion } from '../../src/core/studies/question.js';
import { anyStudy } from '../../src/core/studies/study.js';
import type { AnyStudy, Study, StudyInputs, StudyPoint, StudyWorld } from '../../src/core/studies/study.js';
import { openingState } from '../../src/share/opening-state.js';
import { connectStudy, type StudyEngine } from '../../src/state/connect-study.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { designOf } from '../engine/search-designs.js';
import { PRESETS } from './preset-files.js';

const DESIGN = designOf('gpt3-175b', 'a100-80g', 8, 64);

/** A finding whose rate is the number of processors. */
export const findingOf = ({ design: { strategy } }: StudyQuestion): Finding => ({
  evaluated: 10,
  feasible: 5,
  infeasible: { network_size: 0, network_not_filled: 0, offload_needs_blocks: 0, tier1_capacity: 0, tier2_capacity: 0 },
  best: { strategy, rate: strategy.num_procs, tier1Bytes: 1, tier2Bytes: 0 },
  nearestMiss: null,
  topRates: [],
  bins: [],
});

const FIELDS = {
  model: modelField('gpt3-175b'),
  sizes: numbersField([8, 16, 32], 1, 4096, { label: 'Sizes', help: '' }),
  batch: numberField(64, 1, 4096, { label: 'Batch', help: '' }),
};

const pointAt = (size: number, batch: number, model: string, world: StudyWorld): StudyPoint => {
  const system = world.system('a100-80g')?.value ?? DESIGN.system;
  const strategy = { ...DESIGN.strategy, num_procs: size, tensor_par: 1, pipeline_par: 1, data_par: size };
  const design = {
    model: world.model(model)?.value ?? DESIGN.model,
    system,
    strategy: { ...strategy, batch_size: batch * size },
  };
  return { key: `n${size}`, label: `${size} processors`, question: { design, searches: [] } };
};

/** A study of sizes; its answer says which are answered, and one follow-up question is raised where asked for. */
export function fakeStudy(id: string, runs: Study['runs'], followUp = false): AnyStudy {
  const study: Study<typeof FIELDS> = {
    id,
    title: id.toUpperCase(),
    figure: '',
    question: 'How fast?',
    runs,
    fields: FIELDS,
    problems: ({ model }, world) =>
      world.model(model) === null ? [{ field: 'model', message: `There is no model ${model}.` }] : [],
    points: ({ sizes, batch, model }, world) => sizes.map((size) => pointAt(size, batch, model, world)),
    more: ({ batch, model }, world, findings) =>
      followUp && findings.size >= 3 ? [pointAt(4096, batch, model, world)] : [],
    report: (_, __, findings) => ({ answer: [...findings.keys()].join(' '), figures: [] }),
  };
  return anyStudy(study);
}

interface Asked {
  readonly questions: readonly StudyQuestion[];
  readonly signal: AbortSignal;
  /** Answers the next so many; all when not said. */
  answer(count?: number): void;
  fail(error: Error): void;
}

/** An engine that answers when the test says; like the pool, it gives up at the signal, and what runs for the next. */
export class FakeStudyEngine implements StudyEngine {
  readonly asked: Asked[] = [];
  /** How often it was told that a question is likely to come. */
  warmed = 0;
  warm(): void {
    this.warmed += 1;
  }
  ask(
    questions: readonly StudyQuestion[],
    { signal, onFound }: Parameters<StudyEngine['ask']>[1],
  ): ReturnType<StudyEngine['ask']> {
    this.asked.at(-1)?.fail(new Error('A newer request took the place of this one.'));
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('cancelled')));
      let next = 0;
      const answer = (count = Infinity): void => {
        for (let i = 0; i < count && next < questions.length; i++, next++) {
          const question = questions[next];
          if (question) onFound(next, findingOf(question));
        }
        if (next === questions.length) resolve();
      };
      this.asked.push({ questions, signal, answer, fail: reject });
    });
  }
  get last(): Asked {
    const last = this.asked.at(-1);
    if (!last) throw new Error('nothing was asked');
    return last;
  }
  /** The processors of each question of each request. */
  get sizes(): number[][] {
    return this.asked.map(({ questions }) => questions.map(({ design }) => design.strategy.num_procs));
  }
}

/** A workbench with one of some studies open, connected to an engine that answers when the test says. */
export function connectFakes(
  studies: readonly AnyStudy[],
  open: string,
  changes: StudyInputs,
  tab: 'studies' | 'overview' = 'studies',
) {
  const opening = openingState(PRESETS);
  const study = { open, changes: { [open]: changes } };
  const store = createWorkbench({ ...opening, study, view: { ...opening.view, tab } }, PRESETS);
  const engine = new FakeStudyEngine();
  return { store, engine, ...connectStudy(store, engine, studies) };
}
