/** What every link of a test begins with. */
export const OPENING = '#v=1&model=gpt3-175b&system=a100-80g&strategy=fig3';

/** A browser's address bar and history, as far as links go. */
export class FakePage extends EventTarget {
  readonly entries: string[] = [''];
  at = 0;
  writes = 0;
  limit = Infinity;
  readonly events = this;
  readonly location = { hash: '' };
  readonly history = {
    pushState: (_: unknown, __: string, url?: string | URL | null) =>
      this.write(() => this.entries.splice(++this.at, Infinity, String(url))),
    replaceState: (_: unknown, __: string, url?: string | URL | null) =>
      this.write(() => this.entries.splice(this.at, 1, String(url))),
  };
  private write(change: () => void): void {
    if (this.writes >= this.limit) throw new DOMException('Too many calls', 'SecurityError');
    this.writes += 1;
    change();
    this.location.hash = this.entries[this.at] ?? '';
  }
  go(by: number): void {
    this.at += by;
    this.location.hash = this.entries[this.at] ?? '';
    this.dispatchEvent(new Event('popstate'));
    this.dispatchEvent(new Event('hashchange'));
  }
  /** The entries without what all of them begin with. */
  get steps(): string[] {
    return this.entries.map((entry) => entry.replace(OPENING, ''));
  }
}
