import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePage, encodePage, type FrameRow, mostRowBytes, rowsIn } from '#shared/journal/frame.ts';
import { LiveRows, Pages } from '#shared/journal/live-rows.ts';

const rowOf = (table: string, id: string, rev: string, length: number): FrameRow => ({
  table,
  row: { id, rev, keyId: 'e', index: {}, nonce: new Uint8Array(12), body: new Uint8Array(18 + length) },
});

/** Frames over few ids, so that rows are written again, also within one frame. */
const frames = fc.array(
  fc.array(
    fc.record({ table: fc.constantFrom('participant', 'audit'), id: fc.nat(6), length: fc.nat(300) }),
    { maxLength: 4 },
  ),
  { minLength: 1, maxLength: 30 },
);

/** What replaying leaves, by table and id. */
function replayed(all: readonly (readonly FrameRow[])[]): ReadonlyMap<string, FrameRow> {
  const rows = new Map<string, FrameRow>();
  for (const row of all.flat()) rows.set(`${row.table} ${row.row.id}`, row);
  return rows;
}

describe('the live rows of a journal', () => {
  it('are those that replaying all frames leaves, in as many pages as were counted', () => {
    fc.assert(
      fc.property(frames, fc.integer({ min: 1, max: 2_000 }), (plan, most) => {
        const all = plan.map((rows, at) =>
          rows.map(({ table, id, length }, n) => rowOf(table, String(id), `${at}.${n}`, length)),
        );
        const live = new LiveRows();
        for (const [at, rows] of all.entries()) live.note(at + 1, rows);
        const last = all.length;
        const pages = new Pages(most);
        const written = all.slice(0, -1).flatMap((rows, at) => pages.add(live.left(at + 1, rows)));
        written.push(...pages.end());
        expect(written).toHaveLength(live.pageCount(most, last));
        const content = [...written.map((page) => decodePage(page) ?? []), ...all.slice(-1)];
        expect(replayed(content)).toEqual(replayed(all));
        const kept = content.flat().length;
        const repeated = (all.at(-1)?.length ?? 0) - replayed(all.slice(-1)).size;
        expect(kept - repeated).toBe(replayed(all).size);
        expect(live.superseded).toBe(all.flat().length - replayed(all).size);
        expect(live.bytes(last)).toBe(
          written.flatMap((page) => decodePage(page) ?? []).reduce((sum, row) => sum + mostRowBytes(row), 0),
        );
      }),
    );
  });

  it('of a page that was cut or is none are not read', () => {
    const page = encodePage([rowOf('participant', '1', '1', 5)]);
    expect(rowsIn(page)).toHaveLength(1);
    for (let end = 0; end < page.length; end++) expect(rowsIn(page.subarray(0, end))).toBeUndefined();
  });
});
