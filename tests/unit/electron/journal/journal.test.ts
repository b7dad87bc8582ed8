import { describe, expect, it } from 'vitest';
import { journalHandlers } from '#electron/journal/journal-handlers.ts';
import { journalContract } from '#shared/ipc/contract/journal.ts';
import { appendMany, bytes, directory, memoryDisk, openOn, textsOf } from './memory-journal.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('journal', () => {
  it('is empty at first and answers as the contract says', async () => {
    const compactor = {
      compact: async () => ({ bytesBefore: 0, bytesAfter: 0 }),
      consider: async () => undefined,
    };
    const handlers = journalHandlers(await openOn(memoryDisk()), compactor);
    const status = await handlers['journal.status']();
    expect(journalContract['journal.status'].result.parse(status)).toEqual({
      lastSeq: 0,
      base: 0,
      bytes: 0,
      condition: 'clean',
    });
    const answer = await handlers['journal.append']({ seq: 1, payload: bytes('one') });
    expect(journalContract['journal.append'].result.parse(answer).seq).toBe(1);
    const page = await handlers['journal.read']({ fromSeq: 1, maxBytes: 10 });
    expect(journalContract['journal.read'].result.parse(page)).toEqual({
      frames: [{ seq: 1, payload: bytes('one') }],
      end: true,
      base: 0,
    });
  });

  it('makes one fsync for each append, and one for all that wait', async () => {
    const fs = memoryDisk();
    const journal = await openOn(fs);
    await appendMany(journal, 1);
    fs.syncs = 0;
    await appendMany(journal, 10);
    expect(fs.syncs).toBe(10);
    fs.syncs = 0;
    await Promise.all(Array.from({ length: 50 }, (_, at) => journal.append(12 + at, bytes(`${at}`))));
    expect(fs.syncs).toBe(1);
    expect(await textsOf(journal)).toHaveLength(61);
  });

  it('answers a repeated last frame as done and refuses every other one that is out of order', async () => {
    const fs = memoryDisk();
    const journal = await openOn(fs);
    await appendMany(journal, 2);
    const steps = fs.steps;
    await expect(journal.append(2, bytes('frame 2'))).resolves.toMatchObject({ seq: 2 });
    expect(fs.steps).toBe(steps);
    await expect(journal.append(2, bytes('frame X'))).rejects.toEqual(code('journal.out-of-order'));
    await expect(journal.append(1, bytes('frame 1'))).rejects.toEqual(code('journal.out-of-order'));
    await expect(journal.append(4, bytes('frame 4'))).rejects.toEqual(code('journal.out-of-order'));
    await journal.close();
    const reopened = await openOn(fs);
    await expect(reopened.append(2, bytes('frame 2'))).resolves.toMatchObject({ seq: 2 });
    await expect(reopened.append(2, bytes('other'))).rejects.toEqual(code('journal.out-of-order'));
  });

  it('joins a repetition to the frame that is still being written', async () => {
    const journal = await openOn(memoryDisk());
    const answers = await Promise.all([journal.append(1, bytes('a')), journal.append(1, bytes('a'))]);
    expect(answers.map(({ seq }) => seq)).toEqual([1, 1]);
    expect(journal.status().lastSeq).toBe(1);
  });

  it('refuses a payload beyond the limit', async () => {
    const journal = await openOn(memoryDisk());
    await expect(journal.append(1, new Uint8Array(33_554_433))).rejects.toEqual(code('journal.too-large'));
  });

  it('begins new segments and finds everything again, from anywhere, in pages', async () => {
    const fs = memoryDisk();
    const journal = await openOn(fs, 300);
    await appendMany(journal, 30);
    await journal.close();
    expect((await fs.list(directory)).length).toBeGreaterThan(5);
    const reopened = await openOn(fs, 300);
    expect(reopened.status()).toEqual({
      lastSeq: 30,
      base: 0,
      bytes: journal.status().bytes,
      condition: 'clean',
    });
    expect(await textsOf(reopened)).toEqual(Array.from({ length: 30 }, (_, at) => `frame ${at + 1}`));
    expect(await textsOf(reopened, 17)).toHaveLength(14);
    const page = await reopened.read(5, 20);
    expect(page.frames.map(({ seq }) => seq)).toEqual([5, 6]);
    expect(page.end).toBe(false);
    expect(await reopened.read(31, 20)).toEqual({ frames: [], end: true, base: 0 });
  });

  it('holds a frame larger than a segment and finds it past the marks', async () => {
    const fs = memoryDisk();
    const journal = await openOn(fs, 3_000_000);
    const large = new Uint8Array(1_200_000);
    for (let seq = 1; seq <= 7; seq++)
      await journal.append(seq, seq === 4 ? new Uint8Array(5_000_000) : large.fill(seq).slice());
    await journal.close();
    const reopened = await openOn(fs, 3_000_000);
    for (let seq = 1; seq <= 7; seq++) {
      const [frame] = (await reopened.read(seq, 1)).frames;
      expect(frame?.seq).toBe(seq);
      expect(frame?.payload.at(-1)).toBe(seq === 4 ? 0 : seq);
    }
  });

  it('goes on in the same segment after it was closed, in a new one after it was killed', async () => {
    const fs = memoryDisk();
    const first = await openOn(fs);
    await appendMany(first, 2);
    await first.close();
    const second = await openOn(fs);
    await appendMany(second, 2);
    expect(await fs.list(directory)).toEqual(['000001.wmj']);
    const third = await openOn(fs);
    await appendMany(third, 2);
    expect((await fs.list(directory)).toSorted()).toEqual(['000001.wmj', '000002.wmj']);
    expect(await textsOf(third)).toHaveLength(6);
  });

  it('refuses to write below the free space that must be left, and takes it up again', async () => {
    let free = 499_999_999;
    const journal = await openOn(memoryDisk(), 1000, () => free);
    await expect(journal.append(1, bytes('a'))).rejects.toEqual(code('disk.full'));
    free = 500_000_000;
    await expect(journal.append(1, bytes('a'))).resolves.toMatchObject({ seq: 1 });
  });
});

