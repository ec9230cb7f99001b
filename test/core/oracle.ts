import { readFileSync } from 'node:fs';
import type { Design, ModelInput, StrategyInput, SystemInput } from '../../src/core/inputs/design.js';

/** One evaluation of the reference implementation: `stats`, or the first reason why it is infeasible. */
export interface OracleCase {
  readonly id: string;
  readonly model: ModelInput;
  readonly system: string;
  readonly execution: StrategyInput;
  readonly stats?: Readonly<Record<string, number | null>> & {
    readonly layers?: readonly Readonly<Record<string, number | string>>[];
  };
  readonly infeasible?: string;
}

interface Oracle {
  readonly systems: Readonly<Record<string, SystemInput>>;
  readonly parameters: Readonly<Record<string, number>>;
  readonly cases: readonly OracleCase[];
}

/** 420 evaluations of the reference implementation. */
export const oracle = JSON.parse(readFileSync(new URL('../oracle/evaluate.json', import.meta.url), 'utf8')) as Oracle;

export function designOf({ model, system, execution }: OracleCase): Design {
  const found = oracle.systems[system];
  if (found === undefined) throw new Error(`no system ${system} in the oracle`);
  return { model, system: found, strategy: execution };
}

/** Relative 1e-9, absolute 1e-12 near zero: the agreement the product promises. */
export function agrees(actual: number | null | undefined, expected: number | null): boolean {
  if (expected === null || actual === null || actual === undefined) return actual === expected;
  return Math.abs(actual - expected) <= Math.max(1e-12, 1e-9 * Math.abs(expected));
}
