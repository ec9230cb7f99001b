import { describe, expect, it } from 'vitest';
import type { StrategyInput } from '../../../src/core/inputs/design.js';
import { namedApart, type RegionCell } from '../../../src/core/studies/region-names.js';
import { presetWorld } from './run-study.js';

const { strategy } = presetWorld.current;
const cell = (column: number, more: Partial<StrategyInput> = {}): RegionCell => ({
  row: 0,
  column,
  strategy: { ...strategy, activation_recompute: 'full', microbatch_size: 1, ...more },
});
const names = (labels: readonly string[], cells: readonly (readonly RegionCell[])[]): readonly string[] =>
  namedApart(
    labels.map((label) => ({ label, cells: 1 })),
    (region) => cells[region] ?? [],
  ).map(({ label }) => label);

describe('regions of one name', () => {
  it('are told apart by no more than what differs', () => {
    const none = { activation_recompute: 'none' } as const;
    expect(names(['t 8', 't 4', 't 8'], [[cell(0)], [cell(1)], [cell(2, none)]])).toEqual([
      't 8, full recompute',
      't 4',
      't 8, no recompute',
    ]);
    expect(names(['t 8', 't 8'], [[cell(0)], [cell(1, { microbatch_size: 2 })]])).toEqual(['t 8, b 1', 't 8, b 2']);
  });

  it('take further choices until no two are the same', () => {
    const none = { activation_recompute: 'none' } as const;
    const three = [[cell(0)], [cell(1, none)], [cell(2, { ...none, pipeline_interleaving: 4 })]];
    expect(names(['t 8', 't 8', 't 8'], three)).toEqual([
      't 8, full recompute, v 2',
      't 8, no recompute, v 2',
      't 8, no recompute, v 4',
    ]);
  });

  it('say nothing of a choice that changes within them', () => {
    const mixed = [cell(0), cell(1, { activation_recompute: 'none' })];
    expect(names(['t 8', 't 8'], [mixed, [cell(3)]])).toEqual(['t 8', 't 8, full recompute']);
  });

  it('are told apart by their places where their strategies are the same', () => {
    expect(names(['t 8', 't 8'], [[cell(0)], [cell(3)]])).toEqual([
      't 8, from column 1, row 1',
      't 8, from column 4, row 1',
    ]);
  });
});
