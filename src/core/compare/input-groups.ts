import type { InputDifference } from './input-differences.js';

/** Inputs that are changed together, because one without the other has no meaning. */
export interface InputGroup {
  readonly id: string;
  readonly inputs: readonly InputDifference[];
}

/** t · p · d is the number of processors, and d divides the batch: none of them moves alone. */
const DEGREES: readonly string[] = ['num_procs', 'tensor_par', 'pipeline_par', 'data_par', 'batch_size'];

/** Each input on its own, save for those of the degrees, which make one group in the place of the first. */
export function inputGroups(differences: readonly InputDifference[]): readonly InputGroup[] {
  const isDegree = ({ part, path }: InputDifference): boolean => part === 'strategy' && DEGREES.includes(path);
  const degrees = differences.filter(isDegree);
  return differences.flatMap((difference) => {
    if (!isDegree(difference)) return [{ id: `${difference.part}.${difference.path}`, inputs: [difference] }];
    if (difference !== degrees[0]) return [];
    return [{ id: degrees.map(({ part, path }) => `${part}.${path}`).join(' '), inputs: degrees }];
  });
}
