import { expect, it } from 'vitest';
import { replaceableJournal } from '#electron/journal/replaceable-journal.ts';
import { appendMany, bytes, directory, memoryDisk, openOn, textsOf } from './memory-journal.ts';

const failed = { code: 'disk.failed' };

async function opened() {
  const fs = memoryDisk();
  const journal = await replaceableJournal(() => openOn(fs));
  await appendMany(journal, 3);
  return { fs, journal };
}
const nothing = async (): Promise<void> => undefined;

it('goes on with what is there after the replacement', async () => {
  const { fs, journal } = await opened();
  await journal.replace(
    async () => {
      await expect(journal.append(4, bytes('frame 4'))).rejects.toMatchObject(failed);
    },
    async () => fs.rename(`${directory}/000001.wmj`, '/aside/000001.wmj'),
  );
  expect(journal.status().lastSeq).toBe(0);
  await appendMany(journal, 1);
  expect(await textsOf(journal)).toEqual(['frame 1']);
});

it('goes on as it was where the replacement did not begin', async () => {
  const { journal } = await opened();
  const begin = async (): Promise<void> => {
    throw new Error('no room');
  };
  await expect(journal.replace(begin, nothing)).rejects.toThrow('no room');
  await appendMany(journal, 1);
  expect(await textsOf(journal)).toHaveLength(4);
});

it('takes nothing more where the replacement was not finished: the next start finishes it', async () => {
  const { journal } = await opened();
  const finish = async (): Promise<void> => {
    throw new Error('hung');
  };
  await expect(journal.replace(nothing, finish)).rejects.toThrow('hung');
  await expect(journal.append(4, bytes('frame 4'))).rejects.toMatchObject(failed);
});
