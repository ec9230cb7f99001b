import { blockSetting } from '../core/block/block-setting.js';
import { layerCosts } from '../core/block/layer-cost.js';
import { walkTransformerBlock } from '../core/block/transformer-block.js';
import type { Evaluation } from '../core/evaluation.js';
import { calculonLayer, calculonStats } from '../core/quantities/calculon-stats.js';
import type { SearchSpace } from '../core/search/space.js';
import { strategyAt } from '../core/search/space.js';
import { writeStrategy } from '../core/strategy/write-strategy.js';
import { jsonText } from '../interchange/json-text.js';
import { ROW_COLUMNS, RowText } from './row-text.js';
import type { SearchSettings } from './search-run.js';
import { runSearch } from './search-run.js';
import { evaluationAt, printSummary, sayNothingFeasible } from './search-summary.js';

function entry(evaluation: Evaluation, layers: boolean): Record<string, unknown> {
  const { model, system, strategy } = evaluation;
  const stats: Record<string, unknown> = calculonStats(evaluation);
  if (layers) stats.layers = layerCosts(walkTransformerBlock, blockSetting(model, system, strategy)).map(calculonLayer);
  return { execution: writeStrategy(strategy), stats };
}

/** `{"0": …, "1": …}` in the style of Calculon's own files, one strategy at a time. */
async function* jsonChunks(space: SearchSpace, places: readonly number[], layers: boolean): AsyncGenerator<string> {
  yield '{';
  for (const [rank, place] of places.entries()) {
    const text = jsonText(entry(evaluationAt(space, place), layers))
      .trimEnd()
      .replaceAll('\n', '\n  ');
    yield `${rank === 0 ? '' : ','}\n  "${rank}": ${text}`;
  }
  yield places.length === 0 ? '}\n' : '\n}\n';
}

/** As the reference has it: the rank first, under no name. */
async function* csvChunks(space: SearchSpace, places: readonly number[]): AsyncGenerator<string> {
  const { model, system } = space.request;
  yield `,${ROW_COLUMNS.join(',')}\n`;
  for (const [rank, place] of places.entries()) {
    yield `${rank},${new RowText(model, system).row(strategyAt(space, place))}\n`;
  }
}

/**
 * `llm-optimal-execution`: the best strategies, to a file.
 * @param module path of the built `search-thread.ts`
 * @throws {CommandError} exit 1 if nothing is feasible, 2 if the output cannot be written
 */
export async function findOptimal(
  settings: SearchSettings,
  options: { readonly layers: boolean },
  module: string,
): Promise<void> {
  const { output: path, noneIsFine } = settings;
  await runSearch(settings, module, async ({ space, tally, output, signal, elapsedSeconds }) => {
    const places = tally.best.map((row) => row.place);
    printSummary(space, tally, elapsedSeconds());
    if (places.length === 0) sayNothingFeasible(space.request, tally, noneIsFine);
    const isJson = /\.json(\.gz)?$/.test(path);
    const chunks = isJson ? jsonChunks(space, places, options.layers) : csvChunks(space, places);
    await output.write(chunks, { compress: path.endsWith('.gz'), signal });
    console.log(`Output: ${path}`);
  });
}
