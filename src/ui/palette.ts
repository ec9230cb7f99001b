/**
 * The colours of the charts. One colour always means the same thing: time after Paul Tol's muted scheme
 * (safe for colour-blind eyes, and the paper's), memory after his bright one. Keys are quantity ids.
 */
export interface Paint {
  readonly fill: string;
  /** Drawn over the fill where two quantities share one colour, so that colour is never the only carrier. */
  readonly hatched?: boolean;
}

/** The eleven parts of the batch time, in the order they are drawn. */
export const TIME_PAINT = {
  'forward-time': { fill: '#AA4499' },
  'backward-time': { fill: '#882255' },
  'optimizer-time': { fill: '#CC6677' },
  'bubble-time': { fill: '#DDCC77' },
  'recompute-time': { fill: '#999933' },
  'tensor-exposed': { fill: '#117733' },
  'pipeline-exposed': { fill: '#44AA99' },
  'data-exposed': { fill: '#88CCEE' },
  'forward-offload-exposed': { fill: '#332288' },
  'backward-offload-exposed': { fill: '#332288', hatched: true },
  'recommunication-exposed': { fill: '#6699CC' },
} as const satisfies Record<string, Paint>;

/** The six classes of memory, in the order they are drawn. */
export const MEMORY_PAINT = {
  'weight-memory': { fill: '#4477AA' },
  'activation-memory': { fill: '#66CCEE' },
  'checkpoint-memory': { fill: '#99DDFF' },
  'weight-gradient-memory': { fill: '#228833' },
  'activation-gradient-memory': { fill: '#AA3377' },
  'optimizer-memory': { fill: '#EE6677' },
} as const satisfies Record<string, Paint>;

/** What a search says of a strategy: it fits, or the first limit it breaks. */
export const FIT_PAINT = {
  feasible: { fill: '#4393C3' },
  too_slow: { fill: '#92C5DE' },
  tier1_capacity: { fill: '#D6604D' },
  tier2_capacity: { fill: '#F4A582' },
  offload_needs_blocks: { fill: '#5E4FA2' },
  network_size: { fill: '#8A8F96' },
  network_not_filled: { fill: '#B9BEC4', hatched: true },
} as const satisfies Record<string, Paint>;

/** Viridis at even steps: equal steps of a value look equal, in print and to colour-blind eyes too. */
const SEQUENTIAL = [
  '#440154',
  '#482878',
  '#3E4989',
  '#31688E',
  '#26828E',
  '#1F9E89',
  '#35B779',
  '#6DCD59',
  '#B4DE2C',
  '#FDE725',
];

/** The sequential scale's colour for a share of 0 to 1, as [red, green, blue] of 0 to 255. */
export function sequential(share: number): readonly [number, number, number] {
  const at = Math.min(1, Math.max(0, share)) * (SEQUENTIAL.length - 1);
  const low = SEQUENTIAL[Math.floor(at)] ?? '#440154';
  const high = SEQUENTIAL[Math.ceil(at)] ?? low;
  const mix = (from: number): number => {
    const [a, b] = [low, high].map((colour) => Number.parseInt(colour.slice(from, from + 2), 16)) as [number, number];
    return Math.round(a + (b - a) * (at - Math.floor(at)));
  };
  return [mix(1), mix(3), mix(5)];
}

/** Text on a fill: the darker or the lighter ink, whichever stands out more. */
const DARK_INK = '#000000';
const LIGHT_INK = '#ffffff';

function channel(hex: string): number {
  const value = Number.parseInt(hex, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance of `#rrggbb`, 0–1 (WCAG 2.2). */
function luminance(colour: string): number {
  return (
    0.2126 * channel(colour.slice(1, 3)) + 0.7152 * channel(colour.slice(3, 5)) + 0.0722 * channel(colour.slice(5, 7))
  );
}

/** Contrast ratio of two `#rrggbb` colours, 1–21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** The ink to write on `fill` with: at least 4.5 : 1 on any fill. */
export function inkOn(fill: string): string {
  return contrast(fill, DARK_INK) >= contrast(fill, LIGHT_INK) ? DARK_INK : LIGHT_INK;
}
