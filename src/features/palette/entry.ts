/** Something the palette can do. */
export interface Entry {
  /** Stable: `view/search`, `field/system/mem1.GiB`. */
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** What it may also be looked for by: symbols, other names. */
  readonly words: string;
  /** More of them, by which no value is set: what it has to do with. */
  readonly kin?: string;
  /** At the right: the value now, the keys. Asked for when it is shown. */
  readonly aside?: () => string;
  /** Why it cannot be done as things are. */
  readonly problem?: string;
  readonly run: () => void;
}
