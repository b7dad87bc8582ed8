import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ReadFrames, rehearse } from '#renderer/data/rehearsal.ts';
import { decodeFrame, decodePage, encodeFrame, encodePage } from '#shared/journal/frame.ts';
import { facilitySealing, MemoryJournal, participant, Workplace } from '#tests/browser/data/harness.ts';
import { recordDigest } from '#tests/browser/data/record-digest.ts';

let place: Workplace;
beforeEach(async () => {
  place = new Workplace(await facilitySealing());
});
afterEach(() => place.remove());

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
  const first = frames.findIndex(({ length }) => length > 0) + 1;
  return async (fromSeq) => {
    const from = Math.max(first, fromSeq);
    const page = frames.slice(from - 1, from - 1 + pageFrames);
    const end = from - 1 + page.length >= frames.length;
    return { ok: true, value: { frames: page.map((payload, at) => ({ seq: from + at, payload })), end } };
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

  it('gives it from a compacted journal too, again and again, and so does every snapshot of that', async () => {
    const data = await place.open();
    const ids: string[] = [];
    for (let round = 0; round < 3; round++) {
      for (const given of [`Amina ${round}`, `Navid ${round}`]) {
        const created = await data.commands.execute('participant.create', participant(given, 'Probe'));
        if (created.ok) ids.push(created.value.id);
      }
      for (const id of ids)
        await data.commands.execute('participant.update', { id, changes: { room: `B ${round}` } });
      await data.settled();
      const digest = await recordDigest(data);
      place.journal.compact();
      const frames = [...place.journal.frames];
      expect(frames.filter(({ length }) => length > 0).length).toBeLessThan(frames.length);
      const fresh = new Workplace(place.sealing);
      fresh.journal.frames = frames;
      fresh.journal.base = place.journal.base;
      try {
        const opened = await fresh.open();
        expect(await recordDigest(opened)).toBe(digest);
        expect(await opened.verify()).toBe(true);
        await opened.audit.check();
        expect(opened.audit.current()).toMatchObject({ state: 'done', finding: { faultCount: 0 } });
        expect(opened.saving.current().state).toBe('saved');
      } finally {
        await fresh.remove();
      }
      expect(await tried(frames)).toEqual({
        ok: true,
        value: { people: ids.length, sessions: 0, unreadable: 0 },
      });
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
  it('a row that was left out of a compacted journal, or put into it', async () => {
    await generations(2);
    place.journal.compact(2_500);
    const frames = place.journal.frames;
    const at = frames.findIndex((frame) => (decodePage(frame)?.length ?? 0) > 1);
    const rows = decodePage(frames[at] ?? new Uint8Array()) ?? [];
    const [first] = rows;
    if (!first) throw new Error('no page');
    const altered = [rows.slice(1), [...rows, { ...first, row: { ...first.row, id: 'other' } }]];
    for (const list of altered) {
      const tampered = frames.with(at, encodePage(list));
      expect(await tried(tampered)).toEqual({ ok: false, error: 'backup.damaged' });
    }
    expect(await tried(frames.slice(0, -1))).toEqual({ ok: false, error: 'backup.damaged' });
  });

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
