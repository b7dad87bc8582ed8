import { describe, expect, it } from 'vitest';
import { frameBytes } from '#electron/journal/frame-format.ts';
import { segmentHeaderBytes, segmentName } from '#electron/journal/segment-format.ts';
import type { FaultFileSystem } from '#tests/unit/electron/disk/fault-file-system.ts';
import { appendMany, bytes, directory, memoryDisk, openOn, textsOf } from './memory-journal.ts';

const pathOf = (number: number): string => `${directory}/${segmentName(number)}`;
const frame = frameBytes('frame 1'.length);
/** Three frames to a segment. */
const segmentBytes = segmentHeaderBytes + 3 * frame;
const frameStart = (inSegment: number): number => segmentHeaderBytes + inSegment * frame;
const texts = (count: number): string[] => Array.from({ length: count }, (_, at) => `frame ${at + 1}`);

/** Nine frames in three segments, not closed. */
async function nineFrames(): Promise<FaultFileSystem> {
  const fs = memoryDisk();
  await appendMany(await openOn(fs, segmentBytes), 9);
  return fs;
}

async function changed(number: number, change: (content: Buffer) => Buffer): Promise<FaultFileSystem> {
  const fs = await nineFrames();
  fs.place(pathOf(number), change(fs.contentOf(pathOf(number))));
  return fs;
}

const cutOut = (content: Buffer, from: number, to: number): Buffer =>
  Buffer.concat([content.subarray(0, from), content.subarray(to)]);

describe('a damaged journal', () => {
  it('notices every single flipped bit', async () => {
    const size = (await nineFrames()).contentOf(pathOf(1)).length;
    for (const number of [1, 2, 3]) {
      for (let at = 0; at < size; at++) {
        const fs = await changed(number, (content) => {
          content[at] = (content[at] ?? 0) ^ (1 << (at % 8));
          return content;
        });
        const { condition } = (await openOn(fs, segmentBytes)).status();
        // Behind the very last frame nothing tells a flipped bit from a write that was cut short.
        const inLastFrame = number === 3 && at >= frameStart(2);
        expect(condition, `segment ${number}, byte ${at}`).toBe(inLastFrame ? 'torn-tail' : 'damaged');
      }
    }
  }, 30_000);

  it('says where the damage begins, reads up to there and behind, and writes no more', async () => {
    const fs = await changed(2, (content) => content.fill(0, frameStart(1), frameStart(1) + 10));
    const journal = await openOn(fs, segmentBytes);
    expect(journal.status()).toMatchObject({ condition: 'damaged', damagedAfterSeq: 4, lastSeq: 9 });
    const { frames, end } = await journal.read(1, 10_000);
    expect([frames.length, end]).toEqual([4, false]);
    await expect(journal.read(5, 1000)).rejects.toMatchObject({ code: 'journal.damaged' });
    expect(await textsOf(journal, 6)).toEqual(texts(9).slice(5));
    const before = fs.steps;
    await expect(journal.append(10, bytes('frame 10'))).rejects.toMatchObject({ code: 'disk.failed' });
    expect(fs.steps).toBe(before);
  });

  it.each([
    ['a frame is removed', (content: Buffer) => cutOut(content, frameStart(1), frameStart(2)), 4],
    [
      'a frame is doubled',
      (content: Buffer) =>
        Buffer.concat([content.subarray(0, frameStart(2)), content.subarray(frameStart(1))]),
      5,
    ],
    [
      'two frames are swapped',
      (content: Buffer) =>
        Buffer.concat([
          content.subarray(0, frameStart(0)),
          content.subarray(frameStart(1), frameStart(2)),
          content.subarray(frameStart(0), frameStart(1)),
          content.subarray(frameStart(2)),
        ]),
      3,
    ],
    ['the segment is cut short', (content: Buffer) => content.subarray(0, frameStart(2) - 1), 4],
    ['the header is gone', (content: Buffer) => content.fill(0, 0, segmentHeaderBytes), 3],
    ['nothing is left of the file', () => Buffer.alloc(0), 3],
  ] as const)('notices when %s', async (_, change, after) => {
    const journal = await openOn(await changed(2, change), segmentBytes);
    expect(journal.status()).toMatchObject({ condition: 'damaged', damagedAfterSeq: after });
  });

  it.each([
    [1, 0],
    [2, 3],
  ])('notices that segment %i is missing', async (number, after) => {
    const fs = await nineFrames();
    await fs.remove(pathOf(number));
    const journal = await openOn(fs, segmentBytes);
    expect(journal.status()).toMatchObject({ condition: 'damaged', damagedAfterSeq: after, lastSeq: 9 });
    expect(await textsOf(journal, 7)).toEqual(texts(9).slice(6));
  });

  it('notices a bit that flips after it was opened', async () => {
    const fs = await nineFrames();
    const journal = await openOn(fs, segmentBytes);
    const content = fs.contentOf(pathOf(1));
    content[frameStart(1) + 50] = (content[frameStart(1) + 50] ?? 0) ^ 4;
    fs.place(pathOf(1), content);
    await expect(journal.read(1, 1000)).rejects.toMatchObject({ code: 'journal.damaged' });
  });
});

describe('a torn tail', () => {
  it('is left out wherever it was cut, stays as evidence, and appending goes on', async () => {
    for (let length = frameStart(2); length < frameStart(3); length++) {
      const fs = await changed(3, (content) => content.subarray(0, length));
      const torn = fs.contentOf(pathOf(3));
      const journal = await openOn(fs, segmentBytes);
      expect(journal.status()).toMatchObject({
        condition: length > frameStart(2) ? 'torn-tail' : 'clean',
        lastSeq: 8,
      });
      await appendMany(journal, 2);
      expect(fs.contentOf(pathOf(3))).toEqual(torn);
      const reopened = await openOn(fs, segmentBytes);
      expect(reopened.status()).toMatchObject({ condition: 'clean', lastSeq: 10 });
      expect(await textsOf(reopened)).toEqual(texts(10));
    }
  });

  it('may be zeros or noise', async () => {
    for (const filling of [0, 0x57]) {
      const fs = await changed(3, (content) => Buffer.concat([content, Buffer.alloc(5000, filling)]));
      const journal = await openOn(fs, segmentBytes);
      expect(journal.status()).toMatchObject({ condition: 'torn-tail', lastSeq: 9 });
      expect(await textsOf(journal)).toEqual(texts(9));
    }
  });

  it('does not take a frame of another segment for its own', async () => {
    const fs = await nineFrames();
    const foreign = fs.contentOf(pathOf(2)).subarray(frameStart(1));
    fs.place(pathOf(3), Buffer.concat([fs.contentOf(pathOf(3)), Buffer.alloc(3), foreign]));
    expect((await openOn(fs, segmentBytes)).status()).toMatchObject({ condition: 'torn-tail', lastSeq: 9 });
  });

  it('may be a segment that was only just being made', async () => {
    for (const content of [Buffer.alloc(0), Buffer.alloc(64), Buffer.from('WMJ1')]) {
      const fs = await nineFrames();
      fs.place(pathOf(4), content);
      const journal = await openOn(fs, segmentBytes);
      expect(journal.status()).toMatchObject({ condition: 'torn-tail', lastSeq: 9 });
      await appendMany(journal, 1);
      expect(await textsOf(await openOn(fs, segmentBytes))).toEqual(texts(10));
    }
  });
});
