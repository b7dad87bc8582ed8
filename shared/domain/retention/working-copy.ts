/**
 * Records as they are about to be: what several steps of one decision change, each over what the ones before it did.
 * Guarantees that a record comes out once, in its last state, and never both written and erased.
 */
import type { ReadableKind, RecordReader } from '#shared/ports/record-reader.ts';
import type { RecordPut, RecordRef } from '../commands/define.ts';
import type { RecordKind, RecordOf, Stored } from '../records/registry.ts';

interface Change {
  readonly kind: RecordKind;
  readonly id: string;
  /** `undefined`: erased. */
  readonly value: RecordOf<RecordKind> | undefined;
}

const keyOf = (kind: RecordKind, id: string): string => `${kind} ${id}`;

export class WorkingCopy implements RecordReader {
  readonly #base: RecordReader;
  readonly #changes = new Map<string, Change>();

  constructor(base: RecordReader) {
    this.#base = base;
  }

  async get<K extends ReadableKind>(kind: K, id: string): Promise<RecordOf<K> | undefined> {
    return (await this.getMany(kind, [id]))[0]?.value;
  }

  async getMany<K extends ReadableKind>(kind: K, ids: readonly string[]): Promise<Stored<K>[]> {
    return this.#over(kind, await this.#base.getMany(kind, ids));
  }

  async where<K extends ReadableKind>(
    kind: K,
    index: Parameters<RecordReader['where']>[1],
    value: string,
  ): Promise<Stored<K>[]> {
    const found = this.#over(kind, await this.#base.where(kind, index, value));
    const ids = new Set(found.map(({ id }) => id));
    const changed = this.changed(kind).filter(({ id }) => !ids.has(id));
    return [...found, ...changed].filter(
      (row) => (row.value as Readonly<Record<string, unknown>>)[index] === value,
    );
  }

  async all<K extends ReadableKind>(kind: K): Promise<Stored<K>[]> {
    return this.#over(kind, await this.#base.all(kind));
  }

  overwritten(...which: Parameters<RecordReader['overwritten']>): ReturnType<RecordReader['overwritten']> {
    return this.#base.overwritten(...which);
  }

  /** The records of a kind that are written so far. */
  changed<K extends ReadableKind>(kind: K): Stored<K>[] {
    return [...this.#changes.values()].flatMap((change) =>
      change.kind === kind && change.value !== undefined
        ? [{ kind, id: change.id, value: change.value as RecordOf<K> }]
        : [],
    );
  }

  put({ kind, id, value }: RecordPut): void {
    this.#changes.set(keyOf(kind, id), { kind, id, value });
  }

  remove({ kind, id }: RecordRef): void {
    this.#changes.set(keyOf(kind, id), { kind, id, value: undefined });
  }

  /** What is to be written and what erased. */
  changes(): { readonly puts: RecordPut[]; readonly removes: RecordRef[] } {
    const changes = [...this.#changes.values()];
    return {
      puts: changes.flatMap((change) => (change.value === undefined ? [] : [change as RecordPut])),
      removes: changes.flatMap(({ kind, id, value }) =>
        value === undefined && kind !== 'audit' ? [{ kind, id }] : [],
      ),
    };
  }

  #over<K extends ReadableKind>(kind: K, rows: readonly Stored<K>[]): Stored<K>[] {
    return rows.flatMap((row) => {
      const change = this.#changes.get(keyOf(kind, row.id));
      if (!change) return [row];
      return change.value === undefined ? [] : [{ kind, id: row.id, value: change.value as RecordOf<K> }];
    });
  }
}
