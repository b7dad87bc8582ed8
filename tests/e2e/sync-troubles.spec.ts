/** Whole apps in what should not happen to a site and does. */
import { cp, rename, rm } from 'node:fs/promises';
import { expect } from 'playwright/test';
import app from '#locales/de/app.json' with { type: 'json' };
import retention from '#locales/de/retention.json' with { type: 'json' };
import syncTexts from '#locales/de/sync.json' with { type: 'json' };
import workstations from '#locales/de/workstations.json' with { type: 'json' };
import type { SyncEntry, SyncTransport } from '#shared/ports/sync-transport.ts';
import { rowOnWire, writerOf } from '#shared/sync/wire.ts';
import { seededRandom } from '#tests/lab/random.ts';
import { workstationOf } from './ask-main.ts';
import { entriesOf } from './server-entries.ts';
import { createPerson, eraseOpen, openArea, openPerson, press, restoreOldest } from './steps.ts';
import { test } from './sync-fixture.ts';
import type { Pc, SyncedSite } from './sync-site.ts';

const edit = (pc: Pc, count: number, mark: string): Promise<void> =>
  pc.page.evaluate(([many, text]) => window.wegmarkeLab.editPeople(Number(many), String(text)), [
    count,
    mark,
  ] as const);

const peopleAt = (pc: Pc) => pc.page.evaluate(() => window.wegmarkeLab.people());

test.describe('a cluster of three servers', () => {
  test.use({ serverCount: 3 });
  const kills = 4;
  const turnsAKill = 3;
  const seed = Number(process.env.WEGMARKE_SEED ?? Date.now() % 1_000_000);

  test('loses nothing that staff saw saved, and no key goes back, while its servers are killed one by one', async ({
    site,
  }) => {
    test.setTimeout(360_000);
    console.log(`killed servers from WEGMARKE_SEED=${seed}`);
    const random = seededRandom(seed);
    await site.setUp();
    await edit(site.pc(1), 20, 'eins');
    for (const pc of site.pcs) await site.connect(pc);
    await site.agrees(site.pcs);
    // Edits of everybody's people begin at the first; each PC has one of the last for itself.
    const own = (await peopleAt(site.pc(1))).slice(-site.pcs.length).map(({ id }) => id);
    const seen = await newestRevisions(await site.openLine('reader'));
    const saved = site.pcs.map((): string[] => []);
    for (let kill = 1; kill <= kills; kill += 1) {
      const writing = site.pcs.map(async (pc, at) => {
        for (let turn = 1; turn <= turnsAKill; turn += 1) {
          const mark = `${pc.name} ${kill}/${turn}`;
          await pc.page.evaluate(
            async ([id, text]) => {
              await window.wegmarkeLab.editPeople(10, text);
              await window.wegmarkeLab.moveRoom(id, text);
            },
            [own[at] ?? '', mark] as const,
          );
          saved[at]?.push(mark);
        }
      });
      const server = random.pick(site.server.servers);
      await server.kill();
      await Promise.all(writing);
      // The two that are left elect a leader, and the app goes on by itself.
      for (const pc of site.pcs) await pc.says('in-step');
      await server.start();
    }

    await site.agrees(site.pcs);
    const newEdit = 9;
    for (const pc of site.pcs) {
      const people = await peopleAt(pc);
      const given = new Set(people.map((person) => person.given));
      const missing = saved.flat().filter((mark) => !given.has(`${mark} ${newEdit}`));
      expect(missing).toEqual([]);
      const rooms = own.map((id) => people.find((person) => person.id === id)?.room);
      expect(rooms).toEqual(saved.map((marks) => marks.at(-1)));
      expect(await pc.page.evaluate(() => window.wegmarkeLab.isWhole())).toBe(true);
    }
    expect(saved.flat()).toHaveLength(kills * turnsAKill * site.pcs.length);

    // Everything that was ever seen on the server is there, or something newer in its place.
    const there = new Map(
      (await entriesOf(await site.openLine('auditor'))).map(({ key, revision }) => [key, revision]),
    );
    const wentBack = [...seen].filter(([key, revision]) => (there.get(key) ?? 0) < revision);
    expect(wentBack).toEqual([]);
    expect(seen.size).toBeGreaterThan(saved.flat().length);
  });
});

