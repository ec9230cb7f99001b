import { blockSetting } from '../core/block/block-setting.js';
import { layerCosts } from '../core/block/layer-cost.js';
import type { LayerCost } from '../core/block/layer-cost.js';
import { walkTransformerBlock } from '../core/block/transformer-block.js';
import { evaluateDesign } from '../core/evaluate.js';
import type { Evaluation, Outcome } from '../core/evaluation.js';
import type { Design } from '../core/inputs/design.js';
import { nameOfFile } from '../interchange/read-file.js';
import { statsJson } from '../interchange/stats-json.js';
import { CommandError, EXIT } from './exit.js';
import { checkJsonName, readPartFile, writeJson, writeText } from './files.js';
import { peersOf } from './peers.js';
import { readableReport } from './readable-report.js';

export interface LlmOptions {
  readonly peers?: string;
  readonly layers?: boolean;
}

/** Where each part of the design was read from. */
type Files = Readonly<Record<keyof Design, string>>;

function invalid(outcome: Extract<Outcome, { kind: 'invalid' }>, files: Files): CommandError {
  const lines = outcome.reasons.map((reason) => {
    const field = reason.fields[0];
    const where = field ? `${files[field.part]}: ${field.path}` : files.strategy;
    return `${where}: ${reason.message} Allowed: ${reason.allowed}.`;
  });
  return new CommandError(lines.join('\n'));
}

function layersOf({ model, system, strategy }: Evaluation): readonly LayerCost[] {
  return layerCosts(walkTransformerBlock, blockSetting(model, system, strategy));
}

/**
 * `llm`: one evaluation, its stats to a file or a readable report to the terminal.
 * @throws {CommandError} exit 1 with every reason if the strategy does not fit, 2 if a file is malformed
 */
export function runLlm(model: string, execution: string, system: string, stats: string, options: LlmOptions): void {
  if (stats !== '-') checkJsonName(stats);
  if (options.peers !== undefined) checkJsonName(options.peers);
  const design: Design = {
    model: readPartFile('model', model),
    strategy: readPartFile('strategy', execution),
    system: readPartFile('system', system),
  };
  const outcome = evaluateDesign(design);
  if (outcome.kind === 'invalid') throw invalid(outcome, { model, system, strategy: execution });
  if (outcome.kind === 'infeasible') {
    throw new CommandError(outcome.reasons.map(({ message }) => `ERROR: ${message}`).join('\n'), EXIT.infeasible);
  }
  const layers = options.layers === true ? layersOf(outcome.evaluation) : undefined;
  if (stats === '-') {
    const names = { model: nameOfFile(model), system: nameOfFile(system), strategy: nameOfFile(execution) };
    process.stdout.write(readableReport(outcome.evaluation, names, layers));
  } else {
    writeText(stats, statsJson(outcome.evaluation, layers));
  }
  if (options.peers !== undefined) writeJson(options.peers, peersOf(design.strategy));
}
