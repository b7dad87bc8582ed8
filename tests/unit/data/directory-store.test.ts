import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chunk, DirectoryStore, type EntryChange } from '#renderer/data/directory-store.ts';
import type { DirectoryKind, Projected, SessionEntry } from '#shared/domain/directory.ts';

const entry = (id: string, month: number, room: string): Projected<DirectoryKind> => ({
  part: `session/2026-${String(month).padStart(2, '0')}`,
  entry: {
    id,
    groupId: 'g',
    date: '2026-01-01',
    startsAt: 0,
    endsAt: 45,
    room,
    cancelled: false,
    moved: false,
    breaks: [],
    lead: null,
    moduleId: null,
  } satisfies SessionEntry,
});

/** A directory over chunks in a map, as the database would keep them. */
function stored() {
  const chunks = new Map<string, Chunk>();
  let drawn = 0;
  const open = (parts = {}): DirectoryStore =>
    new DirectoryStore(
      parts,
      async (_part, ids) => ids.flatMap((id) => chunks.get(id) ?? []),
      () => {
        drawn += 1;
        return `chunk${drawn}`;
      },
    );
  const write = (directory: DirectoryStore, changes: readonly EntryChange[], lands = true): void => {
    const prepared = directory.prepare(changes);
    if (!lands) return;
    for (const chunk of prepared.written) chunks.set(chunk.id, chunk);
    for (const id of prepared.removed) chunks.delete(id);
    prepared.commit();
  };
  return { chunks, open, write };
}

const months = [1, 2, 3];
const parts = months.map((month) => entry('', month, '').part);

describe('the directory', () => {
  it('holds what the writes say, before and after it is opened again, whatever fails in between', async () => {
    const step = fc.record({
      id: fc.integer({ min: 0, max: 300 }),
      month: fc.constantFrom(...months),
      remove: fc.boolean(),
      lands: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 40 }), { maxLength: 20 }),
        async (batches) => {
          const { open, write } = stored();
          const directory = open();
          await directory.ensure(parts);
          let model = new Map<string, Projected<DirectoryKind>>();
          for (const [turn, batch] of batches.entries()) {
            const next = new Map(model);
            const changes = batch.flatMap(({ id, month, remove }): EntryChange[] => {
              const name = `s${id}`;
              const before = next.get(name);
              const after = remove ? undefined : entry(name, month, `r${turn}`);
              if (!before && !after) return [];
              if (after) next.set(name, after);
              else next.delete(name);
              return [{ id: name, before, after }];
            });
            const lands = batch.every((one) => one.lands);
            write(directory, changes, lands);
            if (lands) model = next;
          }
          const expected = [...model.values()].map((one) => JSON.stringify(one)).sort();
          for (const found of [directory, open(directory.parts)]) {
            await found.ensure(parts);
            const all = parts.flatMap((part) =>
              found.list<'session'>(part).map((one) => JSON.stringify({ part, entry: one })),
            );
            expect(all.sort()).toEqual(expected);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('touches one chunk for one change, however many entries there are', async () => {
    const { open, write } = stored();
    const directory = open();
    await directory.ensure(parts);
    write(
      directory,
      Array.from({ length: 1000 }, (_, at) => ({
        id: `s${at}`,
        before: undefined,
        after: entry(`s${at}`, 1, 'a'),
      })),
    );
    expect(directory.parts[entry('', 1, '').part]).toHaveLength(8);
    const prepared = directory.prepare([
      { id: 's500', before: entry('s500', 1, 'a'), after: entry('s500', 1, 'b') },
    ]);
    expect(prepared.written).toHaveLength(1);
  });
});
