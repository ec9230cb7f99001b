import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { CommandError, EXIT } from './exit.js';
import { runLlm, type LlmOptions } from './llm.js';
import { runParameterCalculator } from './parameter-calculator.js';
import { addSearchCommands } from './search-commands.js';
import { runValidation } from './validation.js';

/** What the program finds around it. */
export interface Surroundings {
  /** Where the shipped presets are. */
  readonly presetsFolder: string;
  /** Path of the built `search-thread.ts`; built only when a search needs it. */
  readonly searchThread: () => Promise<string>;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('It must be a whole number.');
  return value;
}

function program({ presetsFolder, searchThread }: Surroundings): Command {
  const root = new Command('calculon-explorer')
    .description('Analytical performance model of large language models on large machines, after Calculon (SC’23).')
    .exitOverride();
  root
    .command('llm')
    .description('one evaluation')
    .argument('<model>', 'model file')
    .argument('<execution>', 'execution (strategy) file')
    .argument('<system>', 'system file')
    .argument('<stats>', 'where to write the stats: .json or .json.gz, or - for a readable report')
    .option('-p, --peers <file>', 'write the peers of each processor: .json or .json.gz')
    .option('-l, --layers', 'include every operation of a block')
    .action((model: string, execution: string, system: string, stats: string, options: LlmOptions) =>
      runLlm(model, execution, system, stats, options),
    );
  addSearchCommands(root, searchThread);
  root
    .command('llm-validation')
    .alias('lv')
    .description('measured runs against their predictions')
    .option('-v, --verbose', 'where each prediction’s time goes, and the sources')
    .action((options: { verbose?: boolean }) => runValidation(presetsFolder, options));
  root
    .command('llm-parameter-calculator')
    .alias('lpc')
    .description('number of parameters of a model')
    .argument('<model>', 'model file')
    .option('-a, --alignment <spaces>', 'width of the name', wholeNumber, 13)
    .action(runParameterCalculator);
  return root;
}

/**
 * Runs one command line.
 * @param args what follows the program's name
 * @returns the exit code: 0 done, 1 infeasible, 2 malformed file or arguments, 130 or 143 interrupted
 */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    await program(surroundings).parseAsync(args, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    // Commander has already said what is wrong with the arguments, or shown the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.malformed;
    if (!(error instanceof CommandError)) throw error;
    // Infeasible is an answer, and goes where the reference puts it; a malformed file is an error.
    (error.exitCode === EXIT.infeasible ? console.log : console.error)(error.message);
    return error.exitCode;
  }
}
