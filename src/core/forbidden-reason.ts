import type { DesignReport } from './report.js';

/**
 * The rule that setting a strategy field to a value would break now, as a sentence; undefined where it may be set. Only
 * rules the value itself would break count: in a design that is invalid already, what is broken anyway must not block the
 * way back.
 */
export function forbiddenReason(report: DesignReport | null, path: string, value: unknown): string | undefined {
  const effect = report?.options.find((option) => option.path === path && option.value === value);
  if (report === null || effect === undefined || effect.current || effect.kind !== 'invalid') return undefined;
  const broken: readonly string[] =
    report.outcome.kind === 'invalid' ? report.outcome.reasons.map((reason) => reason.code) : [];
  return effect.reasons.find((reason) => !broken.includes(reason.code))?.message;
}
