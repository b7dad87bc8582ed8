import { Dexie } from 'dexie';
import type { JournalPort } from '#renderer/data/journal-port.ts';
import { type DataDeps, type OpenedData, openData } from '#renderer/data/open-data.ts';
import { randomBytes } from '#renderer/vault/bytes.ts';
import { createRowDigest } from '#renderer/vault/row-digest.ts';
import { RowSealing } from '#renderer/vault/row-sealing.ts';
import type { NewParticipant } from '#shared/domain/records/participant.ts';
import type { Sealing } from '#shared/ports/sealing.ts';

// On a test server's address Dexie would print every refused write.
Dexie.debug = false;

/** Seals with keys of a facility made just now. */
export async function facilitySealing(facilityId = 'f'.repeat(32)): Promise<Sealing> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  return new RowSealing({
    facilityId,
    records: new Map([['epoch1', key]]),
    currentEpoch: 'epoch1',
    digest: await createRowDigest(randomBytes(32)),
  });
}

/** Main's journal in memory; `fail` makes the next append fail with a code, before or after the frame is kept. */
export class MemoryJournal implements JournalPort {
  frames: Uint8Array[] = [];
  condition: 'clean' | 'damaged' = 'clean';
  fail: { readonly code: string; readonly keeps: boolean } | undefined;

  status: JournalPort['status'] = async () => ({
    ok: true,
    value: {
      lastSeq: this.frames.length,
      bytes: this.frames.reduce((sum, { length }) => sum + length, 0),
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
    for (
      let seq = fromSeq;
      seq <= this.frames.length && (frames.length === 0 || bytes < maxBytes);
      seq += 1
    ) {
      const payload = this.frames[seq - 1];
      if (!payload) break;
      bytes += payload.length;
      frames.push({ seq, payload });
    }
    return { ok: true, value: { frames, end: fromSeq + frames.length > this.frames.length } };
  };
}

/** A workplace that can be closed and opened again on the same database and journal. */
export class Workplace {
  readonly journal = new MemoryJournal();
  readonly name = `test-${crypto.randomUUID()}`;
  now = new Date(2026, 10, 23, 9, 0);
  role: DataDeps['signedIn']['role'] = 'administrator';
  workstationId = '0123456789abcdef';
  /** What it was called before restores. */
  replaced: readonly string[] = [];
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
      proofSigner: async () => ({ ok: false, error: { code: 'certificate.no-key' } }),
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