/** The newest revision of every key, as it is heard of. */
async function newestRevisions(line: SyncTransport): Promise<ReadonlyMap<string, number>> {
  const newest = new Map<string, number>();
  line.watch(0, async ({ entries }) => {
    for (const { key, revision } of entries) newest.set(key, Math.max(revision, newest.get(key) ?? 0));
  });
  await expect.poll(() => newest.size).toBeGreaterThan(0);
  return newest;
}

/** Somebody presses the button that tries at once; else the app takes up to half a minute. */
const knock = (pc: Pc): Promise<void> => pc.page.evaluate(() => window.wegmarkeLab.sync.retry());

/** Whoever sits there can read it. */
const shows = (pc: Pc, text: string): Promise<void> => expect(pc.page.getByText(text)).toBeVisible();

const marksAt = async (pc: Pc): Promise<ReadonlySet<string>> =>
  new Set((await peopleAt(pc)).map(({ given }) => given.replace(/ \d+$/, '')));

test.describe('workstations that are revoked while they are away', () => {
  test.use({ pcCount: 4 });

  test('their late records are taken by nobody, whether or not the server still knows them, and they say so', async ({
    site,
  }) => {
    test.setTimeout(360_000);
    const [one, two, three, four] = [site.pc(1), site.pc(2), site.pc(3), site.pc(4)];
    await site.setUp();
    await edit(one, 20, 'eins');
    for (const pc of site.pcs) {
      await site.connect(pc);
      await pc.says('in-step');
      await enter(pc);
    }
    await site.agrees(site.pcs);
    const { server } = site.server;
    await server.stop();
    for (const pc of [three, four]) {
      await pc.says('offline');
      await edit(pc, 20, 'spät');
    }
    for (const pc of site.pcs) await pc.close();
    const late = await publishedInAnotherWorld(site, three);

    await server.start();
    for (const pc of [one, two]) await pc.unlock();
    await site.agrees([one, two]);
    const line = await site.openLine('thief');
    const [epoch] = epochsIn(await entriesOf(line));
    await openWorkstations(one);
    for (const pc of [three, four]) await revoke(one, pc);
    site.server.kit('revoke', 'muenster', four.name);
    await site.server.reload();
    // Nothing is left under a key that they know.
    await expect
      .poll(async () => {
        const epochs = epochsIn(await entriesOf(line));
        return epochs.size === 1 && !epochs.has(epoch ?? '');
      }, slow)
      .toBe(true);
    const digest = await site.agrees([one, two]);
    const ours = await entriesOf(line);

    await three.unlock();
    await three.hasTrouble('revoked');
    await shows(three, syncTexts.trouble.revoked.administrator);
    await four.unlock();
    await four.hasTrouble('refused');
    await shows(four, syncTexts.trouble.refused.administrator);
    for (const pc of [three, four]) expect(await marksAt(pc)).toContain('spät');
    // Nothing is replaced; the members alone may note meanwhile that all is sealed again.
    const there = await entriesOf(line);
    const before = new Set(ours.map(({ revision }) => revision));
    expect(there.filter(({ revision }) => before.has(revision)).length).toBe(before.size);
    const members = [await workstationOf(one.page), await workstationOf(two.page)];
    for (const entry of there) if (!before.has(entry.revision)) expect(members).toContain(writerIn(entry));

    // As an app would that asks nobody whether it belongs to the site.
    const writers = new Set(late.map(writerIn));
    expect([...writers]).toEqual([await workstationOf(three.page)]);
    const known = new Set(ours.map(({ key }) => key));
    expect(late.filter(({ key }) => known.has(key)).length).toBeGreaterThan(10);
    expect(late.filter(({ key }) => !known.has(key)).length).toBeGreaterThan(0);
    for (const { key, value } of late) {
      const there = await line.get(key);
      if (!there.ok) throw new Error(there.error);
      expect(await line.publish(key, value, there.value?.revision ?? 0)).toMatchObject({ kind: 'stored' });
    }
    await expect
      .poll(
        async () =>
          (await entriesOf(line)).filter((entry) => known.has(entry.key) && writers.has(writerIn(entry)))
            .length,
        slow,
      )
      .toBe(0);
    expect(await site.agrees([one, two])).toBe(digest);
    for (const pc of [one, two]) expect(await marksAt(pc)).not.toContain('spät');

    await Promise.all([edit(one, 20, 'danach eins'), edit(two, 20, 'danach zwei')]);
    expect(await site.agrees([one, two])).not.toBe(digest);
    for (const pc of [one, two])
      expect([...(await marksAt(pc))]).toEqual(expect.arrayContaining(['danach eins', 'danach zwei']));
    for (const pc of [three, four])
      expect([...(await marksAt(pc))].filter((mark) => mark.startsWith('danach'))).toEqual([]);
  });
});

