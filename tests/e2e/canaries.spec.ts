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
import { enrol, issueCertificates, recordTodaysSession, savePdf, setUpCourse } from './course-steps.ts';
import { test as base, type Wegmarke } from './fixture.ts';
import { print, saveArchive, saveSingly } from './printing-steps.ts';
import { createPerson, importRoster, lock, type NewPerson, searchFor, setUp, unlock } from './steps.ts';

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

type Put = {
  readonly texts: readonly string[];
  readonly passphrase: string;
  readonly known: string;
  /** Among `texts`, and not put in yet. */
  readonly last: NewPerson;
};

/** A CSV file with five texts for each of two people. */
async function writeRoster(folder: string, texts: readonly string[]): Promise<string> {
  const header = 'Nr;Familienname;Vorname;Originalschreibweise;Weitere Schreibweisen;Zimmer';
  const lines = [header, ['1', ...texts.slice(0, 5)].join(';'), ['2', ...texts.slice(5, 10)].join(';')];
  const path = join(folder, 'roster.csv');
  await mkdir(folder, { recursive: true });
  await writeFile(path, `\uFEFF${lines.join('\r\n')}\r\n`);
  return path;
}

/**
 * Puts thirty canaries in, walking the whole road: set-up, roster, a person with a note, partner, offer, group,
 * enrolment, session, roll call, certificates, printing, searches. What is saved goes to `folder`.
 */
async function putIn(wegmarke: Wegmarke, folder: string): Promise<Put> {
  const { page } = wegmarke;
  const canaries = drawCanaries().map(({ text }) => text);
  const left = [...canaries];
  const next = (): string => left.pop() ?? '';
  const passphrase = `${drawCanaries()[0]?.text} ${drawCanaries()[1]?.text}`;
  const code = await setUp(page, {
    facilityName: next(),
    place: next(),
    administrator: next(),
    passphrase,
  });
  const rostered = Array.from({ length: 10 }, next);
  await importRoster(page, await writeRoster(folder, rostered), 2);
  const given = next();
  await createPerson(page, { given, family: next(), spelling: next(), note: next(), purpose: next() });
  const course = {
    partner: { name: next(), shortName: next() },
    offer: { title: next(), subProject: next(), contents: next() },
    group: { name: next(), lead: next(), room: next() },
  };
  await setUpCourse(page, course);
  const people = [rostered[1] ?? '', rostered[6] ?? '', given];
  await enrol(page, people);
  await recordTodaysSession(page, people.length);
  await issueCertificates(page, course.group.name, people.length);
  await wegmarke.answerSaveDialog(join(folder, 'certificates.pdf'));
  await savePdf(page);
  await print(page);
  await saveSingly(wegmarke, folder, people.length);
  await saveArchive(wegmarke, join(folder, 'certificates.zip'), passphrase);
  for (const text of rostered.slice(0, 3)) await searchFor(page, text);
  const texts = [...canaries, ...passphrase.split(' '), code, code.replaceAll('-', '')];
  const last = { given: next(), family: next(), spelling: next(), note: next(), purpose: 'Test' };
  return { texts, passphrase, known: given, last };
}

/** What a search has to have read for its silence to mean something. */
async function expectNothing(wegmarke: Wegmarke, search: FolderSearch): Promise<void> {
  const { kinds, files, blocks, bytes } = search;
  console.log(`searched ${files} files, ${blocks} LevelDB blocks and records, ${bytes} bytes`);
  expect(search.found).toEqual([]);
  expect(search.unreadable).toEqual([]);
  expect(kinds['leveldb-log']).toBeGreaterThan(0);
  expect(kinds.pdf).toBe(0);
  expect(await readdir(wegmarke.dataDir)).toEqual(
    expect.arrayContaining(['journal', 'local', 'profile', 'vault']),
  );
}

test('nothing that was put in lies in the clear on disk, after closing and after a power cut', async ({
  wegmarke,
  temporaryFolder,
}, testInfo) => {
  test.setTimeout(180_000);
  const { texts, passphrase, known, last } = await putIn(wegmarke, testInfo.outputPath('files'));
  await lock(wegmarke.page);
  await wegmarke.close();
  await expectNothing(wegmarke, await searchFolder(temporaryFolder, texts));

  await unlock(await wegmarke.restart(), passphrase);
  await searchFor(wegmarke.page, known);
  await createPerson(wegmarke.page, last);
  await wegmarke.kill();
  await quiet(temporaryFolder);
  await expectNothing(wegmarke, await searchFolder(temporaryFolder, texts));

  // The counter-check: in this very profile, what the page itself writes unsealed is found.
  const page = await wegmarke.restart();
  await page.evaluate((text) => localStorage.setItem('unsealed', text), known);
  await wegmarke.close();
  const { found } = await searchFolder(temporaryFolder, texts);
  expect(new Set(found.map(({ canary }) => canary))).toEqual(new Set([known]));
});
