import { Dexie } from 'dexie';
import type { LedgerPort } from '#renderer/data/erasure-ledger.ts';
import type { JournalPort } from '#renderer/data/journal-port.ts';
import { type DataDeps, type OpenedData, openData } from '#renderer/data/open-data.ts';
import { randomBytes } from '#renderer/vault/bytes.ts';
import { createEntryDigest } from '#renderer/vault/entry-digest.ts';
import { createRowDigest } from '#renderer/vault/row-digest.ts';
import { type RowKeys, RowSealing } from '#renderer/vault/row-sealing.ts';
import type { NewParticipant } from '#shared/domain/records/participant.ts';
import { type FrameRow, rowsIn } from '#shared/journal/frame.ts';
import { LiveRows, Pages } from '#shared/journal/live-rows.ts';
import type { SealedRow, Sealing } from '#shared/ports/sealing.ts';
import type { OverwrittenEdit } from '#shared/sync/field-stamps.ts';

// On a test server's address Dexie would print every refused write.
Dexie.debug = false;

const recordKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** Seals with keys of a facility made just now; `next` begins a further epoch. */
export async function rotatingSealing(facilityId = 'f'.repeat(32)): Promise<{
  readonly sealing: Sealing;
  readonly next: () => Promise<string>;
  readonly without: (epoch: string) => Sealing;
}> {
  let keys: RowKeys = {
    facilityId,
    records: new Map([['epoch1', await recordKey()]]),
    currentEpoch: 'epoch1',
    digest: await createRowDigest(randomBytes(32)),
    entryDigest: await createEntryDigest(randomBytes(32)),
  };
  const sealing = new RowSealing(keys);
  return {
    sealing,
    next: async () => {
      const currentEpoch = `epoch${keys.records.size + 1}`;
      keys = {
        ...keys,
        records: new Map([...keys.records, [currentEpoch, await recordKey()]]),
        currentEpoch,
      };
      sealing.extendKeys(keys);
      return currentEpoch;
    },
    without: (epoch) =>
      new RowSealing({ ...keys, records: new Map([...keys.records].filter(([id]) => id !== epoch)) }),
  };
}

/** Seals with keys of a facility made just now. */
export const facilitySealing = async (facilityId?: string): Promise<Sealing> =>
  (await rotatingSealing(facilityId)).sealing;

/** Main's journal in memory; `fail` makes the next append fail with a code, before or after the frame is kept. */
export class MemoryJournal implements JournalPort {
  /** By sequence, from 1 on; those before a base are empty. */
  frames: Uint8Array[] = [];
  base = 0;
  condition: 'clean' | 'damaged' = 'clean';
  fail: { readonly code: string; readonly keeps: boolean } | undefined;

  status: JournalPort['status'] = async () => ({
    ok: true,
    value: {
      lastSeq: this.frames.length,
      base: this.base,
      bytes: this.bytes(),
      condition: this.condition,
    },
  });
  append: JournalPort['append'] = async (seq, payload) => {
    const fault = this.fail;
    this.fail = undefined;
    if (fault && !fault.keeps) return { ok: false, error: fault.code };
    if (seq !== this.frames.length + 1) return { ok: false, error: 'journal.out-of-order' };
    this.frames.push(payload.slice());
    return fault ? { ok: false, error: fault.code } : { ok: true, value: null };
  };
  read: JournalPort['read'] = async (fromSeq, maxBytes) => {
    const frames: { seq: number; payload: Uint8Array }[] = [];
    let bytes = 0;
    const first = this.frames.findIndex(({ length }) => length > 0) + 1;
    for (
      let seq = Math.max(fromSeq, first);
      seq <= this.frames.length && (frames.length === 0 || bytes < maxBytes);
      seq += 1
    ) {
      const payload = this.frames[seq - 1];
      if (!payload) break;
      bytes += payload.length;
      frames.push({ seq, payload });
    }
    const end = (frames.at(-1)?.seq ?? this.frames.length) === this.frames.length;
    return { ok: true, value: { frames, end, base: this.base } };
  };

  bytes(): number {
    return this.frames.reduce((sum, { length }) => sum + length, 0);
  }

