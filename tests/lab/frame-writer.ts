import { digestSum, fromSums, type Manifest, moved, toSums } from '#renderer/data/manifest.ts';
import { encodeJson, encodeRecord } from '#renderer/data/record-codec.ts';
import { openFrame } from '#renderer/data/replay.ts';
import { layoutVersion } from '#renderer/data/store.ts';
import { call } from '#renderer/host/host.ts';
import { type ChainHeads, entryId, nextLink } from '#shared/domain/audit/chain.ts';
import type { RecordPut } from '#shared/domain/commands/define.ts';
import type { AuditEntry } from '#shared/domain/records/audit-entry.ts';
import { encodeFrame, frameTable } from '#shared/journal/frame.ts';
import type { Sealing, Unsealed } from '#shared/ports/sealing.ts';

/** Rows of one journal frame. */
const frameRows = 500;
const stamp = `${'0'.repeat(13)}${'0'.repeat(16)}`;

/**
 * Appends frames of the real format to the journal, far faster than commands would. The window must be loaded anew
 * afterwards: the next unlock takes the frames over.
 */
export class FrameWriter {
  readonly #sealing: Sealing;
  readonly #workstationId: string;
  #seq: number;
  #manifest: Manifest;
  #heads: ChainHeads;
  #rows: Unsealed[] = [];
  #drawn = 0;

  private constructor(
    sealing: Sealing,
    workstationId: string,
    { seq, manifest, heads }: { seq: number; manifest: Manifest; heads: ChainHeads },
  ) {
    this.#sealing = sealing;
    this.#workstationId = workstationId;
    this.#seq = seq;
    this.#manifest = manifest;
    this.#heads = heads;
  }

  /** Goes on behind the journal's last frame. */
  static async behindLast(sealing: Sealing, workstationId: string): Promise<FrameWriter> {
    return new FrameWriter(sealing, workstationId, await lastFrame(sealing));
  }

  /** A record that is not there yet. */
  async put({ kind, id, value }: RecordPut): Promise<void> {
    this.#rows.push(encodeRecord(kind, id, this.#rev(), { value, stamps: { '*': stamp } }));
    if (this.#rows.length === frameRows) await this.end();
  }

  /** An entry of the audit log, linked to the one before. */
  async note(entry: Pick<AuditEntry, 'at' | 'accountId' | 'command' | 'subjects'>): Promise<void> {
    const workstationId = this.#workstationId;
    const value: AuditEntry = { ...entry, workstationId, ...nextLink(this.#heads, workstationId) };
    const { number } = value;
    const id = entryId(workstationId, number);
    const digest = this.#sealing.entryDigest(id, value);
    this.#heads = { ...this.#heads, [workstationId]: { number, digest } };
    await this.put({ kind: 'audit', id, value });
  }

  /** Journals what is left. */
  async end(): Promise<void> {
    if (this.#rows.length === 0) return;
    const rows = this.#rows;
    this.#rows = [];
    const sealing = this.#sealing;
    this.#seq += 1;
    const digests = rows.map(({ table, id, rev }) => sealing.digest(table, id, rev));
    this.#manifest = moved(
      this.#manifest,
      rows.map(({ table }, at) => ({ table, before: undefined, after: digests[at] })),
    );
    const seq = this.#seq;
    const sums = toSums(this.#manifest);
    const plain: Unsealed = {
      table: frameTable,
      id: String(seq),
      rev: this.#rev(),
      index: {},
      schema: layoutVersion,
      bytes: encodeJson({ seq, rowsDigest: digestSum(digests), sums, heads: this.#heads }),
    };
    const [trailer, ...sealed] = await sealing.sealAll([plain, ...rows]);
    if (!trailer) throw new Error('not sealed');
    const payload = encodeFrame({
      trailer,
      rows: sealed.map((row, at) => ({ table: rows[at]?.table ?? '', row })),
    });
    const answer = await call('journal.append', { seq, payload });
    if (!answer.ok) throw new Error(answer.error);
  }

  #rev(): string {
    this.#drawn += 1;
    return `${(this.#seq + 1).toString(36)}.${this.#workstationId}.${this.#drawn.toString(16).padStart(8, '0')}`;
  }
}

async function lastFrame(sealing: Sealing): Promise<{ seq: number; manifest: Manifest; heads: ChainHeads }> {
  const status = await call('journal.status', undefined);
  const seq = status.ok ? status.value.lastSeq : 0;
  const answer = seq > 0 ? await call('journal.read', { fromSeq: seq, maxBytes: 1 }) : undefined;
  const frame = answer?.ok ? answer.value.frames[0] : undefined;
  if (!frame) return { seq, manifest: new Map(), heads: {} };
  const { trailer } = await openFrame(sealing, seq, frame.payload);
  return { seq, manifest: fromSums(trailer.sums), heads: trailer.heads ?? {} };
}
