import { describe, expect, it } from 'vitest';
import { makeSnapshot, unpackSnapshot } from '#electron/backup/write-snapshot.ts';
import { inTurn } from '#electron/disk/in-turn.ts';
import { compactor } from '#electron/journal/compactor.ts';
import { replaceableJournal } from '#electron/journal/replaceable-journal.ts';
import { facility, headerOf, noon, workerOver } from '#tests/unit/electron/backup/backup-cases.ts';
import { seededRandom } from '#tests/unit/electron/disk/fault-file-system.ts';
import { appendRows, compactOn, filesOf, frameOf, framesOf, revsAfter } from './compacting.ts';
import { directory, memoryDisk, openOn } from './memory-journal.ts';

/** Three people; each frame writes one or two of them again. */
const plan = [['a'], ['b'], ['a', 'c'], ['b'], ['a'], ['b']] as const;
/** Small, so that there are several files. */
const segmentBytes = 600;

async function written() {
  const fs = memoryDisk();
  const journal = await replaceableJournal(() => openOn(fs, segmentBytes));
  await appendRows(journal, plan);
  return { fs, journal };
}

describe('compaction', () => {
  it('leaves what replaying gave, under the same last sequence, and no older state of any row on the disk', async () => {
    const { fs, journal } = await written();
    const before = revsAfter((await framesOf(journal)).map(({ payload }) => payload));
    expect((await filesOf(fs)).size).toBeGreaterThan(2);
    expect(await compactOn(fs, journal)).toBe(true);
    const frames = await framesOf(journal);
    expect(revsAfter(frames.map(({ payload }) => payload))).toEqual(before);
    expect(frames.at(-1)).toEqual({ seq: 6, payload: Buffer.from(frameOf(6, ['b'])) });
    expect(journal.status()).toMatchObject({ lastSeq: 6, base: 6, condition: 'clean' });
    const files = await filesOf(fs);
    expect(files.size).toBe(1);
    const all = Buffer.concat([...files.values()]);
    for (const left of ['<a|5>', '<b|6>', '<c|3>']) expect(all.includes(left), left).toBe(true);
    for (const gone of ['<a|1>', '<b|2>', '<a|3>', '<b|4>']) expect(all.includes(gone), gone).toBe(false);
  });

  it('goes on: frames follow, a start finds all of it, and it is compacted again', async () => {
    const { fs, journal } = await written();
    for (let round = 0; round < 3; round++) {
      await compactOn(fs, journal);
      await appendRows(journal, [['a'], ['d', 'b'], ['a']]);
      const again = await openOn(
        fs.afterPowerCut('none', () => 0),
        segmentBytes,
      );
      expect(again.status()).toMatchObject({ lastSeq: 9 + 3 * round, base: 6 + 3 * round });
      const revs = revsAfter((await framesOf(again)).map(({ payload }) => payload));
      const last = 9 + 3 * round;
      expect(Object.fromEntries(revs)).toEqual({ a: `${last}`, b: `${last - 1}`, c: '3', d: `${last - 1}` });
    }
  });

  it('takes over what is appended while it goes on, and lets appends wait for the exchange only', async () => {
    const { fs, journal } = await written();
    const compacting = compactOn(fs, journal);
    const appended: Promise<unknown>[] = [];
    for (let seq = 7; seq <= 30; seq++) {
      appended.push(journal.append(seq, frameOf(seq, ['e'])));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(appended);
    expect(await compacting).toBe(true);
    expect(journal.status()).toMatchObject({ lastSeq: 30, base: 6 });
    const again = await openOn(
      fs.afterPowerCut('none', () => 0),
      segmentBytes,
    );
    expect(again.status()).toMatchObject({ lastSeq: 30, base: 6 });
    expect(await framesOf(again)).toEqual(await framesOf(journal));
  });

  it('gives snapshots that are whole, and a journal again that survives a torn write', async () => {
    const { fs, journal } = await written();
    await compactOn(fs, journal);
    await appendRows(journal, [['a'], ['c']]);
    const source = { journal: directory, lastSeq: 8, header: headerOf(3), madeAt: noon };
    const { name, whole } = await makeSnapshot(fs, '/data/snapshots', facility, source);
    expect(whole).toMatchObject({ lastSeq: 8, segment: { base: 6, firstSeq: 5 } });
    const target = memoryDisk();
    target.place(`/data/snapshots/${name}`, fs.contentOf(`/data/snapshots/${name}`));
    await unpackSnapshot(target, `/data/snapshots/${name}`, directory, 12);
    const restored = await openOn(target, segmentBytes);
    expect(restored.status()).toMatchObject({ lastSeq: 8, base: 6, condition: 'clean' });
    expect(await framesOf(restored)).toEqual(await framesOf(journal));
    target.cutAt = target.steps + 1;
    await expect(restored.append(9, frameOf(9, ['b']))).rejects.toThrow();
    for (let seed = 1; seed < 30; seed++) {
      const again = await openOn(target.afterPowerCut('some', seededRandom(seed)), segmentBytes);
      expect(again.status(), `seed ${seed}`).toMatchObject({ base: 6 });
      expect(again.status().condition).not.toBe('damaged');
      expect((await framesOf(again)).slice(0, 4)).toEqual(await framesOf(journal));
    }
  });

  it('does nothing where nothing was written again, and nothing to a damaged journal', async () => {
    const fs = memoryDisk();
    const journal = await replaceableJournal(() => openOn(fs, segmentBytes));
    expect(await compactOn(fs, journal)).toBe(false);
    await appendRows(journal, [['a'], ['b']]);
    expect(await compactOn(fs, journal)).toBe(false);
    await appendRows(journal, [['a']]);
    await journal.close();
    const path = `${directory}/000001.wmj`;
    const content = fs.contentOf(path);
    content[130] = (content[130] ?? 0) ^ 1;
    fs.place(path, content);
    const damaged = await replaceableJournal(() => openOn(fs, segmentBytes));
    await expect(compactOn(fs, damaged)).rejects.toMatchObject({ code: 'journal.damaged' });
    expect(fs.contentOf(path)).toEqual(content);
  });

  it('leaves the journal as it was where there is no room', async () => {
    const { fs, journal } = await written();
    const worker = workerOver(fs, 400_000_000);
    const full = compactor({ fs, journal, directory, worker, overJournal: inTurn() });
    await expect(full.compact()).rejects.toMatchObject({ code: 'disk.full' });
    expect(await framesOf(journal)).toHaveLength(6);
    await appendRows(journal, [['a']]);
    expect(journal.status()).toMatchObject({ lastSeq: 7, base: 0 });
  });

  it('removes what an unfinished one left at the next start', async () => {
    const { fs, journal } = await written();
    await journal.close();
    fs.place(`${directory}/compacted-00aa`, Buffer.from('<a|1>'));
    fs.place(`${directory}/compacted-00aa.new`, Buffer.from('<a|1>'));
    const again = await openOn(fs, segmentBytes);
    expect([...(await filesOf(fs)).keys()].filter((name) => name.startsWith('compacted'))).toEqual([]);
    expect(again.status()).toMatchObject({ lastSeq: 6, condition: 'clean' });
  });

  it('of a journal whose base is damaged is noticed at every bit, or behind its last frame cut off', async () => {
    const { fs, journal } = await written();
    await compactOn(fs, journal);
    await appendRows(journal, [['a']]);
    const [name = ''] = (await filesOf(fs)).keys();
    const path = `${directory}/${name}`;
    const content = fs.contentOf(path);
    for (let at = 0; at < content.length - frameOf(7, ['a']).length - 52; at++) {
      const flipped = Buffer.from(content);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      fs.place(path, flipped);
      expect((await openOn(fs, segmentBytes)).status().condition, `byte ${at}`).toBe('damaged');
    }
  });

  it('comes by itself when the journal is large and half of it would go', async () => {
    const fs = memoryDisk();
    const journal = await replaceableJournal(() => openOn(fs));
    const asked: number[] = [];
    const worker = workerOver(fs);
    const watched: typeof worker = {
      ...worker,
      run: async (job, takes) => {
        asked.push(journal.status().bytes);
        return worker.run(job, takes);
      },
    };
    const itself = compactor({ fs, journal, directory, worker: watched, overJournal: inTurn() });
    const mebibyte = 1_048_576;
    const append = async (count: number, id: (seq: number) => string): Promise<void> => {
      for (let n = 0; n < count; n++) {
        const seq = journal.status().lastSeq + 1;
        await journal.append(seq, frameOf(seq, [id(seq)], `${seq}`, 8 * mebibyte));
      }
    };
    await append(7, (seq) => `p${seq}`);
    await itself.consider();
    expect(asked).toHaveLength(0);
    await append(3, (seq) => `p${seq - 7}`);
    // Large, but most of it is still needed; and it is not read again before it has grown.
    await itself.consider();
    await itself.consider();
    expect(asked).toHaveLength(1);
    expect(journal.status().base).toBe(0);
    await append(6, () => 'p1');
    await itself.consider();
    expect(asked).toHaveLength(2);
    expect(journal.status()).toMatchObject({ base: 16, lastSeq: 16 });
    expect(journal.status().bytes).toBeLessThan(7.1 * 8 * mebibyte);
  }, 60_000);
});
