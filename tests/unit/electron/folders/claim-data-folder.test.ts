import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claimDataFolder } from '#electron/folders/claim-data-folder.ts';

let place = '';
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'claim-'));
});
afterEach(() => rmSync(place, { recursive: true }));

it('makes a folder that may be used, and leaves no trial in it', async () => {
  const folder = join(place, 'a', 'wegmarke');
  expect(await claimDataFolder(folder, process.platform, {})).toBe('none');
  expect(readdirSync(folder)).toEqual([]);
  expect(await claimDataFolder(folder, process.platform, {})).toBe('in-use');
});

it('does not touch a folder that is refused', async () => {
  expect(await claimDataFolder(join(place, 'Nextcloud', 'wegmarke'), process.platform, {})).toBe('synced');
  expect(existsSync(join(place, 'Nextcloud'))).toBe(false);
});

it('says when nothing can be written there', async () => {
  const file = join(place, 'file');
  writeFileSync(file, '');
  expect(await claimDataFolder(join(file, 'wegmarke'), process.platform, {})).toBe('not-writable');
});
