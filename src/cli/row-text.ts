import type { BlockCost } from '../core/block/block-cost.js';
import type { BlockSetting } from '../core/block/block-setting.js';
import { blockSetting } from '../core/block/block-setting.js';
import { costBlock } from '../core/block/sum-block.js';
import { walkTransformerBlock } from '../core/block/transformer-block.js';
import { evaluateOnBlock } from '../core/evaluate.js';
import type { Evaluation } from '../core/evaluation.js';
import { FIELDS } from '../core/inputs/fields.js';
import type { Transformer } from '../core/model/transformer.js';
import { BLOCK_SPACES } from '../core/quantities/block-memory-quantities.js';
import {
  BLOCK_EXCHANGE_SIZES,
  BLOCK_TIMES,
  TENSOR_OVERLAP_BANDWIDTH,
} from '../core/quantities/block-time-quantities.js';
import { csvCell } from '../core/quantities/csv.js';
import type { Quantity } from '../core/quantities/quantity.js';
import { CALCULON_QUANTITIES } from '../core/quantities/registry.js';
import type { Strategy } from '../core/strategy/strategy.js';
import { writeStrategy } from '../core/strategy/write-strategy.js';
import type { System } from '../core/system/system.js';

/** Columns of a strategy and its stats: execution fields in Calculon's order, then the keys of its stats in theirs. */
export const ROW_COLUMNS: readonly string[] = [
  ...FIELDS.strategy.map((field) => field.path),
  ...CALCULON_QUANTITIES.map((quantity) => quantity.calculon as string),
];

/** Columns that depend on the block alone: most of them, and many strategies share a block. */
const OF_BLOCK: ReadonlySet<Quantity> = new Set([
  ...BLOCK_TIMES,
  ...BLOCK_EXCHANGE_SIZES,
  TENSOR_OVERLAP_BANDWIDTH,
  ...BLOCK_SPACES,
]);

/** Neighbouring columns that all depend on the block alone, or all do not. */
interface Run {
  readonly ofBlock: boolean;
  readonly quantities: Quantity[];
}

const RUNS: readonly Run[] = CALCULON_QUANTITIES.reduce<Run[]>((runs, quantity) => {
  const ofBlock = OF_BLOCK.has(quantity);
  const last = runs.at(-1);
  if (last?.ofBlock === ofBlock) last.quantities.push(quantity);
  else runs.push({ ofBlock, quantities: [quantity] });
  return runs;
}, []);

interface SharedBlock {
  readonly setting: BlockSetting;
  readonly block: BlockCost;
  /** The text of each run of columns that the block decides; empty until the first row. */
  readonly texts: string[];
}

/** As the reference writes it, and so Python's truth values. */
const cell = (value: string | number | boolean | null): string =>
  typeof value === 'boolean' ? (value ? 'True' : 'False') : csvCell(value);

const runText = ({ quantities }: Run, evaluation: Evaluation): string =>
  quantities.map(({ value }) => csvCell(value(evaluation))).join();

const strategyText = (strategy: Strategy): string =>
  (Object.values(writeStrategy(strategy)) as (string | number | boolean)[]).map(cell).join();

/** Rows of comma-separated text for valid strategies of one (t, d), which share blocks and what is written of them. */
export class RowText {
  private readonly blocks = new Map<string, SharedBlock>();

  constructor(
    private readonly model: Transformer,
    private readonly system: System,
  ) {}

  /** One row without a line break; what `evaluate` says of the strategy. */
  row(strategy: Strategy): string {
    const { setting, block, texts } = this.sharedBlock(strategy);
    const evaluation = evaluateOnBlock(this.model, this.system, strategy, setting, block);
    let text = strategyText(strategy);
    for (let i = 0; i < RUNS.length; i++) {
      const run = RUNS[i] as Run;
      text += ',';
      text += run.ofBlock ? (texts[i] ??= runText(run, evaluation)) : runText(run, evaluation);
    }
    return text;
  }

  private sharedBlock(strategy: Strategy): SharedBlock {
    const { microbatch, tensorTier, recompute, tensorCommunication, tensorOverlap } = strategy;
    const switches =
      (strategy.repeatAllGather ? 4 : 0) + (strategy.fusedActivation ? 2 : 0) + (strategy.optimizerSharding ? 1 : 0);
    const key = `${microbatch} ${tensorTier} ${switches} ${recompute} ${tensorCommunication} ${tensorOverlap}`;
    const known = this.blocks.get(key);
    if (known !== undefined) return known;
    const setting = blockSetting(this.model, this.system, strategy);
    const made = { setting, block: costBlock(walkTransformerBlock, setting), texts: [] };
    this.blocks.set(key, made);
    return made;
  }
}
