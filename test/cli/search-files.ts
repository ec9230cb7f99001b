import { searches, type OracleSearch } from '../core/search/search-oracle.js';
import type { commandLine } from './command-line.js';

/** The smallest searches of the oracle: one with answers, one where nothing fits. */
export const small = find('anthropic-52B', 40);
export const hopeless = find('megatron-1T', 8);
/** The paper's: 1,974,830 feasible strategies. */
export const large = find('gpt3-175B', 4096);

function find(name: string, processors: number): OracleSearch {
  const found = searches.find((each) => each.modelName === name && each.num_procs === processors);
  if (!found) throw new Error(`The oracle has no search of ${name} on ${processors}.`);
  return found;
}

/** Writes a search's files, and returns what asks for it: what stands before and after the output's name. */
export function argumentsOf(
  cli: ReturnType<typeof commandLine>,
  search: OracleSearch,
): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const model = `${search.modelName}.json`;
  const system = `${search.systemName}.json`;
  cli.write(model, search.model);
  cli.write(system, search.system);
  return {
    before: [model, String(search.num_procs), String(search.max_batch_size), search.datatype, system],
    after: ['-f', search.fused_activation],
  };
}
