import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateDesign } from '../core/evaluate.js';
import type { Evaluation } from '../core/evaluation.js';
import { formatQuantity } from '../core/quantities/format.js';
import { quantity, TIME_PARTS } from '../core/quantities/registry.js';
import { readMeasured, type MeasuredRun, type MeasuredTable } from '../interchange/measured-file.js';
import { readAllPresets, type PresetEntries } from '../interchange/presets-file.js';
import type { Read } from '../interchange/problem.js';
import { CommandError } from './exit.js';
import { textTable } from './text-table.js';

interface Row {
  readonly run: MeasuredRun;
  readonly evaluation: Evaluation;
  /** Predicted over measured, less one: 0.05 is 5 % too slow. */
  readonly error: number;
}

function shipped<T>(read: Read<T>): T {
  if (!read.ok) throw new CommandError(read.problems.map((problem) => `public/presets: ${problem.message}`).join('\n'));
  return read.value;
}

function presetValue<T>(presets: readonly { readonly id: string; readonly value: T }[], id: string): T {
  const preset = presets.find((each) => each.id === id);
  if (!preset) throw new CommandError(`public/presets/measured.json names ${id}, which is no preset.`);
  return preset.value;
}

function predict(run: MeasuredRun, presets: PresetEntries): Row {
  const outcome = evaluateDesign({
    model: presetValue(presets.models, run.for.model),
    system: presetValue(presets.systems, run.for.system),
    strategy: presetValue(presets.strategies, run.for.strategy),
  });
  if (outcome.kind !== 'feasible') {
    throw new CommandError(`${run.name}: ${outcome.reasons.map(({ message }) => message).join(' ')}`);
  }
  const { evaluation } = outcome;
  return { run, evaluation, error: evaluation.time.totalSeconds / run.batchSeconds - 1 };
}

const signedPercent = (share: number): string => `${share < 0 ? '−' : '+'}${(Math.abs(share) * 100).toFixed(2)} %`;

function tableText({ name, sources }: MeasuredTable, rows: readonly Row[], verbose: boolean): string {
  const sizes = rows.map((row) => Math.abs(row.error));
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  const parts = verbose ? TIME_PARTS.map(quantity) : [];
  const memory = quantity('tier1-memory');
  return [
    `${name}\n`,
    ...(verbose ? sources.map((source) => `${source.title}, ${source.url}\n`) : []),
    textTable([
      ['Run', 'measured', 'predicted', 'error', 'HBM', ...parts.map((part) => part.label)],
      ...rows.map(({ run, evaluation, error }) => [
        run.name,
        `${run.batchSeconds.toFixed(2)} s`,
        `${evaluation.time.totalSeconds.toFixed(2)} s`,
        signedPercent(error),
        formatQuantity(memory.value(evaluation), memory.unit),
        ...parts.map((part) => formatQuantity(part.value(evaluation), part.unit)),
      ]),
    ]),
    `Mean error: ${(mean * 100).toFixed(2)} %\n`,
    `Worst error: ${(Math.max(...sizes) * 100).toFixed(2)} %\n`,
  ].join('');
}

/** `llm-validation`: every measured run against its prediction. With `verbose`, where each prediction's time goes. */
export function runValidation(presetsFolder: string, options: { readonly verbose?: boolean }): void {
  const text = (name: string): string => readFileSync(join(presetsFolder, `${name}.json`), 'utf8');
  const presets = shipped(
    readAllPresets({ models: text('models'), systems: text('systems'), strategies: text('strategies') }),
  );
  for (const table of shipped(readMeasured(text('measured')))) {
    const rows = table.runs.map((run) => predict(run, presets));
    process.stdout.write(tableText(table, rows, options.verbose === true));
  }
}
