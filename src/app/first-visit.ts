import { keptText } from '../share/storage.js';

const KEY = 'calculon-explorer/tour';

let first = false;

/**
 * Finds out whether the person is here for the first time, and not by a link. Call once, before the design on the
 * screen is kept. Where nothing can be kept it is never the first time: they would be told again at each visit.
 */
export function noteFirstVisit(): void {
  try {
    const isKnown = localStorage.getItem(KEY) !== null || (keptText(localStorage) ?? '') !== '';
    first = !isKnown && window.location.hash.length <= 1;
  } catch {
    first = false;
  }
}

export const isFirstVisit = (): boolean => first;

/** The tour was finished or skipped: it does not come by itself again. */
export function rememberTour(): void {
  first = false;
  try {
    localStorage.setItem(KEY, 'seen');
  } catch {
    // It would not have come again anyway.
  }
}
