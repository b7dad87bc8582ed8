import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedData } from '#renderer/data/open-data.ts';
import { type ReadFrames, rehearse } from '#renderer/data/rehearsal.ts';
import { recordKinds } from '#shared/domain/records/registry.ts';
import { decodeFrame, encodeFrame } from '#shared/journal/frame.ts';
import { facilitySealing, MemoryJournal, participant, Workplace } from '#tests/browser/data/harness.ts';

let place: Workplace;
beforeEach(async () => {
  place = new Workplace(await facilitySealing());
});
afterEach(() => place.remove());

/** SHA-256 over every record of every kind, in order of id. */
async function recordDigest({ records }: OpenedData): Promise<string> {
  const all: unknown[] = [];
  for (const kind of recordKinds) {
    const list = await records.all(kind);
    all.push([
      kind,
      list.map(({ id, value }) => [id, value]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    ]);
  }
  const bytes = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(all))),
  );
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A journal that grows over several generations, with the record digest at each. */
async function generations(count: number) {
  const data = await place.open();
  const made: { readonly frames: Uint8Array[]; readonly digest: string; readonly people: number }[] = [];
  const ids: string[] = [];
  for (let at = 0; at < count; at++) {
    for (const given of [`Amina ${at}`, `Navid ${at}`]) {
      const created = await data.commands.execute('participant.create', participant(given, 'Probe'));
      if (created.ok) ids.push(created.value.id);
    }
    await data.commands.execute('participant.update', { id: ids[0] ?? '', changes: { room: `B ${at}` } });
    await data.settled();
    made.push({ frames: [...place.journal.frames], digest: await recordDigest(data), people: ids.length });
  }
  return made;
}

const reader = (frames: readonly Uint8Array[], pageFrames = 3): ReadFrames => {
  return async (fromSeq) => {
    const page = frames.slice(fromSeq - 1, fromSeq - 1 + pageFrames);
    const end = fromSeq - 1 + page.length >= frames.length;
    return { ok: true, value: { frames: page.map((payload, at) => ({ seq: fromSeq + at, payload })), end } };
  };
};

const tried = (frames: readonly Uint8Array[], lastSeq = frames.length) =>
  rehearse(place.sealing, reader(frames), lastSeq, () => undefined);

describe('every generation', () => {
  it('gives the same record digest when it is restored into an empty profile', async () => {
    const made = await generations(5);
    expect(new Set(made.map(({ digest }) => digest)).size).toBe(5);
    for (const { frames, digest, people } of made) {
      const fresh = new Workplace(place.sealing);
      fresh.journal.frames = [...frames];
      fresh.workstationId = 'fedcba9876543210';
      fresh.replaced = ['0123456789abcdef'];
      try {
        const data = await fresh.open();
        expect(await recordDigest(data)).toBe(digest);
        expect(data).toMatchObject({ restored: true, rebuiltRows: null });
        expect(data.saving.current().state).toBe('saved');
        expect(await data.verify()).toBe(true);
      } finally {
        await fresh.remove();
      }
      expect(await tried(frames)).toEqual({ ok: true, value: { people, sessions: 0, unreadable: 0 } });
    }
  });

  it('takes the place of a database that is ahead of it, which is then neither trusted nor called a loss', async () => {
    const [first, last] = await generations(2);
    if (!first || !last) throw new Error('no generation');
    place.journal.frames = [...first.frames];
    // As the restore leaves the folder: another workstation, on the old database.
    place.workstationId = 'fedcba9876543210';
    place.replaced = ['0123456789abcdef'];
    const data = await place.open();
    expect(await recordDigest(data)).toBe(first.digest);
    expect(data).toMatchObject({ restored: true, rebuiltRows: null });
    expect((await data.commands.execute('participant.create', participant('Danach'))).ok).toBe(true);
    const again = await place.open();
    expect(again).toMatchObject({ restored: false, rebuiltRows: null });
    expect(await again.verify()).toBe(true);
  });

  it('without a restore, a journal that is behind its database stays read-only', async () => {
    const [first] = await generations(2);
    place.journal.frames = [...(first?.frames ?? [])];
    const data = await place.open();
    expect(data.saving.current()).toMatchObject({ state: 'read-only', code: 'journal.behind' });
  });
});

describe('the rehearsal notices', () => {
  it('a frame that was left out, swapped, repeated, or is of another facility', async () => {
    const frames = (await generations(2)).at(-1)?.frames ?? [];
    const [a, b, c] = frames;
    if (!a || !b || !c) throw new Error('too few frames');
    const foreign = new Workplace(await facilitySealing());
    const data = await foreign.open();
    await data.commands.execute('participant.create', participant('Fremd'));
    const [other] = foreign.journal.frames;
    await foreign.remove();
    const tampered = [
      [a, c, ...frames.slice(3)],
      [b, a, ...frames.slice(2)],
      [a, a, ...frames.slice(2)],
      [other ?? a, ...frames.slice(1)],
    ];
    for (const list of tampered) expect(await tried(list)).toMatchObject({ ok: false });
    // Cut at the end: every frame is genuine, but the snapshot said how many there are.
    expect(await tried(frames.slice(0, -1), frames.length)).toEqual({ ok: false, error: 'backup.damaged' });
  });

  it('a row that was changed, and counts it without hiding the others', async () => {
    const frames = [...((await generations(1))[0]?.frames ?? [])];
    const second = frames[1];
    const frame = second && decodeFrame(second);
    if (!frame) throw new Error('no frame');
    const rows = frame.rows.map(({ table, row }) =>
      table === 'participant'
        ? { table, row: { ...row, body: row.body.map((byte) => byte ^ 1) } }
        : { table, row },
    );
    frames[1] = encodeFrame({ ...frame, rows });
    expect(await tried(frames)).toEqual({ ok: true, value: { people: 1, sessions: 0, unreadable: 1 } });
  });

  it('nothing of the live data', async () => {
    const [{ frames, digest } = { frames: [], digest: '' }] = await generations(1);
    const data = await place.open();
    const before = new MemoryJournal();
    before.frames = [...place.journal.frames];
    await tried(frames);
    expect(place.journal.frames).toEqual(before.frames);
    expect(await recordDigest(data)).toBe(digest);
  });
});
