import { questionProblems } from './ask.js';
import { CURRENT } from './field.js';
import type { StudyPoint, StudyProblem, StudyWorld } from './study.js';

/** A model that the study names and that there is not. */
export function missingModel(world: StudyWorld, field: string, id: string): readonly StudyProblem[] {
  if (world.model(id) !== null) return [];
  return [{ field, message: `There is no model “${id}”. Choose a preset, or “${CURRENT}” for the model at the left.` }];
}

export function missingSystem(world: StudyWorld, field: string, id: string): readonly StudyProblem[] {
  if (world.system(id) !== null) return [];
  return [
    { field, message: `There is no system “${id}”. Choose a preset, or “${CURRENT}” for the hardware at the left.` },
  ];
}

/** Why a system cannot be searched: one of the points stands for all. */
export function pointProblems(field: string, points: readonly StudyPoint[]): readonly StudyProblem[] {
  const [first] = points;
  if (first === undefined) return [];
  return questionProblems(first.question).map((message) => ({ field, message }));
}

/**
 * A model by its id.
 * @throws if there is none: `problems` has said so before.
 */
export function modelOf(world: StudyWorld, id: string): NonNullable<ReturnType<StudyWorld['model']>> {
  const found = world.model(id);
  if (found === null) throw new Error(`there is no model ${id}`);
  return found;
}

/** A system by its id; throws like `modelOf`. */
export function systemOf(world: StudyWorld, id: string): NonNullable<ReturnType<StudyWorld['system']>> {
  const found = world.system(id);
  if (found === null) throw new Error(`there is no system ${id}`);
  return found;
}
