import type { HeatmapFigure, StudyFigure } from '../../core/studies/figure.js';
import { sequential } from '../../ui/palette.js';

/** Cividis at even steps: as viridis, and the same to every kind of colour-blind eye. */
const CIVIDIS = [
  '#00204D',
  '#00336F',
  '#39486B',
  '#575C6D',
  '#707173',
  '#8A8779',
  '#A69D75',
  '#C4B56C',
  '#E4CF5B',
  '#FFEA46',
];

type Rgb = readonly [red: number, green: number, blue: number];

const hexOf = (colour: Rgb): string => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
const rgbOf = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

function mixed(from: string, to: string, share: number): string {
  const [a, b] = [rgbOf(from), rgbOf(to)];
  const part = (index: 0 | 1 | 2): number => Math.round(a[index] + (b[index] - a[index]) * share);
  return hexOf([part(0), part(1), part(2)]);
}

/** Which values the colours stand for. Bright is good. */
export interface ColourScale {
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
  readonly lowIsGood: boolean;
  readonly map: 'viridis' | 'cividis';
}

/** Values that differ by more than this factor are told apart by their logarithms only. */
const LOG_FROM = 50;

/**
 * The colours of a heatmap: one scale for all figures that name the same one, over all their values. The second scale of
 * a study has other colours, so that nobody compares across.
 */
export function colourScale({ scale }: HeatmapFigure, figures: readonly StudyFigure[]): ColourScale {
  const maps = figures.filter((each): each is HeatmapFigure => each.kind === 'heatmap');
  const ids = [...new Set(maps.map((each) => each.scale.id))];
  let [low, high, least] = [Infinity, -Infinity, Infinity];
  for (const map of maps.filter((each) => each.scale.id === scale.id)) {
    for (const { value } of map.cells.flat()) {
      if (value === null || !Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
      if (value > 0) least = Math.min(least, value);
    }
  }
  const log = low >= 0 && high / least >= LOG_FROM;
  return {
    low: log ? least : low,
    high,
    log,
    lowIsGood: scale.lowIsGood,
    map: ids.indexOf(scale.id) % 2 === 1 ? 'cividis' : 'viridis',
  };
}

/** Where a value stands between the ends of the scale, 0 to 1, from worst to best. */
export function shareOf(value: number, { low, high, log, lowIsGood }: ColourScale): number {
  const at = (each: number): number => (log ? Math.log(Math.max(each, low)) : each);
  const raw = high > low ? (at(Math.min(value, high)) - at(low)) / (at(high) - at(low)) : lowIsGood ? 0 : 1;
  const share = Math.min(1, Math.max(0, raw));
  return lowIsGood ? 1 - share : share;
}

/** The value at a share of the way from low to high. */
export const valueAt = (share: number, { low, high, log }: ColourScale): number =>
  log ? low * (high / low) ** share : low + (high - low) * share;

/** The colour of a share from worst (0) to best (1). */
export function colourAt(share: number, map: ColourScale['map']): string {
  if (map === 'viridis') return hexOf(sequential(share));
  const at = Math.min(1, Math.max(0, share)) * (CIVIDIS.length - 1);
  const low = CIVIDIS[Math.floor(at)] ?? '#00204D';
  return mixed(low, CIVIDIS[Math.ceil(at)] ?? low, at - Math.floor(at));
}

/** Differences from here on have the full colour. */
const MOST_DIFFERENCE = 0.1;
const LESS = '#4393C3';
const MORE = '#D6604D';
const NEUTRAL = { light: '#F7F7F7', dark: '#3A4149' } as const;

/** The colour of a relative difference: none, less or more. */
export function differenceColour(difference: number, scheme: 'light' | 'dark'): string {
  const share = Math.min(1, Math.abs(difference) / MOST_DIFFERENCE);
  return mixed(NEUTRAL[scheme], difference < 0 ? LESS : MORE, share);
}
