import { grouped } from '../core/quantities/grouped.js';

/** A time as a person plans with it: "under a second", "40 s", "12 min", "3.5 h". */
export function durationText(seconds: number): string {
  if (seconds < 1) return 'under a second';
  if (seconds < 99.5) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  const hours = seconds / 3600;
  return hours < 48 ? `${hours.toFixed(hours < 9.95 ? 1 : 0)} h` : `${grouped(Math.round(hours / 24))} days`;
}

/** A time that passed: "0.42 s", "3.1 s", "40 s". */
export const elapsedText = (seconds: number): string =>
  seconds < 10 ? `${seconds.toPrecision(2)} s` : durationText(seconds);

/** So many a second, in three digits: "71.2 M/s". */
export function paceText(perSecond: number): string {
  if (!(perSecond > 0)) return '—';
  if (perSecond >= 1e6) return `${(perSecond / 1e6).toPrecision(3)} M/s`;
  return perSecond >= 1e3 ? `${(perSecond / 1e3).toPrecision(3)} k/s` : `${perSecond.toPrecision(3)} /s`;
}
