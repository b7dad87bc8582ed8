/** A row that was not let in: changed or moved on the disk, of another facility, or of a newer version of the app. */
export interface RefusedRow {
  readonly table: string;
  readonly id: string;
  readonly reason: 'tampered' | 'foreign-key' | 'malformed' | 'newer';
}

export interface DamagePort {
  /** The same array until another row is refused. */
  current(): readonly RefusedRow[];
  subscribe(listener: () => void): () => void;
}
