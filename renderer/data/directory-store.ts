/**
 * The directory in memory and its chunks. Guarantees, against a write that fails half way: a change is first prepared
 * (new chunks beside the old ones) and taken over only when it is journalled and stored. Parts named by a month are
 * opened when they are asked for.
 */
import type { DirectoryKind, EntryOf, Projected } from '#shared/domain/directory.ts';

type Entry = EntryOf[DirectoryKind];

/** Entries of one chunk at most: small enough that sealing it again costs nothing to notice at a check-in. */
const chunkSize = 128;
/** A sheet's entry holds everybody's mark, and one of them is written with every key of a roll call. */
const sheetChunkSize = 32;
const sizeOf = (part: string): number => (part.startsWith('attendanceSheet/') ? sheetChunkSize : chunkSize);

export interface Chunk {
  readonly id: string;
  readonly part: string;
  readonly entries: readonly Entry[];
}

export interface EntryChange {
  readonly id: string;
  readonly before: Projected<DirectoryKind> | undefined;
  readonly after: Projected<DirectoryKind> | undefined;
}

/** Chunk ids by part, as the root row keeps them. */
export type Parts = Readonly<Record<string, readonly string[]>>;

export interface Prepared {
  readonly parts: Parts;
  readonly written: readonly Chunk[];
  readonly removed: readonly string[];
  /** Takes the change over into memory. */
  commit(): void;
}

/** Opens chunks of a part. */
export type LoadChunks = (part: string, chunkIds: readonly string[]) => Promise<readonly Chunk[]>;

export class DirectoryStore {
  #parts: Parts;
  readonly #chunks = new Map<string, Chunk>();
  /** In which chunk an entry is: `part kind` and id. */
  readonly #home = new Map<string, string>();
  readonly #byPart = new Map<string, Map<string, Entry>>();
  readonly #lists = new Map<string, readonly Entry[]>();

  readonly #load: LoadChunks;
  readonly #newId: () => string;

  constructor(parts: Parts, load: LoadChunks, newId: () => string) {
    this.#parts = parts;
    this.#load = load;
    this.#newId = newId;
  }

  get parts(): Parts {
    return this.#parts;
  }

  /** Opens what is not in memory yet. */
  async ensure(parts: Iterable<string>): Promise<void> {
    for (const part of new Set(parts)) {
      if (this.#byPart.has(part)) continue;
      const chunks = await this.#load(part, this.#parts[part] ?? []);
      if (this.#byPart.has(part)) continue;
      this.#byPart.set(part, new Map());
      for (const chunk of chunks) this.#take(chunk);
    }
  }

  get<K extends DirectoryKind>(part: string, id: string): EntryOf[K] | undefined {
    return this.#byPart.get(part)?.get(id) as EntryOf[K] | undefined;
  }

  /** All entries of an opened part: the same array until one changes. */
  list<K extends DirectoryKind>(part: string): readonly EntryOf[K][] {
    const known = this.#lists.get(part) ?? [...(this.#byPart.get(part)?.values() ?? [])];
    this.#lists.set(part, known);
    return known as readonly EntryOf[K][];
  }

  /** Works out the chunks after the changes. The parts concerned must have been opened. */
  prepare(changes: readonly EntryChange[]): Prepared {
    const touched = new Map<string, { part: string; entries: Entry[] }>();
    const parts: Record<string, readonly string[]> = { ...this.#parts };
    const homes = new Map<string, string | undefined>();
    const open = (id: string): { part: string; entries: Entry[] } => {
      const chunk = this.#chunks.get(id);
      const copy = touched.get(id) ?? { part: chunk?.part ?? '', entries: [...(chunk?.entries ?? [])] };
      touched.set(id, copy);
      return copy;
    };
    const last = (part: string): { id: string; entries: Entry[] } => {
      const id = parts[part]?.at(-1);
      if (id !== undefined && (touched.get(id) ?? this.#chunks.get(id))?.entries.length !== sizeOf(part))
        return { id, entries: open(id).entries };
      const fresh = { id: this.#newId(), entries: [] as Entry[] };
      touched.set(fresh.id, { part, entries: fresh.entries });
      parts[part] = [...(parts[part] ?? []), fresh.id];
      return fresh;
    };
    for (const { id, before, after } of changes) {
      const oldKey = before && key(before.part, id);
      const oldChunk =
        oldKey === undefined ? undefined : homes.has(oldKey) ? homes.get(oldKey) : this.#home.get(oldKey);
      if (before && after && before.part === after.part && oldChunk !== undefined) {
        const { entries } = open(oldChunk);
        entries[entries.findIndex((entry) => entry.id === id)] = after.entry;
        continue;
      }
      if (oldKey !== undefined && oldChunk !== undefined) {
        const { entries } = open(oldChunk);
        entries.splice(
          entries.findIndex((entry) => entry.id === id),
          1,
        );
        homes.set(oldKey, undefined);
      }
      if (after) {
        const target = last(after.part);
        target.entries.push(after.entry);
        homes.set(key(after.part, id), target.id);
      }
    }
    return this.#prepared(parts, touched, changes);
  }

  #prepared(
    parts: Record<string, readonly string[]>,
    touched: ReadonlyMap<string, { part: string; entries: Entry[] }>,
    changes: readonly EntryChange[],
  ): Prepared {
    const written: Chunk[] = [];
    const removed: string[] = [];
    for (const [id, { part, entries }] of touched) {
      if (entries.length > 0) written.push({ id, part, entries });
      else {
        removed.push(id);
        parts[part] = (parts[part] ?? []).filter((chunkId) => chunkId !== id);
      }
    }
    const commit = (): void => {
      this.#parts = parts;
      for (const { id, before, after } of changes) {
        if (before && before.part !== after?.part) this.#forget(before.part, id);
      }
      for (const id of removed) this.#chunks.delete(id);
      for (const chunk of written) this.#take(chunk);
    };
    return { parts, written, removed, commit };
  }

  #take(chunk: Chunk): void {
    this.#chunks.set(chunk.id, chunk);
    const entries = this.#byPart.get(chunk.part) ?? new Map<string, Entry>();
    this.#byPart.set(chunk.part, entries);
    this.#lists.delete(chunk.part);
    for (const entry of chunk.entries) {
      entries.set(entry.id, entry);
      this.#home.set(key(chunk.part, entry.id), chunk.id);
    }
  }

  #forget(part: string, id: string): void {
    this.#byPart.get(part)?.delete(id);
    this.#home.delete(key(part, id));
    this.#lists.delete(part);
  }
}

const key = (part: string, id: string): string => `${part} ${id}`;
