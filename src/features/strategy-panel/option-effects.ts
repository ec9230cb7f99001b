import type { DesignReport, OptionEffect } from '../../core/report.js';
import { reasonWords } from '../../core/strategy/reason-words.js';

/** What the report says of setting a strategy field to a value. */
function effectOf(report: DesignReport | null, path: string, value: string | boolean): OptionEffect | undefined {
  return report?.options.find((option) => option.path === path && option.value === value);
}

/** A relative change in few characters: "+12 %", "−3.1 %", "0 %"; "—" where there is no number. */
function changeText(change: number | null): string {
  if (change === null || Number.isNaN(change)) return '—';
  const size = Math.abs(change) * 100;
  if (size < 0.05) return '0 %';
  const digits = size < 9.95 ? size.toFixed(1) : size < 999.5 ? size.toFixed(0) : '>999';
  return `${change > 0 ? '+' : '−'}${digits} %`;
}

/** Everything an effect cell shows, as one string, so that it is drawn again only when what it says changes. */
export function effectKey(report: DesignReport | null, path: string, value: string | boolean): string {
  const effect = effectOf(report, path, value);
  if (effect === undefined || effect.current) return '';
  const limits =
    effect.kind === 'infeasible' ? effect.reasons.map((reason) => reasonWords(reason).message).join('\n') : '';
  return [changeText(effect.timeChange), changeText(effect.memoryChange), effect.kind, limits].join('\t');
}
