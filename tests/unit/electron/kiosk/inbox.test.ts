import { describe, expect, it } from 'vitest';
import { diskSpace } from '#electron/disk/free-disk.ts';
import { createInbox } from '#electron/kiosk/inbox.ts';
import { encodeEntries } from '#electron/kiosk/inbox-file.ts';
import { FaultFileSystem, seededRandom } from '#tests/unit/electron/disk/fault-file-system.ts';
import { directory, openInbox } from './inbox-under-faults.ts';

const disk = (): FaultFileSystem => new FaultFileSystem(seededRandom(1));
const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));
const texts = async (fs: FaultFileSystem): Promise<string[]> =>
  (await openInbox(fs).read()).entries.map((entry) => Buffer.from(entry.bytes).toString());
const path = (number: number): string => `${directory}/inbox-${number}.wmk`;

describe('the inbox', () => {
  it('gives back what was appended, in order, also to the next start', async () => {
    const fs = disk();
    const inbox = openInbox(fs);
    for (const text of ['one', 'two', 'three']) await inbox.append(bytes(text));
    expect(await texts(fs.afterPowerCut('none', seededRandom(1)))).toEqual(['one', 'two', 'three']);
  });

  it('appends with one write and one fsync', async () => {
    const fs = disk();
    const inbox = openInbox(fs);
    await inbox.append(bytes('one'));
    const { steps } = fs;
    await inbox.append(bytes('two'));
    expect(fs.steps - steps).toBe(2);
  });

  it('takes out what it is told to and keeps the rest, also what came meanwhile', async () => {
    const fs = disk();
    const inbox = openInbox(fs);
    for (const text of ['one', 'two', 'three']) await inbox.append(bytes(text));
    const { entries } = await inbox.read();
    await inbox.append(bytes('meanwhile'));
    const [first, second] = entries.map(({ seq }) => seq);
    await inbox.clear({ taken: [first ?? 0], aside: [second ?? 0] });
    expect(await texts(fs)).toEqual(['three', 'meanwhile']);
    const left = fs.afterPowerCut('none', seededRandom(1));
    expect(await texts(left)).toEqual(['three', 'meanwhile']);
    expect(left.contentOf(`${directory}/put-aside.wmk`).includes('two')).toBe(true);
    expect([...(await fs.list(directory))].sort()).toEqual(['inbox-2.wmk', 'put-aside.wmk']);
  });

  it('never gives a number twice in a run, also after everything was taken out', async () => {
    const inbox = openInbox(disk());
    await inbox.append(bytes('one'));
    const first = (await inbox.read()).entries.map(({ seq }) => seq);
    await inbox.clear({ taken: first, aside: [] });
    await inbox.append(bytes('two'));
    await inbox.clear({ taken: first, aside: [] });
    expect((await inbox.read()).entries).toHaveLength(1);
  });

  it('says that a file is damaged of which nothing is legible, and keeps it', async () => {
    const fs = disk();
    const inbox = openInbox(fs);
    for (let at = 0; at < 10; at += 1) await inbox.append(bytes('x'.repeat(700)));
    const lost = disk();
    lost.place(path(1), Buffer.alloc(fs.contentOf(path(1)).length));
    const left = openInbox(lost);
    expect(await left.read()).toEqual({ entries: [], damaged: true });
    await left.append(bytes('next'));
    expect([...(await lost.list(directory))].sort()).toEqual(['damaged-1.wmk', 'inbox-2.wmk']);
  });

  it('cuts off a torn end and says nothing of damage', async () => {
    const fs = disk();
    const inbox = openInbox(fs);
    await inbox.append(bytes('one'));
    await inbox.append(bytes('two'));
    const whole = fs.contentOf(path(1));
    for (let length = 1; length < whole.length; length++) {
      const torn = disk();
      torn.place(path(1), whole.subarray(0, length));
      const { entries, damaged } = await openInbox(torn).read();
      expect(damaged).toBe(false);
      expect(entries.length).toBe(length < whole.length / 2 ? 0 : 1);
      await openInbox(torn).append(bytes('three'));
      expect(await texts(torn)).toEqual([...entries.map(() => 'one'), 'three']);
    }
  });

  it('reads around a damaged entry, says so, and keeps the damaged file', async () => {
    const fs = disk();
    const inbox = openInbox(fs);
    for (const text of ['one', 'two', 'three']) await inbox.append(bytes(text));
    const content = fs.contentOf(path(1));
    content.write('t', content.indexOf('two') + 1);
    fs.place(path(1), content);
    expect((await openInbox(fs).read()).damaged).toBe(true);
    expect(await texts(fs)).toEqual(['one', 'three']);
    await openInbox(fs).append(bytes('four'));
    expect(await texts(fs)).toEqual(['one', 'three', 'four']);
    expect((await openInbox(fs).read()).damaged).toBe(false);
    expect(fs.contentOf(`${directory}/damaged-1.wmk`)).toEqual(content);
  });

  it('does not take frames of the operation journal for entries', async () => {
    const fs = disk();
    const own = encodeEntries([{ seq: 1, bytes: bytes('one') }]);
    const foreign = Buffer.from(own);
    foreign.write('somebody', 20, 'latin1');
    fs.place(path(1), Buffer.concat([foreign, own]));
    expect(await texts(fs)).toEqual(['one']);
  });

  it('refuses with disk.full while there is too little room, and goes on when there is more', async () => {
    const fs = disk();
    let free = 0;
    const inbox = createInbox({ fs, directory, space: diskSpace(async () => free) });
    await expect(inbox.append(bytes('one'))).rejects.toMatchObject({ code: 'disk.full' });
    expect(await texts(fs)).toEqual([]);
    free = Number.MAX_SAFE_INTEGER;
    await inbox.append(bytes('two'));
    expect(await texts(fs)).toEqual(['two']);
  });

  it('fails while a virus scanner holds the file, and loses nothing by it', async () => {
    const fs = disk();
    let held = false;
    const holding = new Proxy(fs, {
      get: (target, name: keyof FaultFileSystem) => {
        if (name !== 'rename' || !held) {
          const member = target[name];
          return typeof member === 'function' ? member.bind(target) : member;
        }
        return async () => {
          throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
        };
      },
    });
    const inbox = openInbox(holding);
    await inbox.append(bytes('one'));
    held = true;
    const [seq = 0] = (await inbox.read()).entries.map((entry) => entry.seq);
    await expect(inbox.clear({ taken: [seq], aside: [] })).rejects.toMatchObject({ code: 'disk.failed' });
    await expect(inbox.append(bytes('two'))).rejects.toMatchObject({ code: 'disk.failed' });
    held = false;
    await inbox.append(bytes('three'));
    expect(await texts(fs.afterPowerCut('none', seededRandom(1)))).toEqual(['one', 'three']);
  });
});
