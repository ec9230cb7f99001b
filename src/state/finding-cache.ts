import type { Finding, StudyQuestion } from '../core/studies/question.js';

/** A finding is a few hundred bytes. */
const MOST_FINDINGS = 20_000;
/** Models and systems are kept as text to be told apart, a thousand bytes each. */
const MOST_TEXTS = 10_000;

/** What was found lately, by question: an answer never changes, so that no question need be asked twice. */
export class FindingCache {
  /** The one used longest ago first. */
  private readonly findings = new Map<string, Finding>();
  private ids = new Map<string, number>();
  /** The objects seen lately; most questions of a study share theirs. */
  private idOf = new WeakMap<object, number>();
  private texts = 0;

  constructor(
    private readonly mostFindings = MOST_FINDINGS,
    private readonly mostTexts = MOST_TEXTS,
  ) {}

  /**
   * A text for a question and never for another; the same for a question made again in the same way. (JSON has no infinity,
   * but its `null` stands for nothing else where a number may be infinite.)
   */
  keyOf({ design, searches, topRates = 0, bins = 0 }: StudyQuestion): string {
    const own = JSON.stringify([topRates, bins, design.strategy, searches]);
    return `${this.id(design.model)} ${this.id(design.system)} ${own}`;
  }

  get(key: string): Finding | null {
    const finding = this.findings.get(key);
    if (finding === undefined) return null;
    this.findings.delete(key);
    this.findings.set(key, finding);
    return finding;
  }

  set(key: string, finding: Finding): void {
    this.findings.delete(key);
    this.findings.set(key, finding);
    if (this.findings.size <= this.mostFindings) return;
    const [oldest] = this.findings.keys();
    if (oldest !== undefined) this.findings.delete(oldest);
  }

  /** A number for each different value; never one that another value had. */
  private id(value: object): number {
    const known = this.idOf.get(value);
    if (known !== undefined) return known;
    if (this.ids.size >= this.mostTexts) {
      // numbers go on, so that what was found before is no longer met, and falls out in time
      this.ids = new Map();
      this.idOf = new WeakMap();
    }
    const text = JSON.stringify(value);
    const id = this.ids.get(text) ?? ++this.texts;
    this.ids.set(text, id);
    this.idOf.set(value, id);
    return id;
  }
}
