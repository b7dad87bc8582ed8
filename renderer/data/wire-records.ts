/**
 * Records between here and the server. Guarantees: what goes is sealed under a name that says nothing; what does not
 * open, or lies under another name than its own, is told from what can be read later. Pictures lie apart, in pieces
 * that are named by what is in them (docs/decisions/0023): a piece never changes, and none but the right one is read.
 */
import { type RecordKind, recordKinds, recordTypes } from '#shared/domain/records/registry.ts';
import type { OpenedEntry, OutgoingRecord, RecordName, SealedPiece } from '#shared/ports/replica.ts';
import type { SealedRow, Sealing, Unsealed } from '#shared/ports/sealing.ts';
import type { SyncEntry, SyncLine } from '#shared/ports/sync-transport.ts';
import type { RecordVersion } from '#shared/sync/field-stamps.ts';
import { picturedKinds, piecesOf, putBack, withoutPictures } from '#shared/sync/pictures.ts';
import { latestByWorkstation } from '#shared/sync/record-state.ts';
import { readWireContent, rowOnWire, wireContent, wireOf, wireTable, writerOf } from '#shared/sync/wire.ts';
import { breather } from './breather.ts';
import { decodeJson, encodeJson, presentRecord } from './record-codec.ts';

interface WireDeps {
  readonly sealing: Sealing;
  readonly workstationId: string;
  readonly newRev: () => string;
}

export interface WireRecords {
  keyOf(name: RecordName): string;
  /** See `Replica.open`. */
  open(entries: readonly SyncEntry[], get: SyncLine['get']): Promise<readonly OpenedEntry[]>;
  /** In order. */
  seal(
    records: readonly (RecordName & { readonly version: RecordVersion })[],
  ): Promise<readonly OutgoingRecord[]>;
  sealPiece(key: string, piece: string): Promise<SealedPiece>;
  /** The pieces of a version's pictures, by key. */
  piecesOf(kind: RecordKind, version: RecordVersion): ReadonlyMap<string, string>;
}

/** Where a picture was taken from, and its pieces on the server. */
type Reference = readonly [path: readonly (string | number)[], pieces: readonly string[]];

/** What is sealed of a record whose pictures lie apart. */
interface Bare {
  readonly version: RecordVersion;
  readonly pictures: readonly Reference[];
}

/** A piece of a picture stands under this in place of a kind. */
const pieceKind = 'picture';
/** Before the kind of a record whose pictures lie apart: an app that does not know them takes it for a newer one's. */
const pictured = 'pictured ';
/** Of a piece; no later one has changed its form. */
const pieceSchema = 1;
/** Characters of pieces that are kept, so that five hundred certificates read their logos once. */
const mostKept = 32_000_000;

/** What one value is, before its pictures are there. */
type Content =
  | { readonly kind: 'garbage' | 'unknown-epoch' | 'newer' }
  | { readonly kind: 'picture'; readonly row: SealedRow; readonly piece: string }
  | (RecordName & { readonly row: SealedRow; readonly schema: number; readonly bare: Bare });

interface Pieces {
  /** By key. */
  readonly pieces: ReadonlyMap<string, string>;
  /** Keys of those that are under an epoch that this session has no key of. */
  readonly locked: ReadonlySet<string>;
}

