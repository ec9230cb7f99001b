import { describe, expect, it } from 'vitest';
import {
  changesText,
  choiceText,
  STRATEGY_CHOICES,
  strategyChanges,
} from '../../src/core/strategy/strategy-changes.js';
import { readStrategy } from '../../src/core/strategy/strategy.js';
import { designOfPreset } from '../features/evaluation-of-preset.js';

const { strategy } = designOfPreset('fig3');

describe('strategyChanges', () => {
  it('finds nothing between equals', () => {
    expect(strategyChanges(strategy, { ...strategy })).toEqual([]);
  });

  it('says what changed, in the order to read a strategy in', () => {
    const after = { ...strategy, activation_recompute: 'attn_only', tensor_par: 16, weight_offload: true } as const;
    expect(changesText(strategyChanges(strategy, after))).toBe(
      't 8 → 16; recompute full → attention only; offload weights off → on',
    );
  });

  it('says so when a search changes what it does not vary', () => {
    const before = { ...strategy, attention_type: 'multiquery' } as const;
    expect(changesText(strategyChanges(before, strategy))).toBe('attention multi-query → multi-head');
  });
});

describe('choiceText', () => {
  it('writes switches, options and numbers, from values or from text', () => {
    expect(choiceText('weight_offload', true)).toBe('on');
    expect(choiceText('weight_offload', 'false')).toBe('off');
    expect(choiceText('tensor_par_comm_type', 'rs_ag')).toBe('RS + AG');
    expect(choiceText('activation_recompute', 'attn_only')).toBe('attention only');
    expect(choiceText('batch_size', 2304)).toBe('2,304');
  });
});

it('every choice is the same field in Calculon’s file and in the core’s record', () => {
  for (const { path, field } of STRATEGY_CHOICES) {
    for (const value of [strategy[path], 'another']) {
      expect(readStrategy({ ...strategy, [path]: value })[field], path).toBe(value);
    }
  }
});
