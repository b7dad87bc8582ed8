import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { nodeFileSystem } from '#electron/disk/node-file-system.ts';
import { addNewFile } from '#electron/print/add-new-file.ts';
import { chosenFolders } from '#electron/print/chosen-folders.ts';
import { lastChoices } from '#electron/print/last-choices.ts';
import { drawCertificateNumber, printedNumber } from '#shared/domain/certificates/number.ts';
import { contract } from '#shared/ipc/contract/contract.ts';
import { FaultFileSystem, seededRandom } from '#tests/unit/electron/disk/fault-file-system.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saving-'));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = (content: string) => new TextEncoder().encode(content);
const file = (content: string) => ({
  name: 'Teilnahmebescheinigung AB',
  ending: 'pdf',
  bytes: bytes(content),
});

describe('a file in a folder that somebody chose', () => {
  it('never replaces another: the next one of its name gets a number', async () => {
    const fs = nodeFileSystem();
    await writeFile(join(folder, 'Teilnahmebescheinigung AB.pdf'), 'theirs');
    expect(await addNewFile(fs, folder, file('mine'))).toBe('Teilnahmebescheinigung AB (2).pdf');
    expect(await addNewFile(fs, folder, file('mine again'))).toBe('Teilnahmebescheinigung AB (3).pdf');
    expect(await readFile(join(folder, 'Teilnahmebescheinigung AB.pdf'), 'utf8')).toBe('theirs');
    expect(await readFile(join(folder, 'Teilnahmebescheinigung AB (2).pdf'), 'utf8')).toBe('mine');
    expect(await readdir(folder)).toHaveLength(3);
  });

  it('is there whole or not at all, whichever step the disk fails at', async () => {
    const steps = await stepsOf();
    expect(steps).toBeGreaterThan(3);
    for (let at = 1; at <= steps; at += 1) {
      const fs = new FaultFileSystem(seededRandom(at));
      await fs.makeDirectory();
      const before = fs.steps;
      fs.faults = new Map([[before + at, 'ENOSPC']]);
      const added = await addNewFile(fs, '/chosen', file('content')).catch((error: unknown) => error);
      const names = await fs.list('/chosen');
      if (typeof added === 'string') expect(names).toEqual([added]);
      else expect(added).toMatchObject({ code: 'disk.full' });
      for (const name of names.filter((one) => one.endsWith('.pdf')))
        expect(Buffer.from((await fs.readFile(`/chosen/${name}`)) ?? []).toString()).toBe('content');
    }
  });

  it('is there after a power cut once it was called saved', async () => {
    for (const keep of ['none', 'some', 'all'] as const) {
      const fs = new FaultFileSystem(seededRandom(7));
      await fs.makeDirectory();
      await fs.syncDirectory('/');
      const name = await addNewFile(fs, '/chosen', file('content'));
      const after = fs.afterPowerCut(keep, seededRandom(8));
      expect(Buffer.from((await after.readFile(`/chosen/${name}`)) ?? []).toString()).toBe('content');
    }
  });

  it('is known by a token, until the folder is closed', async () => {
    const folders = chosenFolders(nodeFileSystem());
    const token = folders.open('certificates', folder);
    expect(token).not.toContain(folder);
    expect(await folders.add(token, 'ABCD-1', bytes('x'))).toBe('Teilnahmebescheinigung ABCD-1.pdf');
    await expect(folders.add('0'.repeat(32), 'ABCD-2', bytes('x'))).rejects.toMatchObject({
      code: 'document.folder-closed',
    });
    folders.closeAll();
    await expect(folders.add(token, 'ABCD-2', bytes('x'))).rejects.toMatchObject({
      code: 'document.folder-closed',
    });
    expect(await readdir(folder)).toEqual(['Teilnahmebescheinigung ABCD-1.pdf']);
  });
});

/** Steps of adding a file on a disk without faults. */
async function stepsOf(): Promise<number> {
  const fs = new FaultFileSystem(seededRandom(1));
  await fs.makeDirectory();
  const before = fs.steps;
  await addNewFile(fs, '/chosen', file('content'));
  return fs.steps - before;
}

describe('what a file may be called', () => {
  const takes = (mark: string): boolean =>
    contract['documents.addFile'].args.safeParse({
      ...{ folder: '0'.repeat(32), mark },
      bytes: bytes('%PDF-1.7'),
    }).success;

  it('is a certificate with its number, whichever was drawn', () => {
    const draw = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
    for (let turn = 0; turn < 5_000; turn += 1)
      expect(takes(printedNumber(drawCertificateNumber(draw)))).toBe(true);
    // Letters only.
    const letters = drawCertificateNumber((count) => new Uint8Array(count).fill(12));
    expect(/\d/.test(letters.slice(0, 10))).toBe(false);
    expect(takes(printedNumber(letters))).toBe(true);
  });

  it.each(['AMINA', 'AMINA-HADDAD', 'ABCD-EFGH-JKM', 'Amina 1', '../1', '1.pdf', 'CON', ''])(
    'is never "%s"',
    (mark) => expect(takes(mark)).toBe(false),
  );
});

describe('what was printed with last', () => {
  const choice = { printer: 'office', copies: 2, duplex: 'off' } as const;

  it('is kept for each kind of document', async () => {
    const path = join(folder, 'local', 'printing.json');
    const choices = lastChoices(nodeFileSystem(), path);
    expect(await choices.of('badges')).toBeNull();
    await Promise.all([
      choices.keep('badges', choice),
      choices.keep('certificate', { ...choice, copies: 1 }),
    ]);
    const later = lastChoices(nodeFileSystem(), path);
    expect(await later.of('badges')).toEqual(choice);
    expect(await later.of('certificate')).toEqual({ ...choice, copies: 1 });
  });

  it('is asked again where the file is damaged or the disk refuses', async () => {
    const path = join(folder, 'printing.json');
    await writeFile(path, '{"badges": {"printer": 7}}');
    expect(await lastChoices(nodeFileSystem(), path).of('badges')).toBeNull();
    const broken: FileSystem = {
      ...nodeFileSystem(),
      open: async () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })),
    };
    const choices = lastChoices(broken, path);
    await choices.keep('badges', choice);
    expect(await choices.of('badges')).toBeNull();
  });
});