describe('journal when the disk fails', () => {
  it.each([
    ['ENOSPC', 'disk.full'],
    ['EIO', 'disk.failed'],
    ['late', 'disk.timeout'],
  ] as const)('answers %s as %s at every step, and the next attempt succeeds', async (fault, expected) => {
    const measured = memoryDisk();
    const before = await openOn(measured, 300);
    await appendMany(before, 3);
    const settled = measured.steps;
    await appendMany(before, 4);
    for (let step = settled + 1; step <= measured.steps; step++) {
      const fs = memoryDisk();
      const journal = await openOn(fs, 300);
      await appendMany(journal, 3);
      fs.faults = new Map([[step, fault]]);
      await expect(appendMany(journal, 4)).rejects.toEqual(code(expected));
      await appendMany(journal, 7 - journal.status().lastSeq);
      const all = Array.from({ length: 7 }, (_, at) => `frame ${at + 1}`);
      expect(await textsOf(journal)).toEqual(all);
      expect(await textsOf(await openOn(fs, 300))).toEqual(all);
    }
  });

  it('fails all that wait behind a frame that failed', async () => {
    const fs = memoryDisk();
    const journal = await openOn(fs);
    await appendMany(journal, 1);
    fs.faults = new Map([[fs.steps + 2, 'EIO']]);
    const results = await Promise.allSettled(
      [2, 3, 4].map((seq) => journal.append(seq, bytes(`frame ${seq}`))),
    );
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await appendMany(journal, 3);
    expect(await textsOf(journal)).toHaveLength(4);
  });

  it('opens to be read where nothing can be written any more', async () => {
    const fs = memoryDisk();
    await appendMany(await openOn(fs), 3);
    fs.faults = new Map(Array.from({ length: 40 }, (_, at) => [fs.steps + 2 + at, 'ENOSPC']));
    const journal = await openOn(fs);
    expect(await textsOf(journal)).toHaveLength(3);
    await expect(journal.append(3, bytes('frame 3'))).rejects.toEqual(code('disk.failed'));
    await expect(journal.append(4, bytes('frame 4'))).rejects.toEqual(code('disk.full'));
    fs.faults = new Map();
    await appendMany(journal, 1);
    expect(await textsOf(await openOn(fs))).toHaveLength(4);
  });
});
