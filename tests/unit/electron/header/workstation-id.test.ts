import { expect, it } from 'vitest';
import { workstationId } from '#electron/header/workstation-id.ts';
import { FaultFileSystem, seededRandom } from '#tests/unit/electron/disk/fault-file-system.ts';

const directory = '/data/vault';
const path = `${directory}/workstation.json`;

it('makes a workstation id once and keeps it', async () => {
  const fs = new FaultFileSystem(seededRandom(1));
  const id = await workstationId(fs, directory);
  expect(id).toMatch(/^[0-9a-f]{16}$/);
  expect(await workstationId(fs.afterPowerCut('none', seededRandom(2)), directory)).toBe(id);
  expect(await workstationId(new FaultFileSystem(seededRandom(1)), directory)).not.toBe(id);
});

it('makes a new workstation id when the file can not be understood', async () => {
  const fs = new FaultFileSystem(seededRandom(1));
  fs.place(path, Buffer.from('{"workstationId":"ABC"}'));
  expect(await workstationId(fs, directory)).toMatch(/^[0-9a-f]{16}$/);
});
