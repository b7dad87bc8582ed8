import { expect, it } from 'vitest';
import { keepWorkstation, readWorkstation, successorOf } from '#electron/header/workstation-id.ts';
import { FaultFileSystem, seededRandom } from '#tests/unit/electron/disk/fault-file-system.ts';

const directory = '/data/vault';
const path = `${directory}/workstation.json`;

it('makes a workstation id once and keeps it', async () => {
  const fs = new FaultFileSystem(seededRandom(1));
  const { workstationId, replaced } = await readWorkstation(fs, directory);
  expect(workstationId).toMatch(/^[0-9a-f]{16}$/);
  expect(replaced).toEqual([]);
  const again = await readWorkstation(fs.afterPowerCut('none', seededRandom(2)), directory);
  expect(again.workstationId).toBe(workstationId);
  const other = await readWorkstation(new FaultFileSystem(seededRandom(1)), directory);
  expect(other.workstationId).not.toBe(workstationId);
});

it('makes a new workstation id when the file can not be understood', async () => {
  const fs = new FaultFileSystem(seededRandom(1));
  fs.place(path, Buffer.from('{"workstationId":"ABC"}'));
  expect((await readWorkstation(fs, directory)).workstationId).toMatch(/^[0-9a-f]{16}$/);
});

it('knows a file of before there were restores', async () => {
  const fs = new FaultFileSystem(seededRandom(1));
  fs.place(path, Buffer.from('{"workstationId":"0123456789abcdef"}'));
  expect(await readWorkstation(fs, directory)).toEqual({ workstationId: '0123456789abcdef', replaced: [] });
});

it('remembers over two restores what it was called before', async () => {
  const fs = new FaultFileSystem(seededRandom(1));
  const first = await readWorkstation(fs, directory);
  const second = successorOf(first);
  await keepWorkstation(fs, directory, successorOf(second));
  const third = await readWorkstation(fs, directory);
  expect(third.replaced).toEqual([first.workstationId, second.workstationId]);
  expect(new Set([third.workstationId, ...third.replaced]).size).toBe(3);
});
