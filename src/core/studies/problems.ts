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

/** What there is not of the `model` and the `system` that a study names. */
export const missingParts = (
  world: StudyWorld,
  { model, system }: { readonly model: string; readonly system: string },
): readonly StudyProblem[] => [...missingModel(world, 'model', model), ...missingSystem(world, 'system', system)];

/** The same of a study over several models. */
export const missingWorkloads = (
  world: StudyWorld,
  inputs: { readonly workloads: readonly (readonly [model: string, maxBatch: number])[]; readonly system: string },
): readonly StudyProblem[] => [
  ...inputs.workloads.flatMap(([model]) => missingModel(world, 'workloads', model)),
  ...missingSystem(world, 'system', inputs.system),
];

/** Why the system cannot be searched: the first of the points stands for all. */
export function pointProblems([first]: readonly StudyPoint[]): readonly StudyProblem[] {
  if (first === undefined) return [];
  return questionProblems(first.question).map((message) => ({ field: 'system', message }));
}

/** What is missing; where nothing is, and there are points to make, why they cannot be asked. */
export const problemsOf = (
  missing: readonly StudyProblem[],
  points: () => readonly StudyPoint[],
): readonly StudyProblem[] => (missing.length > 0 ? missing : pointProblems(points()));

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