/** Argon2id, a rotation of keys, or a server that has just started. */
const slow = { timeout: 60_000 } as const;

const epochsIn = (entries: readonly SyncEntry[]): Set<string> =>
  new Set(entries.flatMap(({ key, value }) => rowOnWire(key, value)?.keyId ?? []));

function writerIn({ key, value }: SyncEntry): string {
  const row = rowOnWire(key, value);
  return row ? writerOf(row) : '';
}

async function openWorkstations({ page }: Pc): Promise<void> {
  await openArea(page, 'administration');
  await page.getByRole('link', { name: app.administration.workstations }).click();
}

/** Its administrator names it, so that it is known who belongs to the site. */
async function enter(pc: Pc): Promise<void> {
  await openWorkstations(pc);
  await press(pc.page, workstations.enter.action);
  await pc.page.getByLabel(workstations.name.label).fill(pc.name);
  await press(pc.page, workstations.enter.confirm);
  await expect(pc.page.getByRole('row', { name: pc.name })).toBeVisible(slow);
  await expect(pc.page.getByRole('dialog')).toHaveCount(0);
}

/** On the screen of workstations. */
async function revoke(at: Pc, revoked: Pc): Promise<void> {
  await press(at.page, workstations.revoke.actionOf.replace('{{name}}', revoked.name));
  await press(at.page, workstations.revoke.confirm);
  await expect(at.page.getByRole('dialog')).toHaveCount(0, slow);
}

/** What a PC would publish, taken from a copy of the server; server and PC are as before then. Both have to be ended. */
async function publishedInAnotherWorld(site: SyncedSite, pc: Pc): Promise<readonly SyncEntry[]> {
  const saved = `${pc.dataDir}-before`;
  await cp(pc.dataDir, saved, { recursive: true });
  const putBack = site.server.copyData();
  await site.server.server.start();
  const line = await site.openLine('onlooker');
  const newest = Math.max(...(await entriesOf(line)).map(({ revision }) => revision));
  await pc.unlock();
  await pc.says('in-step');
  const published = (await entriesOf(line)).filter(
    (entry) => entry.revision > newest && writerIn(entry) !== '',
  );
  await pc.close();
  await site.server.server.stop();
  putBack();
  await rm(pc.dataDir, { recursive: true });
  await rename(saved, pc.dataDir);
  return published;
}

