/**
 * What the data layer needs of an open vault. Implemented in renderer/vault; plain values only, so that the data
 * layer knows no key.
 */

/** A record as it lies on disk and, later, on the server: an identity, a unique write, and ciphertext. */
export interface SealedRow {
  readonly id: string;
  /** Unique to the write: `counter.workstation.random`. */
  readonly rev: string;
  /** Which epoch's key sealed it. */
  readonly keyId: string;
  /** 12 random bytes. */
  readonly nonce: Uint8Array;
  /** 2 bytes schema version (big endian), then AES-256-GCM ciphertext with its tag. */
  readonly body: Uint8Array;
  /** Allow-listed index fields: random ids only. Bound by the seal. */
  readonly index: RowIndex;
}

/** Random ids of other records by which rows are found. Never a value of a person. */
export type RowIndex = Readonly<Partial<Record<IndexName, string>>>;
export const indexNames = ['participantId', 'groupId', 'offerId', 'sessionId'] as const;
export type IndexName = (typeof indexNames)[number];

/** What is sealed and to what it is bound. */
export interface Unsealed {
  readonly table: string;
  readonly id: string;
  readonly rev: string;
  readonly index: RowIndex;
  readonly schema: number;
  /** UTF-8 bytes of the record's JSON. */
  readonly bytes: Uint8Array;
}

/** Why a row was refused. `foreign-key`: sealed by another facility or under an epoch that this account has no key for. */
export const SealRefusal = {
  Tampered: 'tampered',
  ForeignKey: 'foreign-key',
  Malformed: 'malformed',
} as const;
export type SealRefusal = (typeof SealRefusal)[keyof typeof SealRefusal];

export type Opened =
  | { readonly ok: true; readonly value: Unsealed }
  | { readonly ok: false; readonly error: SealRefusal };

export interface Sealing {
  /** Associated data: facility, table, id, rev, schema version, index fields. */
  seal(plain: Unsealed): Promise<SealedRow>;
  /** Never throws for bad input: one unreadable row must not hide the others. */
  open(table: string, row: SealedRow): Promise<Opened>;
  /** Many at once, in order. Spread over workers where that pays. */
  sealAll(plain: readonly Unsealed[]): Promise<SealedRow[]>;
  openAll(table: string, rows: readonly SealedRow[]): Promise<Opened[]>;
  /** Epochs that this session has keys of, the newest last: rows are sealed under that one. */
  epochs(): readonly string[];
  /** Keyed 128-bit digest of (table, id, rev), synchronous: the manifest sums these modulo 2^128. */
  digest(table: string, id: string, rev: string): bigint;
  /** Keyed 256-bit digest of an audit entry under its id, in hex, synchronous: the next entry holds it. */
  entryDigest(id: string, entry: unknown): string;
}
