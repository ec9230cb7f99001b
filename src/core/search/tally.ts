import type { Bytes } from '../quantities/units.js';
import type { InfeasibleCode } from '../strategy/reasons.js';
import { ParetoFront } from './pareto-front.js';
import type { FrontRow } from './pareto-front.js';
import { RowStore } from './row-store.js';
import type { RowColumns } from './row-store.js';
import { TopList } from './top-list.js';
import type { SearchRow } from './top-list.js';

/** Strategies that break a limit, each counted under the first one in the reference's order. */
export type InfeasibleCounts = Record<InfeasibleCode, number>;

/** A strategy that would fit but for a little memory. */
export interface NearestMiss {
  readonly place: number;
  readonly overBytes: Bytes;
}

/** How often each choice occurs among feasible strategies: by field, then by value as text. */
export type ChoiceCounts = Record<string, Record<string, number>>;

/** What a search found so far. Plain data: it crosses workers and adds up. */
export interface SearchTally {
  readonly evaluated: number;
  readonly feasible: number;
  readonly infeasible: InfeasibleCounts;
  /** Strategies that fit but are slower than the least rate asked for; not among the feasible. */
  readonly tooSlow: number;
  readonly nearestMiss: NearestMiss | null;
  readonly best: readonly SearchRow[];
  readonly front: readonly FrontRow[];
  /** Feasible strategies by rate, in equal steps of `binWidth` samples/s from 0. */
  readonly bins: Float64Array;
  readonly binWidth: number;
  readonly choices: ChoiceCounts;
  /** Every feasible row, if they were asked for and are no more than asked for. */
  readonly rows: RowColumns | null;
}

const noInfeasible = (): InfeasibleCounts => ({
  network_size: 0,
  network_not_filled: 0,
  offload_needs_blocks: 0,
  tier1_capacity: 0,
  tier2_capacity: 0,
});

const BINS = 8192;

export interface TallySettings {
  /** How many of the best strategies to keep. */
  readonly top: number;
  /** No rate exceeds this; what does counts in the last bin. */
  readonly rateBound: number;
  readonly hbmBytes: Bytes;
  /** Strategies below this rate are left out. */
  readonly leastRate: number;
  /** Keep every feasible row while there are no more than this; 0 to keep none. */
  readonly mostRows: number;
}

/** Collects a search's results as it goes, in bounded memory. */
export class Tally {
  evaluated = 0;
  feasible = 0;
  tooSlow = 0;
  /** What the objective makes of one sample/s of the block at work. */
  scorePerRate = 1;
  readonly infeasible = noInfeasible();
  nearestMiss: NearestMiss | null = null;
  private readonly top: TopList;
  private readonly front: ParetoFront;
  private readonly bins = new Float64Array(BINS);
  private readonly binsPerRate: number;
  private readonly choices: ChoiceCounts = {};
  private rows: RowStore | null;

  constructor(private readonly settings: TallySettings) {
    this.top = new TopList(settings.top);
    this.front = new ParetoFront(settings.hbmBytes);
    this.binsPerRate = BINS / settings.rateBound;
    this.rows = settings.mostRows > 0 ? new RowStore(settings.mostRows) : null;
  }

  /** A strategy that fits; `feasible` has counted it already. */
  add(place: number, rate: number, tier1Bytes: Bytes, tier2Bytes: Bytes): void {
    if (rate < this.settings.leastRate) {
      this.tooSlow++;
      return;
    }
    const bin = (rate * this.binsPerRate) | 0;
    const last = bin < BINS ? bin : BINS - 1;
    this.bins[last] = (this.bins[last] as number) + 1;
    this.top.offer(place, rate, rate * this.scorePerRate, tier1Bytes, tier2Bytes);
    this.front.offer(place, rate, tier1Bytes, tier2Bytes);
    if (this.rows !== null && !this.rows.add(place, rate, tier1Bytes, tier2Bytes)) this.rows = null;
  }

  /** A strategy that misses tier 1 by `overBytes`. */
  missed(place: number, overBytes: Bytes): void {
    const nearest = this.nearestMiss;
    // of equals the earliest, so that the order of the slices does not matter
    if (nearest === null || (overBytes - nearest.overBytes || place - nearest.place) < 0)
      this.nearestMiss = { place, overBytes };
  }

  /** `count` feasible strategies have `field` = `value`. */
  chose(field: string, value: string | number | boolean, count: number): void {
    if (count === 0) return;
    const values = (this.choices[field] ??= {});
    values[String(value)] = (values[String(value)] ?? 0) + count;
  }

  /** Adds another worker's result of other slices of the same space. */
  merge(other: SearchTally): void {
    this.evaluated += other.evaluated;
    this.feasible += other.feasible + other.tooSlow;
    this.tooSlow += other.tooSlow;
    for (const code of Object.keys(this.infeasible) as InfeasibleCode[])
      this.infeasible[code] += other.infeasible[code];
    if (other.nearestMiss !== null) this.missed(other.nearestMiss.place, other.nearestMiss.overBytes);
    this.top.merge(other.best);
    this.front.merge(other.front);
    for (let i = 0; i < BINS; i++) this.bins[i] = (this.bins[i] as number) + (other.bins[i] as number);
    if (this.rows !== null && (other.rows === null || !this.rows.append(other.rows))) this.rows = null;
    for (const [field, values] of Object.entries(other.choices)) {
      for (const [value, count] of Object.entries(values)) this.chose(field, value, count);
    }
  }

  /** What there is so far; without its rows for a look in between, since they are copied. */
  result({ rows = true } = {}): SearchTally {
    return {
      evaluated: this.evaluated,
      feasible: this.feasible - this.tooSlow,
      tooSlow: this.tooSlow,
      infeasible: { ...this.infeasible },
      nearestMiss: this.nearestMiss,
      best: [...this.top.rows],
      front: [...this.front.rows],
      bins: this.bins.slice(),
      binWidth: this.settings.rateBound / BINS,
      choices: Object.fromEntries(Object.entries(this.choices).map(([field, values]) => [field, { ...values }])),
      rows: rows ? (this.rows?.columns() ?? null) : null,
    };
  }
}