export function wireRecords({ sealing, workstationId, newRev }: WireDeps): WireRecords {
  const digest = (kind: string, id: string): string =>
    sealing.digest(wireTable, kind, id).toString(16).padStart(32, '0');
  const keyOf = ({ kind, id }: RecordName): string => digest(kind, id);
  const kept = new KeptPieces();
  const pieceKey = (piece: string): string => {
    const key = kept.keyOf(piece) ?? digest(pieceKind, piece);
    kept.add(key, piece);
    return key;
  };

  const contentOf = (row: SealedRow, { schema, bytes }: Unsealed): Content => {
    const content = readWireContent(bytes);
    if (!content) return { kind: 'garbage' };
    try {
      if (content.kind === pieceKind) {
        const piece = decodeJson<string>(content.json);
        return pieceKey(piece) === row.id ? { kind: 'picture', row, piece } : { kind: 'garbage' };
      }
      const isBare = content.kind.startsWith(pictured);
      const kind = isBare ? content.kind.slice(pictured.length) : content.kind;
      if (!isKind(kind)) return { kind: 'newer' };
      const name = { kind, id: content.id };
      if (keyOf(name) !== row.id) return { kind: 'garbage' };
      if (schema > recordTypes[kind].version) return { kind: 'newer' };
      const json = decodeJson<unknown>(content.json);
      const bare = isBare ? (json as Bare) : { version: json as RecordVersion, pictures: [] };
      return { ...name, row, schema, bare };
    } catch {
      return { kind: 'garbage' };
    }
  };

  const contentsOf = async (entries: readonly SyncEntry[]): Promise<readonly Content[]> => {
    const rows = entries.map(({ key, value }) => rowOnWire(key, value));
    const opened = await sealing.openAll(
      wireTable,
      rows.filter((row) => row !== undefined),
    );
    const epochs = sealing.epochs();
    const contents: Content[] = [];
    const breathe = breather();
    let next = 0;
    for (const row of rows) {
      if (!row) {
        contents.push({ kind: 'garbage' });
        continue;
      }
      const answer = opened[next];
      next += 1;
      if (answer?.ok) contents.push(contentOf(row, answer.value));
      else contents.push({ kind: epochs.includes(row.keyId) ? 'garbage' : 'unknown-epoch' });
      await breathe();
    }
    return contents;
  };

  /** What these contents refer to, as far as it is there and can be opened. */
  const piecesFor = async (contents: readonly Content[], get: SyncLine['get']): Promise<Pieces> => {
    const pieces = new Map<string, string>();
    const note = (found: readonly Content[]): void => {
      for (const content of found) if ('piece' in content) pieces.set(content.row.id, content.piece);
    };
    note(contents);
    const needed = new Set(
      contents.flatMap((content) =>
        'bare' in content ? content.bare.pictures.flatMap(([, keys]) => keys) : [],
      ),
    );
    for (const key of needed) {
      const piece = pieces.get(key) ?? kept.get(key);
      if (piece !== undefined) pieces.set(key, piece);
    }
    const lacking = [...needed].filter((key) => !pieces.has(key));
    const read = await Promise.all(lacking.map((key) => get(key)));
    const entries = read.flatMap((answer) => {
      if (!answer.ok) throw new Error('a picture could not be read');
      return answer.value ? [answer.value] : [];
    });
    const found = await contentsOf(entries);
    note(found);
    const locked = entries.filter((_, at) => found[at]?.kind === 'unknown-epoch');
    return { pieces, locked: new Set(locked.map(({ key }) => key)) };
  };

  const opened = (content: Content, { pieces, locked }: Pieces): OpenedEntry => {
    if (!('row' in content)) return content;
    const isUnderNewest = content.row.keyId === sealing.epochs().at(-1);
    if (!('bare' in content)) return { kind: 'picture', isUnderNewest };
    const { kind, id, row, schema, bare } = content;
    const keys = bare.pictures.flatMap(([, pictureKeys]) => pictureKeys);
    if (keys.some((key) => locked.has(key))) return { kind: 'unknown-epoch' };
    const lacking = keys.filter((key) => !pieces.has(key));
    if (lacking.length > 0) return { kind: 'lacking', pieces: lacking };
    try {
      putBack(
        bare.version,
        bare.pictures.map(([path, own]) => ({ path, picture: own.map((key) => pieces.get(key)).join('') })),
      );
      const version = presentRecord(kind, schema, bare.version);
      const ownUpTo = latestOwn(version, workstationId);
      return { kind: 'record', name: { kind, id }, version, writer: writerOf(row), isUnderNewest, ownUpTo };
    } catch {
      return { kind: 'garbage' };
    }
  };

  /** A version as it is sealed, with the pieces it refers to. */
  const bareOf = (
    kind: RecordKind,
    version: RecordVersion,
  ): Bare & { pieces: ReadonlyMap<string, string> } => {
    const pieces = new Map<string, string>();
    if (!picturedKinds.includes(kind)) return { version, pictures: [], pieces };
    const { bare, pictures } = withoutPictures(version);
    const references = pictures.map(({ path, picture }): Reference => {
      const own = piecesOf(picture).map((piece) => [pieceKey(piece), piece] as const);
      for (const [key, piece] of own) pieces.set(key, piece);
      return [path, own.map(([key]) => key)];
    });
    return { version: bare, pictures: references, pieces };
  };

  return {
    keyOf,
    open: async (entries, get) => {
      const contents = await contentsOf(entries);
      const pieces = await piecesFor(contents, get);
      return contents.map((content) => opened(content, pieces));
    },
    seal: async (records) => {
      const bare = records.map(({ kind, version }) => bareOf(kind, version));
      const rows = await sealing.sealAll(
        records.map(({ kind, id, version }, at) => {
          const { pictures = [], version: left = version } = bare[at] ?? {};
          const content =
            pictures.length > 0
              ? wireContent(`${pictured}${kind}`, id, encodeJson({ version: left, pictures } satisfies Bare))
              : wireContent(kind, id, encodeJson(version));
          const { version: schema } = recordTypes[kind];
          return { ...sealedAs(keyOf({ kind, id }), newRev()), schema, bytes: content };
        }),
      );
      return records.map(({ kind, id }, at) => {
        const row = rows[at];
        if (!row) throw new Error('a record was not sealed');
        const pieces = bare[at]?.pieces ?? new Map();
        return { kind, id, key: row.id, rev: row.rev, value: wireOf(row), pieces };
      });
    },
    sealPiece: async (key, piece) => {
      const bytes = wireContent(pieceKind, '', encodeJson(piece));
      const row = await sealing.seal({ ...sealedAs(key, newRev()), schema: pieceSchema, bytes });
      return { rev: row.rev, epoch: row.keyId, value: wireOf(row) };
    },
    piecesOf: (kind, version) => bareOf(kind, version).pieces,
  };
}

const sealedAs = (id: string, rev: string) => ({ table: wireTable, id, rev, index: {} });

export const isKind = (kind: string): kind is RecordKind => (recordKinds as readonly string[]).includes(kind);

/** The workstation's latest stamp that a version knows. */
export function latestOwn(version: RecordVersion, workstationId: string): string {
  const stamps = Object.values(version.stamps);
  const others =
    'erased' in version
      ? []
      : [...(version.history ?? []).map(({ stamp }) => stamp), ...(version.seen ?? [])];
  return latestByWorkstation([...stamps, ...others]).get(workstationId) ?? '';
}

/** Pieces that were read lately. What they hold is theirs for ever: a piece is named by it. */
class KeptPieces {
  readonly #pieces = new Map<string, string>();
  readonly #keys = new Map<string, string>();
  #length = 0;

  get(key: string): string | undefined {
    return this.#pieces.get(key);
  }

  keyOf(piece: string): string | undefined {
    return this.#keys.get(piece);
  }

  add(key: string, piece: string): void {
    if (this.#pieces.has(key)) return;
    this.#pieces.set(key, piece);
    this.#keys.set(piece, key);
    this.#length += piece.length;
    for (const [oldKey, old] of this.#pieces) {
      if (this.#length <= mostKept) break;
      this.#pieces.delete(oldKey);
      this.#keys.delete(old);
      this.#length -= old.length;
    }
  }
}