  /** Compacts as main does. @param pageBytes small, so that there are many pages. */
  compact(pageBytes = 4_000): void {
    const upTo = this.frames.length;
    const live = new LiveRows();
    const pages = new Pages(pageBytes);
    const each = (use: (seq: number, rows: readonly FrameRow[]) => void): void => {
      for (const [at, payload] of this.frames.entries())
        if (payload.length > 0) use(at + 1, rowsIn(payload) ?? []);
    };
    each((seq, rows) => live.note(seq, rows));
    const written: Uint8Array[] = [];
    each((seq, rows) => written.push(...(seq < upTo ? pages.add(live.left(seq, rows)) : pages.end())));
    written.push(...this.frames.slice(-1));
    if (written.length > upTo) throw new Error('the pages are too small for so few frames');
    this.frames = [...Array.from({ length: upTo - written.length }, () => new Uint8Array()), ...written];
    this.base = upTo;
  }
}

/** Main's erasure ledger in memory; `fail` makes the next addition fail. */
export class MemoryLedger implements LedgerPort {
  entries: readonly Uint8Array[] = [];
  fail = false;

  read: LedgerPort['read'] = async () => ({ ok: true, value: this.entries });
  add: LedgerPort['add'] = async (added) => {
    const fails = this.fail;
    this.fail = false;
    if (fails) return { ok: false, error: 'disk.full' };
    this.entries = [...this.entries, ...added];
    return { ok: true, value: null };
  };
}

/** A workplace that can be closed and opened again on the same database and journal. */
export class Workplace {
  readonly journal = new MemoryJournal();
  readonly name = `test-${crypto.randomUUID()}`;
  now = new Date(2026, 10, 23, 9, 0);
  role: DataDeps['signedIn']['role'] = 'administrator';
  proofSigner: DataDeps['proofSigner'] = async () => ({ ok: false, error: { code: 'certificate.no-key' } });
  workstationId = '0123456789abcdef';
  /** What it was called before restores. */
  replaced: readonly string[] = [];
  /** Main's erasure ledger; a restore leaves it alone. */
  readonly ledger = new MemoryLedger();
  readonly sealing: Sealing;
  #open: OpenedData | undefined;

  constructor(sealing: Sealing) {
    this.sealing = sealing;
  }

  async open(): Promise<OpenedData> {
    await this.close();
    this.#open = await openData({
      sealing: this.sealing,
      signedIn: { accountId: 'account-1', name: 'Test', role: this.role },
      journal: this.journal,
      workstationId: this.workstationId,
      replacedWorkstations: this.replaced,
      now: () => this.now,
      randomBytes,
      ledger: this.ledger,
      proofSigner: this.proofSigner,
      databaseName: this.name,
    });
    return this.#open;
  }

  async close(): Promise<void> {
    await this.#open?.close();
    this.#open = undefined;
  }

  /** The raw database, without the guard. */
  async raw<T>(work: (db: Dexie) => Promise<T>): Promise<T> {
    await this.close();
    const db = await new Dexie(this.name).open();
    try {
      return await work(db);
    } finally {
      db.close();
    }
  }

  /** Gives the rows of a table overwritten edits, as a merge does, under the same rev. */
  async addHistory(table: string, history: readonly OverwrittenEdit[]): Promise<void> {
    const rows = await this.raw((db) => db.table<SealedRow>(table).toArray());
    const opened = await this.sealing.openAll(table, rows);
    const sealed = await this.sealing.sealAll(
      opened.map((answer) => {
        if (!answer.ok) throw new Error('a row does not open');
        const record = JSON.parse(new TextDecoder().decode(answer.value.bytes)) as object;
        const bytes = new TextEncoder().encode(JSON.stringify({ ...record, history }));
        return { ...answer.value, bytes };
      }),
    );
    await this.raw((db) => db.table(table).bulkPut(sealed));
  }

  async remove(): Promise<void> {
    await this.close();
    await Dexie.delete(this.name);
  }
}

/** A participant with the given names and nothing else known. */
export function participant(given: string, family: string | null = null): NewParticipant {
  return {
    number: null,
    given,
    family,
    spellings: [],
    original: null,
    birth: { kind: 'unknown' },
    languages: [],
    room: null,
    arrivedOn: null,
    departedOn: null,
    note: null,
  };
}
