/**
 * Nothing in the clear on disk: texts that were put in through the screens are looked for in all that the app leaves
 * behind, browser data, journal, vault, keystore and temporary files. That the search finds what is there is proved by
 * `tests/unit/canaries`.
 */

import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'playwright/test';
import { drawCanaries } from '#tests/canaries/canaries.ts';
import { type FolderSearch, searchFolder } from '#tests/canaries/search-folder.ts';
import { test as base, type Wegmarke } from './fixture.ts';
import { importRoster, lock, searchFor, setUp, unlock } from './steps.ts';

const temporaryFolderNames = ['TMPDIR', 'TEMP', 'TMP'] as const;

/** The app's temporary folder, and with it the data folder, is one of the test's own. */
const test = base.extend<{ readonly temporaryFolder: string }>({
  temporaryFolder: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what the fixture needs
    async ({}, use) => {
      const before = temporaryFolderNames.map((name) => [name, process.env[name]] as const);
      const folder = await mkdtemp(join(tmpdir(), 'wegmarke-canaries-'));
      for (const name of temporaryFolderNames) process.env[name] = folder;
      await use(folder);
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
    { auto: true },
  ],
});

async function stateOf(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).toSorted();
  const facts = names.map(async (name) => {
    const found = await stat(join(folder, name)).catch(() => undefined);
    return `${name} ${found?.size} ${found?.mtimeMs}`;
  });
  return (await Promise.all(facts)).join('\n');
}

/** Waits until the browser below a killed app has gone as well: nothing in the folder changes for a second. */
async function quiet(folder: string): Promise<void> {
  for (let before = ''; ; ) {
    const now = await stateOf(folder);
    if (now === before) return;
    before = now;
    await pause(1000);
  }
}

type Put = { readonly texts: readonly string[]; readonly passphrase: string };

/** Puts thirty canaries in: as names of the facility and the administrator, and in every text of a roster. */
async function putIn(wegmarke: Wegmarke, folder: string): Promise<Put> {
  const canaries = drawCanaries().map(({ text }) => text);
  const [facilityName = '', place = '', administrator = '', ...names] = canaries;
  const passphrase = drawCanaries()
    .slice(0, 2)
    .map(({ text }) => text)
    .join(' ');
  const code = await setUp(wegmarke.page, { facilityName, place, administrator, passphrase });
  const header = 'Nr;Familienname;Vorname;Originalschreibweise;Weitere Schreibweisen;Zimmer';
  const rows = Array.from({ length: 6 }, (_, row) =>
    Array.from({ length: 6 }, (_, column) =>
      column === 0 ? row + 1 : (names[row * 5 + column - 1] ?? ''),
    ).join(';'),
  );
  const roster = join(folder, 'roster.csv');
  await mkdir(folder, { recursive: true });
  await writeFile(roster, `\uFEFF${[header, ...rows].join('\r\n')}\r\n`);
  await importRoster(wegmarke.page, roster, rows.length);
  for (const name of names.slice(0, 3)) await searchFor(wegmarke.page, name);
  return { texts: [...canaries, ...passphrase.split(' '), code, code.replaceAll('-', '')], passphrase };
}

/** What a search has to have read for its silence to mean something. */
function expectNothing(search: FolderSearch): void {
  const { kinds, files, blocks, bytes } = search;
  console.log(`searched ${files} files, ${blocks} LevelDB blocks and records, ${bytes} bytes`);
  expect(search.found).toEqual([]);
  expect(search.unreadable).toEqual([]);
  expect(kinds['leveldb-log']).toBeGreaterThan(0);
  expect(kinds.pdf).toBe(0);
}

test('nothing that was put in lies in the clear on disk, after closing and after a power cut', async ({
  wegmarke,
  temporaryFolder,
}, testInfo) => {
  test.setTimeout(180_000);
  const { texts, passphrase } = await putIn(wegmarke, testInfo.outputPath('input'));
  await lock(wegmarke.page);
  await wegmarke.close();
  expectNothing(await searchFolder(temporaryFolder, texts));

  const page = await wegmarke.restart();
  await unlock(page, passphrase);
  await searchFor(page, texts[3] ?? '');
  await wegmarke.kill();
  await quiet(temporaryFolder);
  expectNothing(await searchFolder(temporaryFolder, texts));
});