test("another facility's server is recognised, by who knows the right one and by who does not; nothing goes there", async ({
  site,
}) => {
  test.setTimeout(300_000);
  const [one, two, stranger] = [site.pc(1), site.pc(2), site.pc(3)];
  const both = [one, two];
  const { server } = site.server;
  await site.setUpAlone(stranger, 'ZUE Anderswo');
  await edit(stranger, 20, 'fremd');
  await site.connect(stranger);
  await site.agrees([stranger]);
  await stranger.close();
  await server.stop();
  const bringForeign = site.server.copyData();
  site.server.emptyData();
  await server.start();
  site.server.kit('apply');

  await site.setUpFirst();
  await one.shareWith(two);
  await edit(one, 20, 'eins');
  await site.connect(one);
  await site.agrees([one]);
  await server.stop();
  const bringOurs = site.server.copyData();
  bringForeign();
  await server.start();
  const line = await site.openLine('reader');
  const before = await entriesOf(line);
  expect(before.length).toBeGreaterThan(20);
  await one.hasTrouble('another');
  await shows(one, syncTexts.trouble.another.administrator);
  expect(await entriesOf(line)).toEqual(before);
  // Nor where an administrator says that it is the right one.
  await one.page.evaluate(() => window.wegmarkeLab.sync.reseed());
  await one.hasTrouble('foreign');
  await two.unlock();
  await site.connect(two);
  await two.hasTrouble('foreign');
  for (const pc of both) {
    await shows(pc, syncTexts.trouble.foreign.administrator);
    await edit(pc, 20, `trotzdem ${pc.name}`);
    await knock(pc);
    await pc.hasTrouble('foreign');
  }
  // Nor after another start, when it is as if everything began anew.
  await two.close();
  await two.unlock();
  await two.hasTrouble('foreign');
  for (const pc of both) expect(await marksAt(pc)).not.toContain('fremd');
  expect(await entriesOf(line)).toEqual(before);

  await server.stop();
  bringOurs();
  await server.start();
  await site.agrees(both);
  for (const pc of both) {
    expect([...(await marksAt(pc))].toSorted()).toEqual([
      'eins',
      ...both.map(({ name }) => `trotzdem ${name}`),
    ]);
    expect(await pc.page.evaluate(() => window.wegmarkeLab.isWhole())).toBe(true);
  }
});

test('who was erased stays erased when a PC comes back after 90 days that wrote about them, and after a restore there', async ({
  site,
}) => {
  test.setTimeout(300_000);
  const [one, two] = [site.pc(1), site.pc(2)];
  const both = [one, two];
  const { server } = site.server;
  await site.setUpFirst();
  await one.shareWith(two);
  await two.unlock();
  await edit(one, 20, 'eins');
  await createPerson(one.page, zarifa);
  for (const pc of both) await site.connect(pc);
  await site.agrees(both);
  const id = (await peopleAt(two)).find(({ given }) => given === zarifa.given)?.id ?? '';
  // Its last snapshot knows her.
  await two.close();

  await openPerson(one.page, zarifa.given);
  await eraseOpen(one.page);
  await one.says('in-step');
  await server.stop();
  await two.unlock();
  await goOn(two, 45);
  await two.page.evaluate((person) => window.wegmarkeLab.moveRoom(person, 'B 7'), id);
  expect((await peopleAt(two)).find((person) => person.id === id)?.room).toBe('B 7');
  for (const pc of both) await goOn(pc, 90);
  await server.start();
  for (const pc of both) await knock(pc);
  await forgets(site, both, id);

  await restoreOldest(two.page);
  await two.unlockHere();
  await expect(two.page.getByText(retention.banner.repeated_one)).toBeVisible();
  await forgets(site, both, id);
  // Neither keeps it in memory only.
  for (const pc of both) {
    await pc.close();
    await pc.unlock();
  }
  await forgets(site, both, id);
  for (const pc of both) expect(await marksAt(pc)).toContain('eins');
});

const zarifa = {
  ...{ given: 'Zarifa', family: 'Zypressenwald', spelling: 'Sipres' },
  ...{ note: 'Braucht einen Platz am Fenster', purpose: 'Unterricht' },
};

/** The clock of the PC goes on to so many days from now. */
const goOn = (pc: Pc, days: number): Promise<void> =>
  pc.page.evaluate((ms) => window.wegmarkeLab.shiftClock(ms), days * 86_400_000);

/** Until nobody has that person any more, and all are in step with the same. */
async function forgets(site: SyncedSite, pcs: readonly Pc[], id: string): Promise<void> {
  for (const pc of pcs)
    await expect.poll(async () => (await peopleAt(pc)).some((person) => person.id === id), slow).toBe(false);
  await site.agrees(pcs);
  for (const pc of pcs) {
    expect((await peopleAt(pc)).some((person) => person.id === id)).toBe(false);
    expect(await pc.page.evaluate(() => window.wegmarkeLab.isWhole())).toBe(true);
  }
}
