/** A form that was being filled in when the app was locked. */
export interface BegunEntry {
  /** The screen's address, with its query. */
  readonly address: string;
  /** What was typed, as the form keeps it: plain JSON. */
  readonly values: unknown;
  /** ISO instant of the last change. */
  readonly at: string;
}

/**
 * Entries in progress. In memory while the app is open, sealed on the disk while it is locked, and offered again to the
 * account that began them.
 */
export interface BegunEntriesPort {
  /** Keeps what stands in the form at an address. */
  keep(address: string, values: unknown): void;
  /** The form was saved, or left on purpose. */
  drop(address: string): void;
  /** What was typed at an address before the lock; changes nothing, so that a screen may ask while it is drawn. */
  peek(address: string): unknown;
  /** A form has what `peek` gave: it is not offered again. */
  taken(address: string): void;
  /** What waits to be gone on with, latest first; the same array until that changes. */
  waiting(): readonly BegunEntry[];
  subscribe(listener: () => void): () => void;
}
