import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSnapshot, verify } from '#electron/backup/read-snapshot.ts';
import { copySnapshot, makeSnapshot } from '#electron/backup/write-snapshot.ts';
import {
  facility,
  frameTexts,
  headerOf,
  hereFolder,
  journalOf,
  snapshotOf,
  sourceOf,
} from './backup-cases.ts';

const damaged = { code: 'backup.damaged' };

async function textsIn(made: Awaited<ReturnType<typeof snapshotOf>>): Promise<string[]> {
  const texts: string[] = [];
  for (let end = false; !end; ) {
    const page = await readSnapshot(made.fs, made.path, made.whole, texts.length + 1, 50);
    texts.push(...page.frames.map(({ payload }) => new TextDecoder().decode(payload)));
    ({ end } = page);
  }
  return texts;
}

describe('a snapshot', () => {
  it('holds the header and every frame, from several segments of the journal', async () => {
    const made = await snapshotOf(20);
    expect((await made.fs.list('/data/journal')).length).toBeGreaterThan(2);
    expect(made.whole).toMatchObject({ lastSeq: 20, header: headerOf(3) });
    expect(await textsIn(made)).toEqual(frameTexts(20));
  });

  it('ends at the frame that it was asked for, whatever is behind', async () => {
    const fs = await journalOf(20);
    const { name, whole } = await makeSnapshot(fs, hereFolder, facility, sourceOf(13));
    const path = join(hereFolder, name);
    expect(await textsIn({ fs, whole, name, path })).toEqual(frameTexts(13));
    expect(name).toBe(`wegmarke-${facility}-20261129T120000Z-13.wms`);
  });

  it('is not made of a journal that lacks a frame', async () => {
    const fs = await journalOf(20);
    await expect(makeSnapshot(fs, hereFolder, facility, sourceOf(21))).rejects.toMatchObject({
      code: 'journal.damaged',
    });
    const segment = '/data/journal/000001.wmj';
    const bytes = fs.contentOf(segment);
    bytes.writeUInt8(bytes.readUInt8(130) ^ 1, 130);
    fs.place(segment, bytes);
    await expect(makeSnapshot(fs, hereFolder, facility, sourceOf(20))).rejects.toMatchObject({
      code: 'journal.damaged',
    });
    expect(await fs.list(hereFolder)).toEqual([]);
  });

  it('never takes the place of another', async () => {
    const made = await snapshotOf(5);
    const before = made.fs.contentOf(made.path);
    const second = await makeSnapshot(made.fs, hereFolder, facility, sourceOf(5));
    expect(second.name).not.toBe(made.name);
    expect(made.fs.contentOf(made.path)).toEqual(before);
  });

  it('is copied byte for byte', async () => {
    const made = await snapshotOf(5);
    await copySnapshot(made.fs, made.path, '/share');
    expect(made.fs.contentOf(join('/share', made.name))).toEqual(made.fs.contentOf(made.path));
  });
});

describe('of a snapshot is noticed', () => {
  it('every flipped bit', async () => {
    const { fs, path } = await snapshotOf(4);
    const whole = fs.contentOf(path);
    let noticed = 0;
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const flipped = Buffer.from(whole);
      const at = bit >> 3;
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (bit & 7)), at);
      fs.place(path, flipped);
      noticed += await verify(fs, path).then(
        () => 0,
        () => 1,
      );
    }
    expect(noticed).toBe(whole.length * 8);
    fs.place(path, whole);
    expect(await verify(fs, path)).toMatchObject({ lastSeq: 4 });
  });

  it('that it was cut, at every byte, or is longer than it was', async () => {
    const { fs, path } = await snapshotOf(4);
    const whole = fs.contentOf(path);
    for (let length = 0; length < whole.length; length++) {
      fs.place(path, whole.subarray(0, length));
      await expect(verify(fs, path)).rejects.toMatchObject(damaged);
    }
    for (const longer of [Buffer.alloc(1), whole]) {
      fs.place(path, Buffer.concat([whole, longer]));
      await expect(verify(fs, path)).rejects.toMatchObject(damaged);
    }
  });

  it('that stretches were swapped, doubled, left out or taken from another', async () => {
    const { fs, path } = await snapshotOf(6);
    const whole = fs.contentOf(path);
    const other = (await snapshotOf(6)).fs.contentOf(path);
    const place = fc.nat(whole.length);
    const edit = fc.tuple(place, place, place, fc.constantFrom('swap', 'double', 'drop', 'other'));
    await fc.assert(
      fc.asyncProperty(edit, async ([a, b, c, kind]) => {
        const [from = 0, to = 0, third = 0] = [a, b, c].sort((x, y) => x - y);
        const parts = {
          swap: [
            whole.subarray(0, from),
            whole.subarray(to, third),
            whole.subarray(from, to),
            whole.subarray(third),
          ],
          double: [whole.subarray(0, to), whole.subarray(from)],
          drop: [whole.subarray(0, from), whole.subarray(to)],
          other: [whole.subarray(0, from), other.subarray(from, to), whole.subarray(to)],
        }[kind];
        const edited = Buffer.concat(parts);
        // The whole of another one is that one.
        fc.pre(!edited.equals(whole) && !edited.equals(other));
        fs.place(path, edited);
        await expect(verify(fs, path)).rejects.toMatchObject(damaged);
      }),
      { numRuns: 400 },
    );
  });
});
