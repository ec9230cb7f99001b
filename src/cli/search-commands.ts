import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { allowedText, isAllowed } from '../core/inputs/allowed.js';
import { DATATYPES, type Datatype } from '../core/inputs/design.js';
import { fieldAt } from '../core/inputs/fields.js';
import { readTransformer } from '../core/model/transformer.js';
import { grouped } from '../core/quantities/grouped.js';
import { ALL_OPTIONS } from '../core/search/request.js';
import type { SearchRequest } from '../core/search/request.js';
import { readSystem } from '../core/system/system.js';
import { writeAll } from './all-executions.js';
import { CommandError } from './exit.js';
import { readPartFile } from './files.js';
import { findOptimal } from './optimal-execution.js';

/** All of them are kept at hand while the search runs, in order. */
const MOST_TOP = 100_000;
const MOST_THREADS = 256;

interface SearchOptions {
  readonly fused_activation: 'true' | 'false' | 'both';
  readonly noneok?: boolean;
  readonly cpus?: number;
}

interface OptimalOptions extends SearchOptions {
  readonly topN: number;
  readonly mbsBreak?: boolean;
  readonly layers?: boolean;
  readonly tpOverlap: boolean;
  readonly dpOverlap: boolean;
}

const FUSED = { true: [true], false: [false], both: [true, false] } as const;

const wholeNumberOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Number.NaN);

/** A whole number that a field of a strategy allows. */
const fieldNumber =
  (path: string) =>
  (text: string): number => {
    const field = fieldAt('strategy', path);
    const value = wholeNumberOf(text);
    if (field === undefined || !isAllowed(field, value)) {
      throw new InvalidArgumentError(`It must be ${field ? allowedText(field) : 'a whole number'}.`);
    }
    return value;
  };

const numberUpTo =
  (most: number) =>
  (text: string): number => {
    const value = wholeNumberOf(text);
    if (value >= 1 && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number at least 1 and at most ${grouped(most)}.`);
  };

/** What both commands take, in the reference's order. */
function searchCommand(root: Command, name: string, alias: string, outputs: readonly string[]): Command {
  return root
    .command(name)
    .alias(alias)
    .argument('<model>', 'model file')
    .argument('<num_procs>', 'number of processors', fieldNumber('num_procs'))
    .argument(
      '<max_batch_size>',
      'largest batch; each strategy uses the largest multiple of its data parallelism',
      fieldNumber('batch_size'),
    )
    .addArgument(new Argument('<datatype>', 'datatype').choices(DATATYPES))
    .argument('<system>', 'system file')
    .argument('<output>', `where to write: ${outputs.join(', ')}`)
    .addOption(
      new Option('-f, --fused_activation <mode>', 'fused activation to try')
        .choices(['true', 'false', 'both'])
        .default('true'),
    )
    .option('-n, --noneok', 'end with 0 even if nothing is feasible')
    .option('-c, --cpus <count>', 'threads; one for each processor if not given', numberUpTo(MOST_THREADS));
}

/** @throws {CommandError} unless the output's name has one of the endings, plain or .gz */
function checkOutput(path: string, endings: readonly string[]): void {
  if (endings.some((ending) => path.endsWith(ending))) return;
  const last = endings.at(-1) ?? '';
  throw new CommandError(
    `${path}: the name of an output file must end in ${endings.slice(0, -1).join(', ')} or ${last}.`,
  );
}

function readRequest(
  modelFile: string,
  processors: number,
  maxBatch: number,
  datatype: Datatype,
  systemFile: string,
  options: SearchOptions & Partial<OptimalOptions>,
): SearchRequest {
  const model = readTransformer(readPartFile('model', modelFile));
  const system = readSystem(readPartFile('system', systemFile));
  if (system.engines[datatype] === undefined) {
    const there = Object.keys(system.engines).join(' and ') || 'no datatype on both';
    throw new CommandError(
      `${systemFile}: there is no matrix and vector engine for the datatype ${datatype}; it has ${there}.`,
    );
  }
  return {
    model,
    system,
    processors,
    maxBatch,
    datatype,
    options: {
      ...ALL_OPTIONS,
      fusedActivation: FUSED[options.fused_activation],
      ...(options.tpOverlap === false && { tensorOverlap: ['none'] }),
      ...(options.dpOverlap === false && { dataOverlap: [false] }),
    },
    microbatchBreak: options.mbsBreak === true,
    objective: 'rate',
    hbmLimitBytes: null,
    leastRate: 0,
  };
}

type Arguments = [
  model: string,
  processors: number,
  maxBatch: number,
  datatype: Datatype,
  system: string,
  output: string,
];

const ALL_ENDINGS = ['.csv', '.csv.gz'];
const OPTIMAL_ENDINGS = ['.json', '.json.gz', ...ALL_ENDINGS];

/** `llm-optimal-execution` and `llm-all-executions`. `searchThread`: path of the built `search-thread.ts`. */
export function addSearchCommands(root: Command, searchThread: () => Promise<string>): void {
  searchCommand(root, 'llm-optimal-execution', 'loe', OPTIMAL_ENDINGS)
    .description('the best strategies of all')
    .option('-t, --top-n <count>', 'how many of the best', numberUpTo(MOST_TOP), 1)
    .option('-m, --mbs-break', 'skip microbatches larger than one that does not fit')
    .option('-l, --layers', 'include every operation of a block')
    .option('--no-tp-overlap', 'do not try to overlap tensor-parallel communication')
    .option('--no-dp-overlap', 'do not try to overlap data-parallel communication')
    .action(
      async (...[model, processors, maxBatch, datatype, system, output, options]: [...Arguments, OptimalOptions]) => {
        checkOutput(output, OPTIMAL_ENDINGS);
        const layers = options.layers === true;
        if (layers && !/\.json(\.gz)?$/.test(output)) {
          throw new CommandError(`${output}: layers (-l) need an output that ends in .json or .json.gz.`);
        }
        const request = readRequest(model, processors, maxBatch, datatype, system, options);
        await findOptimal(
          {
            request,
            output,
            top: options.topN,
            threads: options.cpus ?? null,
            writesRows: false,
            noneIsFine: options.noneok === true,
          },
          { layers },
          await searchThread(),
        );
      },
    );
  searchCommand(root, 'llm-all-executions', 'lae', ALL_ENDINGS)
    .description('every feasible strategy, a row each')
    .action(
      async (...[model, processors, maxBatch, datatype, system, output, options]: [...Arguments, SearchOptions]) => {
        checkOutput(output, ALL_ENDINGS);
        const request = readRequest(model, processors, maxBatch, datatype, system, options);
        await writeAll(
          {
            request,
            output,
            top: 1,
            threads: options.cpus ?? null,
            writesRows: true,
            noneIsFine: options.noneok === true,
          },
          await searchThread(),
        );
      },
    );
}
